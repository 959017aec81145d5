package org.hillock.core.session;

import java.util.Optional;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;

/** Something done to a running network, at a site, in a time window. */
public sealed interface Intervention {

  /** When it holds. */
  Window window();

  /** Where it acts; empty for a lesion, which acts on a projection. */
  default Optional<SiteRef> where() {
    return switch (this) {
      case Silence silence -> Optional.of(silence.site());
      case Clamp clamp -> Optional.of(clamp.site());
      case Stimulate stimulate -> Optional.of(stimulate.site());
      case Patch patch -> Optional.of(patch.site());
      case Lesion _ -> Optional.empty();
    };
  }

  /**
   * A time window in ms of the session's time, start included, end not. Networks without time know
   * only {@link #ALWAYS}.
   */
  record Window(double fromMs, double toMs) {
    public static final Window ALWAYS = new Window(0, Double.POSITIVE_INFINITY);

    public Window {
      if (!(fromMs >= 0 && toMs > fromMs)) {
        throw new UsageException(
            "window " + fromMs + "..." + toMs + " ms does not run forward from 0 or later");
      }
    }

    public boolean holds(double timeMs) {
      return timeMs >= fromMs && timeMs < toMs;
    }
  }

  /**
   * Silences neurons.
   *
   * @param scope whether what they send is kept from others, what they receive from them, or both
   */
  record Silence(SiteRef site, Scope scope, Window window) implements Intervention {
    /** Which side of the neuron falls silent. */
    public enum Scope {
      OUTPUTS,
      INPUTS,
      BOTH
    }
  }

  /**
   * Holds a variable at one value, in its unit. Held are a rate neuron's {@code value} and a
   * spiking neuron's {@code v}.
   */
  record Clamp(SiteRef site, double value, Window window) implements Intervention {
    public Clamp {
      finite(value);
    }
  }

  /**
   * Adds to the sum at the hillock.
   *
   * @param amount in the unit of the model's bias: a plain number, mV/ms or pA
   */
  record Stimulate(SiteRef site, double amount, Window window) implements Intervention {
    public Stimulate {
      finite(amount);
    }
  }

  /** Puts values recorded elsewhere in place of a variable, one for each neuron of the site. */
  record Patch(SiteRef site, Numbers values, Window window) implements Intervention {}

  /** Cuts all synapses of a projection. */
  record Lesion(String projection, Window window) implements Intervention {}

  private static void finite(double value) {
    if (!Double.isFinite(value)) {
      throw new UsageException(value + " is not a finite number");
    }
  }
}

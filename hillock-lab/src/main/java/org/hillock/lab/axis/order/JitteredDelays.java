package org.hillock.lab.axis.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Wiring;

/**
 * The same network whose signals no longer keep step: each synapse delivers later, by a whole
 * number of steps of its own, drawn once. Nothing is drawn while it runs.
 */
public final class JitteredDelays {

  /** More would take longer to write out than to run. */
  private static final long MOST_SYNAPSES = 2_000_000;

  private JitteredDelays() {}

  /** Why the delays of a network are not drawn here; empty where they are. */
  public static Optional<String> refusal(Network network) {
    long synapses = 0;
    for (Projection p : network.projections().values()) {
      if (p.connectivity() instanceof Convolution || p.connectivity() instanceof Pooling) {
        return Optional.of("the synapses of projection '" + p.name() + "' share their delay");
      }
      if (p.passes() > 0) {
        return Optional.of("projection '" + p.name() + "' counts its delay in passes");
      }
      synapses += SynapseCount.synapses(network, p);
    }
    return synapses > MOST_SYNAPSES
        ? Optional.of("it has more than " + MOST_SYNAPSES + " synapses")
        : Optional.empty();
  }

  /**
   * Draws delays.
   *
   * @param stepMs step of the engine, in ms
   * @param most how many steps a synapse may be later, at least 1
   * @param number which of many drawings
   */
  public static Network of(Network network, double stepMs, int most, long seed, long number) {
    List<Projection> later = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      if (ElectricalSynapse.of(network, p).isPresent()) {
        continue;
      }
      double[] delays = Wiring.of(network, p).delayMs().clone();
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, network.pathwayIndex(p), number);
      for (int k = 0; k < delays.length; k++) {
        long steps = Math.max(1, Math.round(delays[k] / stepMs)) + draws.below(most + 1);
        delays[k] = steps * stepMs;
      }
      later.add(p.withDelays(new Values.Listed(Numbers.of(delays), Unit.MS)));
    }
    return network.with(List.of(), later);
  }
}

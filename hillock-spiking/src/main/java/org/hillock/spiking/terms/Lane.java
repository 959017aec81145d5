package org.hillock.spiking.terms;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/** What one projection brought to one neuron, in the order in which it was added up. */
public abstract sealed class Lane permits ArrivalLane, GradedLane, CouplingLane {

  final Ends ends;

  Lane(Ends ends) {
    this.ends = ends;
  }

  /**
   * Where it comes from and where it leads.
   *
   * @param projection its name
   * @param from name of the source population
   * @param variable what its neurons send
   * @param slot of the neuron's sums that is added to
   * @param slotBelow0 the same for what is below 0
   */
  public record Ends(String projection, String from, String variable, int slot, int slotBelow0) {

    /** All to the one slot. */
    public Ends ofSign(double sign) {
      int only = sign < 0 ? slotBelow0 : slot;
      return new Ends(projection, from, variable, only, only);
    }

    Optional<SiteRef> source(int pre) {
      return Optional.of(SiteRef.of(from, new int[] {pre}, variable));
    }
  }

  /** The sums of one step as they are played again. */
  interface Replay {

    /**
     * Adds what came in step {@code n}; steps are asked for one after the other.
     *
     * @param sums by slot
     * @param own the neuron's own states at the beginning of the step, by name
     */
    void bring(long n, double[] sums, ToDoubleFunction<String> own);
  }

  /** How many terms there are of the steps before {@code end}. */
  abstract int count(long end);

  /** Adds these. */
  abstract void tell(long end, LongToDoubleFunction timeMs, List<Term> into);

  /**
   * Plays the steps before {@code end} again.
   *
   * @param first place of its first term among the factors
   */
  abstract Replay replay(double[] factors, int first, long end);

  /** Notes what its terms contribute. */
  abstract void contribute(Slopes slopes, double[] into, int first);
}

package org.hillock.spiking;

import java.util.List;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.terms.Lane;
import org.hillock.spiking.terms.SumMembrane;

/** One projection while it runs: sends from its source and delivers to its target. */
abstract sealed class Delivery
    permits SpikeDelivery, ReleaseDelivery, PlasticDelivery, GradedDelivery, CouplingDelivery {

  final LoweredProjection lowered;
  final ArrivalRing ring;
  private boolean lesioned;

  Delivery(LoweredProjection lowered) {
    this.lowered = lowered;
    this.ring = new ArrivalRing(lowered.rows().longestDelay());
  }

  /** Joins the states of the two ends; to be called in the order of the projections. */
  static Delivery of(LoweredProjection lowered, List<PopulationState> states, double stepMs) {
    PopulationState to = states.get(lowered.to());
    if (lowered.electrical().isPresent()) {
      return new CouplingDelivery(
          lowered, states.get(lowered.from()), to, lowered.electrical().get());
    }
    return switch (states.get(lowered.from())) {
      case SpikingState from when lowered.releasing().isPresent() ->
          new ReleaseDelivery(lowered, lowered.releasing().get(), from, to, stepMs);
      case SpikingState from when lowered.learning().isPresent() ->
          new PlasticDelivery(lowered, from, (SpikingState) to);
      case SpikingState from -> new SpikeDelivery(lowered, from, to, stepMs);
      case GradedState from -> new GradedDelivery(lowered, from, to, stepMs);
    };
  }

  /** Sends what the source now has to send, as of step {@code t}. */
  abstract void send(long t);

  /**
   * Keeps what reaches a neuron of the target from now on.
   *
   * @param begin the step that begins
   */
  abstract Lane keep(int target, long begin);

  /** Keeps no more for anyone. */
  abstract void forget();

  /** Delivers what arrives at t_n; the number of synapses that a spike or a change reached. */
  abstract long deliver(long n);

  /** A trial begins: forgets all that is on its way. */
  void reset(long trialSeed) {
    ring.clear();
  }

  final boolean lesioned() {
    return lesioned;
  }

  final void lesion(boolean now) {
    lesioned = now;
  }

  /** Where what it brings comes from, and which sums of the target it is added to. */
  final Lane.Ends ends(PopulationState from, PopulationState to) {
    String sent = from instanceof SpikingState ? "spikes" : "value";
    return new Lane.Ends(
        lowered.name(),
        from.lowered.name(),
        sent,
        slot(from, to, lowered.receptor().port()),
        slot(from, to, lowered.receptor().portBelow0()));
  }

  private static int slot(PopulationState from, PopulationState to, String port) {
    return to instanceof RateState && from instanceof SpikingState
        ? SumMembrane.SPIKES
        : to.slot(port);
  }

  /** Puts the spikes that a source made last on their way, but for those that are withheld. */
  final void dispatchSpikes(SpikingState from, long t) {
    for (int k = 0; k < from.fired(); k++) {
      int source = from.firedNeuron(k);
      if (!from.effects.outputsSilent[source]) {
        dispatch(source, t, from.firedTimes(k));
      }
    }
  }

  /** Puts an amount on its way along all synapses of a source neuron. */
  final void dispatch(int source, long t, double amount) {
    SynapseRows rows = lowered.rows();
    for (int b = rows.bundleStart()[source]; b < rows.bundleStart()[source + 1]; b++) {
      ring.add(t + rows.delaySteps()[b], b, amount);
    }
  }
}

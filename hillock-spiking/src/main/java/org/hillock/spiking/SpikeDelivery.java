package org.hillock.spiking;

import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.terms.ArrivalLane;
import org.hillock.spiking.terms.Lane;

/** Spikes on their way: each adds its weights to the arrivals of the target. */
final class SpikeDelivery extends Delivery {

  private final SpikingState from;
  private final double[] arrivedAtLeast0;
  private final double[] arrivedBelow0;

  /** What one spike counts: 1, or 1/dt at a rate neuron, so that its integral over time is 1. */
  private final double spike;

  private final KeptSynapses kept;
  private final PopulationState to;

  SpikeDelivery(LoweredProjection lowered, SpikingState from, PopulationState to, double stepMs) {
    super(lowered);
    this.from = from;
    this.to = to;
    kept = new KeptSynapses(lowered.rows(), to.lowered.size());
    arrivedAtLeast0 = to.arrived(lowered.receptor().port());
    arrivedBelow0 = to.arrived(lowered.receptor().portBelow0());
    boolean sums = to instanceof RateState || to.isInput(lowered.receptor().port());
    spike = sums ? 1 / stepMs : 1;
    if (to instanceof RateState rate) {
      rate.receiveSpikes();
    }
  }

  @Override
  void send(long t) {
    dispatchSpikes(from, t);
  }

  @Override
  long deliver(long n) {
    ArrivalRing.Arrivals arrivals = ring.at(n);
    long events = 0;
    if (!lesioned()) {
      arrivals.order();
      for (int i = 0; i < arrivals.size(); i++) {
        events += deliver(arrivals.bundle(i), arrivals.amount(i));
        if (!kept.isEmpty()) {
          note(arrivals.bundle(i), arrivals.amount(i), n);
        }
      }
    }
    arrivals.clear();
    return events;
  }

  @Override
  Lane keep(int target, long begin) {
    return kept.add(target, new ArrivalLane(ends(from, to), !(to instanceof RateState)));
  }

  @Override
  void forget() {
    kept.clear();
  }

  private void note(int bundle, double times, long n) {
    double[] weight = lowered.rows().weight();
    kept.arrives(
        bundle,
        (lane, k, source, delay) ->
            lane.arrives(n, source, delay, weight[k], times, weight[k] * (times * spike)));
  }

  private long deliver(int bundle, double times) {
    SynapseRows rows = lowered.rows();
    int[] post = rows.post();
    double[] weight = rows.weight();
    double[] plus = arrivedAtLeast0;
    double[] minus = arrivedBelow0;
    int end = rows.synapseStart()[bundle + 1];
    double counts = times * spike;
    for (int k = rows.synapseStart()[bundle]; k < end; k++) {
      double w = weight[k];
      if (w < 0) {
        minus[post[k]] += w * counts;
      } else {
        plus[post[k]] += w * counts;
      }
    }
    return (long) times * (end - rows.synapseStart()[bundle]);
  }
}

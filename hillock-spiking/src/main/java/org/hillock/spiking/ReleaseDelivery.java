package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.SpikingProgram.Releasing;
import org.hillock.spiking.release.AxonTerminal;
import org.hillock.spiking.terms.ArrivalLane;
import org.hillock.spiking.terms.Lane;

/** Spikes that release vesicles: each vesicle adds the weight of its synapse. */
final class ReleaseDelivery extends Delivery {

  private final SpikingState from;
  private final Releasing releasing;
  private final double stepMs;
  private final double[] arrivedAtLeast0;
  private final double[] arrivedBelow0;
  private final AxonTerminal[] terminals;

  /** What is on its way, by synapse. */
  private final ArrivalRing vesicles;

  private final KeptSynapses kept;
  private final PopulationState to;

  /** By synapse its bundle, where it is asked for. */
  private int[] bundleOf = new int[0];

  ReleaseDelivery(
      LoweredProjection lowered,
      Releasing releasing,
      SpikingState from,
      PopulationState to,
      double stepMs) {
    super(lowered);
    this.from = from;
    this.to = to;
    kept = new KeptSynapses(lowered.rows(), to.lowered.size());
    this.releasing = releasing;
    this.stepMs = stepMs;
    arrivedAtLeast0 = to.arrived(lowered.receptor().port());
    arrivedBelow0 = to.arrived(lowered.receptor().portBelow0());
    terminals = new AxonTerminal[lowered.rows().post().length];
    vesicles = new ArrivalRing(lowered.rows().longestDelay());
  }

  @Override
  void reset(long trialSeed) {
    super.reset(trialSeed);
    vesicles.clear();
    Arrays.setAll(terminals, k -> releasing.terminal(trialSeed, lowered.rows().number()[k]));
  }

  @Override
  void send(long t) {
    SynapseRows rows = lowered.rows();
    for (int f = 0; f < from.fired(); f++) {
      int source = from.firedNeuron(f);
      if (from.effects.outputsSilent[source]) {
        continue;
      }
      for (int b = rows.bundleStart()[source]; b < rows.bundleStart()[source + 1]; b++) {
        for (int k = rows.synapseStart()[b]; k < rows.synapseStart()[b + 1]; k++) {
          double released = terminals[k].arrives(t * stepMs, t);
          if (released > 0) {
            vesicles.add(t + rows.delaySteps()[b], k, released);
          }
        }
      }
    }
  }

  @Override
  Lane keep(int target, long begin) {
    if (bundleOf.length == 0) {
      bundleOf = lowered.rows().bundleOf();
    }
    return kept.add(target, new ArrivalLane(ends(from, to), !(to instanceof RateState)));
  }

  @Override
  void forget() {
    kept.clear();
  }

  @Override
  long deliver(long n) {
    ArrivalRing.Arrivals arrivals = vesicles.at(n);
    SynapseRows rows = lowered.rows();
    double quantum = releasing.quantum();
    long events = lesioned() ? 0 : arrivals.size();
    for (int i = 0; i < arrivals.size() && !lesioned(); i++) {
      int k = arrivals.bundle(i);
      double w = Math.rint(rows.weight()[k] / quantum * arrivals.amount(i)) * quantum;
      double[] arrived = w < 0 ? arrivedBelow0 : arrivedAtLeast0;
      arrived[rows.post()[k]] += w;
      if (kept.keeps(k)) {
        int bundle = bundleOf[k];
        kept.laneOf(k)
            .arrives(
                n,
                kept.source(bundle),
                rows.delaySteps()[bundle],
                rows.weight()[k],
                arrivals.amount(i),
                w);
      }
    }
    arrivals.clear();
    return events;
  }
}

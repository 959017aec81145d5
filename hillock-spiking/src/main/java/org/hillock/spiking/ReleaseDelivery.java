package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.SpikingProgram.Releasing;
import org.hillock.spiking.release.AxonTerminal;

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

  ReleaseDelivery(
      LoweredProjection lowered,
      Releasing releasing,
      SpikingState from,
      PopulationState to,
      double stepMs) {
    super(lowered);
    this.from = from;
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
    }
    arrivals.clear();
    return events;
  }
}

package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.spiking.SpikingProgram.LoweredProjection;

/**
 * Electrical synapses: in every step each adds w·(x_pre − x) of the states at its beginning, in the
 * order of the source neurons, to a subtotal of the projection.
 */
final class CouplingDelivery extends Delivery {

  private final PopulationState from;
  private final PopulationState to;
  private final ElectricalSynapse sides;
  private final double[] sum;

  CouplingDelivery(
      LoweredProjection lowered,
      PopulationState from,
      PopulationState to,
      ElectricalSynapse sides) {
    super(lowered);
    this.from = from;
    this.to = to;
    this.sides = sides;
    sum = to.arrived(lowered.receptor().port());
  }

  @Override
  void send(long t) {}

  @Override
  long deliver(long n) {
    if (lesioned()) {
      return 0;
    }
    double[] there = Arrays.copyOf(from.variable(sides.from()), from.lowered.size());
    double[] here = to.variable(sides.to());
    SynapseRows rows = lowered.rows();
    double[] own = new double[sum.length];
    for (int source = 0; source < there.length; source++) {
      if (from.effects.outputsSilent[source]) {
        continue;
      }
      int first = rows.synapseStart()[rows.bundleStart()[source]];
      int end = rows.synapseStart()[rows.bundleStart()[source + 1]];
      for (int k = first; k < end; k++) {
        int target = rows.post()[k];
        own[target] += rows.weight()[k] * (there[source] - here[target]);
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += own[i];
    }
    return rows.synapses();
  }
}

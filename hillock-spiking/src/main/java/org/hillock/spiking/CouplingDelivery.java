package org.hillock.spiking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.terms.CouplingLane;
import org.hillock.spiking.terms.Lane;

/**
 * Electrical synapses: in every step each adds w·(x_pre − x) of the states at its beginning, in the
 * order of the source neurons, to a subtotal of the projection.
 */
final class CouplingDelivery extends Delivery {

  private final PopulationState from;
  private final PopulationState to;
  private final ElectricalSynapse sides;
  private final double[] sum;
  private final List<CouplingLane> lanes = new ArrayList<>();

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
  Lane keep(int target, long begin) {
    SynapseRows rows = lowered.rows();
    List<Integer> sources = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int source = 0; source < from.lowered.size(); source++) {
      int first = rows.synapseStart()[rows.bundleStart()[source]];
      int end = rows.synapseStart()[rows.bundleStart()[source + 1]];
      for (int k = first; k < end; k++) {
        if (rows.post()[k] == target) {
          sources.add(source);
          weights.add(rows.weight()[k]);
        }
      }
    }
    int slot = to.slot(lowered.receptor().port());
    CouplingLane lane =
        new CouplingLane(
            new Lane.Ends(lowered.name(), from.lowered.name(), sides.from(), slot, slot),
            begin,
            sources.stream().mapToInt(i -> i).toArray(),
            weights.stream().mapToDouble(w -> w).toArray(),
            sides.to());
    lanes.add(lane);
    return lane;
  }

  @Override
  void forget() {
    lanes.clear();
  }

  private void note(double[] there) {
    for (CouplingLane lane : lanes) {
      double[] values = new double[lane.synapses()];
      for (int k = 0; k < values.length; k++) {
        int source = lane.source(k);
        values[k] = from.effects.outputsSilent[source] ? Double.NaN : there[source];
      }
      lane.stands(values);
    }
  }

  @Override
  long deliver(long n) {
    if (lesioned()) {
      lanes.forEach(lane -> lane.stands(new double[0]));
      return 0;
    }
    double[] there = Arrays.copyOf(from.variable(sides.from()), from.lowered.size());
    note(there);
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

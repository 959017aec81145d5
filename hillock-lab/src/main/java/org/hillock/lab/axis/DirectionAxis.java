package org.hillock.lab.axis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;

/** Forward only, or in circles? */
final class DirectionAxis implements Axis {

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "direction",
        "Direction",
        "Can a neuron's signal come back to it along synapses?",
        "neurons on a circle of synapses",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject) {
    Network network = subject.network();
    Map<String, Integer> offset = new LinkedHashMap<>();
    int neurons = 0;
    for (Population p : network.populations().values()) {
      offset.put(p.name(), neurons);
      neurons += p.size();
    }
    Cycles.Edges edges = new Cycles.Edges(neurons);
    for (Projection projection : network.projections().values()) {
      Synapses wires = subject.synapses(projection);
      int from = offset.getOrDefault(projection.from(), 0);
      int to = offset.getOrDefault(projection.to(), 0);
      for (int k = 0; k < wires.count(); k++) {
        if (wires.weight()[k] != 0) {
          edges.add(from + wires.pre()[k], to + wires.post()[k]);
        }
      }
    }
    int onCycle = Cycles.neuronsOnCycles(edges);
    return Measurement.Measured.of(
            (double) onCycle / neurons,
            "1",
            "Share of all neurons that lie on a directed cycle of synapses with weights other than"
                + " 0: strongly connected components of the neuron graph (Tarjan 1972).")
        .detail("neurons_on_cycles", onCycle);
  }
}

package org.hillock.lab.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/** What ends on each neuron of a population, so that neurons can be compared. */
final class Incoming {

  private static final long MOST_SYNAPSES = 4_000_000;

  /** By neuron: weights by projection and source. */
  private final Map<Integer, Map<String, Double>> weights = new HashMap<>();

  private final double[] bias;

  Incoming(Network network, Population p) {
    bias = Parameters.bias(network, p);
    for (Projection in : network.into(p.name())) {
      if (SynapseCount.synapses(network, in) > MOST_SYNAPSES) {
        continue;
      }
      Synapses all = Wiring.of(network, in);
      for (int s = 0; s < all.count(); s++) {
        weights
            .computeIfAbsent(all.post()[s], _ -> new TreeMap<>())
            .merge(in.name() + ":" + all.pre()[s], all.weight()[s], Double::sum);
      }
    }
  }

  /** Whether all of a group get the same. */
  boolean same(List<Integer> group) {
    Map<String, Double> first = weights.getOrDefault(group.getFirst(), Map.of());
    return group.stream()
        .allMatch(n ->
            weights.getOrDefault(n, Map.of()).equals(first) && bias[n] == bias[group.getFirst()]);
  }
}

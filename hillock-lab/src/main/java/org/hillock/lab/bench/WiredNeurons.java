package org.hillock.lab.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/** What the wiring of a network says of single neurons; drawn when it is first asked for. */
public final class WiredNeurons {

  private final Network network;
  private final Map<String, Synapses> drawn = new HashMap<>();

  /** Of a network. */
  public WiredNeurons(Network network) {
    this.network = network;
  }

  /** The synapses of a projection. */
  public Synapses synapses(Projection projection) {
    return drawn.computeIfAbsent(projection.name(), _ -> Wiring.of(network, projection));
  }

  /** Synapses that end on each neuron; those of a pathway count once. */
  public double[] inDegree(Population population) {
    return counted(population, true, false);
  }

  /** Synapses that leave each neuron; those of a pathway count once. */
  public double[] outDegree(Population population) {
    return counted(population, false, false);
  }

  /** Sum of the weights that end on each neuron, with the sign of the receptor. */
  public double[] inWeight(Population population) {
    return counted(population, true, true);
  }

  /** Sum of the weights that leave each neuron, with the sign of the receptor. */
  public double[] outWeight(Population population) {
    return counted(population, false, true);
  }

  private double[] counted(Population population, boolean into, boolean weights) {
    double[] sums = new double[population.size()];
    Set<String> pathways = new HashSet<>();
    for (Projection p : into ? network.into(population.name()) : network.outOf(population.name())) {
      if (!weights && !pathways.add(p.pathwayName())) {
        continue;
      }
      Synapses all = synapses(p);
      for (int k = 0; k < all.count(); k++) {
        sums[into ? all.post()[k] : all.pre()[k]] += weights ? all.weight()[k] : 1;
      }
    }
    return sums;
  }

  /** Neurons that send something, and all of it above 0 (or below). */
  int[] sending(Population population, boolean above) {
    boolean[] any = new boolean[population.size()];
    boolean[] other = new boolean[population.size()];
    for (Projection p : network.outOf(population.name())) {
      Synapses all = synapses(p);
      for (int k = 0; k < all.count(); k++) {
        double w = all.weight()[k];
        any[all.pre()[k]] |= above ? w > 0 : w < 0;
        other[all.pre()[k]] |= above ? w < 0 : w > 0;
      }
    }
    return IntStream.range(0, any.length).filter(n -> any[n] && !other[n]).toArray();
  }
}

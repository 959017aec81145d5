package org.hillock.lab.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.training.Witness;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/**
 * What each neuron did, boiled down to one number each: two runs in which a neuron did the same to
 * the bit have the same number for it, and others all but surely differ.
 */
final class NeuronPrints implements Witness {

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Map<String, long[]> prints = new HashMap<>();

  NeuronPrints(Network network) {
    network.populations().values().forEach(p -> prints.put(p.name(), new long[p.size()]));
  }

  @Override
  public void saw(String population, int neuron, double what) {
    long[] own = of(population);
    own[neuron] = (own[neuron] ^ Double.doubleToLongBits(what)) * FACTOR + 1;
  }

  /** Whether a neuron did anything else in another run. */
  boolean differs(NeuronPrints other, String population, int neuron) {
    return of(population)[neuron] != other.of(population)[neuron];
  }

  /** Whether any neuron did anything else in another run. */
  boolean differs(NeuronPrints other) {
    return prints.keySet().stream().anyMatch(p -> !java.util.Arrays.equals(of(p), other.of(p)));
  }

  private long[] of(String population) {
    long[] own = prints.get(population);
    if (own == null) {
      throw new IllegalArgumentException("population '" + population + "' is not in the network");
    }
    return own;
  }

  /**
   * What the neurons of a network without time do when they are shown images, with every label in
   * turn where labels are shown: all that they can do while a rule makes one update on these.
   */
  static NeuronPrints answering(Network network, Dataset images, long seed) {
    NeuronPrints prints = new NeuronPrints(network);
    List<String> all = List.copyOf(network.populations().keySet());
    Optional<Population> labels = Ports.of(network).labels();
    int shown = labels.map(Population::size).orElse(1);
    try (Responder responder = Responder.open(network, DecisionTiming.of(network), seed)) {
      for (int label = 0; label < shown; label++) {
        Optional<Integer> with = labels.isEmpty() ? Optional.empty() : Optional.of(label);
        Activities activities = responder.activities(images.images(), with, all, 0);
        for (String population : all) {
          for (double[] row : activities.of(population)) {
            for (int n = 0; n < row.length; n++) {
              prints.saw(population, n, row[n]);
            }
          }
        }
      }
    }
    return prints;
  }
}

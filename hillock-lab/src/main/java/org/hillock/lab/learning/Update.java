package org.hillock.lab.learning;

import java.util.HashMap;
import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.training.WatchedTrainer;

/**
 * One update of a network by a rule.
 *
 * @param before weights by projection
 * @param after the same afterwards
 * @param prints what the neurons did meanwhile
 */
record Update(Map<String, double[]> before, Map<String, double[]> after, NeuronPrints prints) {

  /** Below this share of the largest change, or of the largest weight, a synapse stood still. */
  private static final double STILL = 1e-5;

  private static final double STRONG = 0.1;

  /**
   * Makes one update.
   *
   * @param network with all weights listed
   */
  static Update of(Lesson lesson, Network network, Dataset images) {
    long seed = lesson.options().seed();
    Map<String, Quantity> settings = new HashMap<>(lesson.options().settings());
    settings.putAll(lesson.trainer().oneUpdate(seed, images.size()).settings());
    TrainingOptions options = new TrainingOptions(seed, settings);
    if (lesson.trainer() instanceof WatchedTrainer watched) {
      NeuronPrints prints = new NeuronPrints(network);
      Network after = watched.train(network, images, options, Progress.NONE, prints).network();
      return new Update(weights(network), weights(after), prints);
    }
    Network after = lesson.trainer().train(network, images, options, Progress.NONE).network();
    return new Update(
        weights(network), weights(after), NeuronPrints.answering(network, images, seed));
  }

  private static Map<String, double[]> weights(Network network) {
    Map<String, double[]> weights = new HashMap<>();
    for (Projection projection : network.projections().values()) {
      if (projection.weights() instanceof org.hillock.core.network.Values.Listed
          && SynapseWeights.areOwn(projection)) {
        weights.put(projection.name(), SynapseWeights.of(network, projection));
      }
    }
    return weights;
  }

  private static double[] of(Map<String, double[]> weights, String projection) {
    double[] own = weights.get(projection);
    if (own == null) {
      throw new IllegalArgumentException("weights of '" + projection + "' are not listed");
    }
    return own;
  }

  /** By how much each weight of a projection changed. */
  double[] changes(String projection) {
    double[] changes = of(after, projection).clone();
    double[] start = of(before, projection);
    for (int k = 0; k < changes.length; k++) {
      changes[k] -= start[k];
    }
    return changes;
  }

  /** From which size on a change of a weight of this projection counts as one. */
  double least(String projection) {
    return STILL * largest(changes(projection));
  }

  /** From which size on a change of a weight of this projection is a strong one. */
  double strong(String projection) {
    return STRONG * largest(changes(projection));
  }

  /** Whether a projection learns at all. */
  boolean learns(String projection) {
    return before.containsKey(projection)
        && largest(changes(projection)) > STILL * largest(of(before, projection));
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}

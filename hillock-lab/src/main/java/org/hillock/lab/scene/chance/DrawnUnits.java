package org.hillock.lab.scene.chance;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.lab.axis.noise.Repeats;
import org.hillock.lab.decide.Classifier;

/**
 * A deep network that makes the same choice: its hidden units are sigmoid, or are 1 with the
 * probability that a sigmoid unit has as its value, drawn anew each time.
 *
 * @param drawn entropy of its answers in bits where units are drawn, mean over inputs
 * @param steady the same with sigmoid units
 */
record DrawnUnits(double drawn, double steady) {

  private static final int HIDDEN = 10;
  private static final int TRIALS = 60;
  private static final double STEEP = 4;

  static DrawnUnits of(double[] differences, long seed) {
    float[][] images =
        Arrays.stream(differences).mapToObj(ChoiceNetwork::evidence).toArray(float[][]::new);
    return new DrawnUnits(
        entropy(network("binary-stochastic"), images, seed),
        entropy(network("sigmoid"), images, seed));
  }

  /** Ten units for each of the two seen; the sum of each ten is an answer. */
  private static Network network(String unit) {
    int[] seen = new int[2 * HIDDEN];
    int[] all = new int[2 * HIDDEN];
    Arrays.setAll(seen, n -> n / HIDDEN);
    Arrays.setAll(all, n -> n);
    return Network.builder("deep-" + unit)
        .population("evidence", Shape.of(1, 2, 1), "input", p -> p)
        .population("hidden", 2 * HIDDEN, unit, p -> p.bias(Values.constant(-STEEP)))
        .population("out", 2, "identity")
        .projection(
            "seeing",
            "evidence",
            "hidden",
            Connectivity.EdgeList.of(seen, all),
            p -> p.weight(Values.constant(STEEP)))
        .projection("adding", "hidden", "out", Connectivity.EdgeList.of(all, seen), p -> p)
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static double entropy(Network network, float[][] images, long seed) {
    try (Classifier classifier = Classifier.open(network, seed)) {
      return Arrays.stream(
              Repeats.of(classifier, images, List.of(network.population("out")), TRIALS)
                  .entropies(2))
          .average()
          .orElseThrow();
    }
  }
}

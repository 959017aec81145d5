package org.hillock.deep;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;

/** How often a network is right, by the plain twin: independent of the tensors that trained it. */
final class Answers {

  private Answers() {}

  static double right(Network network, Dataset data) {
    PlainForward plain = new PlainForward(network);
    int right = 0;
    for (int i = 0; i < data.size(); i++) {
      Map<String, double[]> inputs = new HashMap<>();
      inputs.put("image", wide(data.images()[i]));
      double[] scores =
          switch (network.decision().orElseThrow()) {
            case Decision.LargestValue(String out) -> get(plain.pass(inputs), out);
            case Decision.LargestGoodness goodness -> goodness(plain, inputs, goodness, data);
            case Decision.MostSpikes _, Decision.Votes _ ->
                throw new IllegalArgumentException("spikes");
          };
      right += largest(scores) == data.labels()[i] ? 1 : 0;
    }
    return (double) right / data.size();
  }

  private static double[] goodness(
      PlainForward plain,
      Map<String, double[]> inputs,
      Decision.LargestGoodness decision,
      Dataset data) {
    double[] scores = new double[data.classes()];
    for (int label = 0; label < scores.length; label++) {
      double[] shown = new double[scores.length];
      shown[label] = 1;
      inputs.put(decision.labels(), shown);
      PlainForward.Pass pass = plain.pass(inputs);
      for (String read : decision.populations()) {
        double[] values = get(pass, read);
        for (double value : values) {
          scores[label] += value * value / values.length;
        }
      }
    }
    return scores;
  }

  static double[] get(PlainForward.Pass pass, String population) {
    return Objects.requireNonNull(pass.values().get(population));
  }

  static double[] wide(float[] row) {
    double[] wide = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }

  private static int largest(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}

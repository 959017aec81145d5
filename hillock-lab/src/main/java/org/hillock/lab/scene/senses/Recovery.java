package org.hillock.lab.scene.senses;

import java.util.Arrays;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.axis.shares.FittedReadout;
import org.hillock.lab.summation.Cholesky;

/**
 * What a pupil learnt from ratings.
 *
 * @param weights of the five senses, then the bias
 * @param errors standard error of each, from the curvature of the likelihood at the place that was
 *     reached (Fisher information)
 * @param slope largest component of the mean gradient of the log likelihood there: 0 at the best
 *     weights
 */
record Recovery(double[] weights, double[] errors, double slope) {

  /** Learns from what a taster says of dishes. */
  static Recovery learnt(float[][] dishes, int[] ratings, long seed) {
    Dataset examples = Dishes.examples(dishes, ratings);
    Network pupil = TasterNetworks.pupil();
    Network learnt =
        Trainers.named("backpropagation")
            .train(
                pupil,
                examples,
                new TrainingOptions(seed, TasterNetworks.learning().params()),
                Progress.NONE)
            .network();
    int senses = Taster.SENSES.size();
    double[] rows = Wiring.of(learnt, learnt.projection("weighing")).weight();
    double[] bias = Parameters.bias(learnt, learnt.population("verdict"));
    double[] weights = new double[senses + 1];
    for (int s = 0; s < senses; s++) {
      weights[s] = rows[senses + s] - rows[s];
    }
    weights[senses] = bias[1] - bias[0];
    return at(weights, examples);
  }

  private static Recovery at(double[] weights, Dataset examples) {
    int n = weights.length;
    double[][] information = new double[n][n];
    double[] gradient = new double[n];
    for (int i = 0; i < examples.size(); i++) {
      double[] x = new double[n];
      double sum = 0;
      for (int k = 0; k < n; k++) {
        x[k] = k < n - 1 ? examples.images()[i][k] : 1;
        sum += weights[k] * x[k];
      }
      double p = 1 / (1 + StrictMath.exp(-sum));
      for (int a = 0; a < n; a++) {
        gradient[a] += (examples.labels()[i] - p) * x[a] / examples.size();
        for (int b = 0; b < n; b++) {
          information[a][b] += p * (1 - p) * x[a] * x[b];
        }
      }
    }
    double[] errors = new double[n];
    for (int k = 0; k < n; k++) {
      double[][] matrix = Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
      double[] unit = new double[n];
      unit[k] = 1;
      Cholesky.solve(matrix, unit);
      errors[k] = Math.sqrt(unit[k]);
    }
    return new Recovery(weights, errors, Arrays.stream(gradient).map(Math::abs).max().orElse(0));
  }

  /** The same ratings, each given to another dish. */
  static int[] shuffled(int[] ratings, long seed, long number) {
    int[] others = ratings.clone();
    new Draws(seed, Purpose.EXPERIMENT, number, 1L << 32).shuffle(others);
    return others;
  }

  private double[] senses() {
    return Arrays.copyOf(weights, Taster.SENSES.size());
  }

  /** Correlation of the weights of the five senses with those of a taster. */
  double correlation(Taster taster) {
    return FittedReadout.correlation(senses(), taster.weights());
  }

  /** How far along the taster's weights these go: 1 where they came back, 0 where nothing did. */
  double share(Taster taster) {
    double along = 0;
    double length = 0;
    for (int s = 0; s < taster.weights().length; s++) {
      along += weights[s] * taster.weights()[s];
      length += taster.weights()[s] * taster.weights()[s];
    }
    return along / length;
  }

  /**
   * The largest distance of a sense's weight from the taster's, as a share of the largest weight.
   */
  double largestError(Taster taster) {
    double most = 0;
    double largest = 0;
    for (int s = 0; s < taster.weights().length; s++) {
      most = Math.max(most, Math.abs(weights[s] - taster.weights()[s]));
      largest = Math.max(largest, Math.abs(taster.weights()[s]));
    }
    return most / largest;
  }

  /** The largest such distance in standard errors. */
  double largestInErrors(Taster taster) {
    double most = 0;
    for (int s = 0; s < taster.weights().length; s++) {
      most = Math.max(most, Math.abs(weights[s] - taster.weights()[s]) / errors[s]);
    }
    return most;
  }

  /** How far a sense's weight lies from 0, in standard errors. */
  double inErrors(int sense) {
    return Math.abs(weights[sense]) / errors[sense];
  }

  /** Root mean square distance of the weights of the senses from the taster's. */
  double distance(Taster taster) {
    double squares = 0;
    for (int s = 0; s < taster.weights().length; s++) {
      double off = weights[s] - taster.weights()[s];
      squares += off * off / taster.weights().length;
    }
    return Math.sqrt(squares);
  }
}

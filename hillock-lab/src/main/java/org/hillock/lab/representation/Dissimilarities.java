package org.hillock.lab.representation;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * How far conditions lie from each other, in any unit: a representational dissimilarity matrix
 * (Kriegeskorte, Mur, Bandettini 2008, doi 10.3389/neuro.06.004.2008).
 *
 * @param conditions names, such as the labels of images
 * @param pairs above the diagonal, row after row: (0,1), (0,2), …, (n−2,n−1); crossvalidated ones
 *     may be below 0
 */
public record Dissimilarities(List<String> conditions, double[] pairs) {

  /** Least number of conditions: fewer have no shape that could be alike. */
  public static final int LEAST = 3;

  public Dissimilarities {
    conditions = List.copyOf(conditions);
    if (pairs.length != conditions.size() * (conditions.size() - 1) / 2) {
      throw new IllegalArgumentException(
          pairs.length + " pairs of " + conditions.size() + " conditions");
    }
  }

  /**
   * Of a square matrix.
   *
   * @param where the matrix is from, for messages
   * @throws UsageException where it is not square, not symmetric, not 0 on the diagonal, not
   *     finite, or smaller than {@link #LEAST}
   */
  public static Dissimilarities ofMatrix(String where, List<String> conditions, double[][] matrix) {
    int n = matrix.length;
    if (n < LEAST) {
      throw new UsageException(where, "has " + n + " conditions; " + LEAST + " are the least");
    }
    double largest =
        Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    double[] pairs = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      if (matrix[i].length != n) {
        throw new UsageException(
            where,
            "row "
                + (i + 1)
                + " has "
                + matrix[i].length
                + " numbers, but there are "
                + n
                + " rows");
      }
      if (matrix[i][i] != 0) {
        throw new UsageException(
            where,
            "row "
                + (i + 1)
                + ", column "
                + (i + 1)
                + ": "
                + matrix[i][i]
                + " on the diagonal is not 0");
      }
      for (int j = i + 1; j < n; j++) {
        double above = matrix[i][j];
        // files hold rounded numbers
        if (!Double.isFinite(above) || !(Math.abs(above - matrix[j][i]) <= 1e-6 * largest)) {
          throw new UsageException(
              where,
              "row "
                  + (i + 1)
                  + ", column "
                  + (j + 1)
                  + ": "
                  + above
                  + ", but the other way round "
                  + matrix[j][i]
                  + "; a dissimilarity is a finite number, the same both ways");
        }
        pairs[next++] = above;
      }
    }
    return new Dissimilarities(conditions, pairs);
  }

  /**
   * Crossvalidated distances between the mean activities of conditions: in folds of images that
   * share none, the difference of two means in one fold times the same difference in another, mean
   * over pairs of folds, neurons each divided by their standard deviation within conditions, per
   * neuron. So that noise adds nothing on average: where two conditions are the same, it is 0
   * (Walther et al. 2016, doi 10.1016/j.neuroimage.2015.12.012; noise normalised for each neuron by
   * itself).
   *
   * @param activity [image][neuron]
   * @param condition of each image, 0..names − 1
   * @param fold of each image, 0..folds − 1; every condition in each
   * @param folds at least 2
   */
  public static Dissimilarities crossvalidated(
      double[][] activity, int[] condition, int[] fold, int folds, List<String> names) {
    int neurons = activity[0].length;
    double[] scale = inverseDeviation(activity, condition, names.size());
    double[][][] mean = new double[folds][names.size()][neurons];
    int[][] count = new int[folds][names.size()];
    for (int i = 0; i < activity.length; i++) {
      count[fold[i]][condition[i]]++;
      for (int n = 0; n < neurons; n++) {
        mean[fold[i]][condition[i]][n] += activity[i][n] * scale[n];
      }
    }
    for (int f = 0; f < folds; f++) {
      for (int c = 0; c < names.size(); c++) {
        if (count[f][c] == 0) {
          throw new IllegalArgumentException(
              "fold " + f + " has no image of '" + names.get(c) + "'");
        }
        for (int n = 0; n < neurons; n++) {
          mean[f][c][n] /= count[f][c];
        }
      }
    }
    double[] pairs = new double[names.size() * (names.size() - 1) / 2];
    int next = 0;
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        pairs[next++] = acrossFolds(mean, a, b) / neurons;
      }
    }
    return new Dissimilarities(names, pairs);
  }

  /** Σ over neurons of the product of a difference in two folds, mean over pairs of folds. */
  private static double acrossFolds(double[][][] mean, int a, int b) {
    int folds = mean.length;
    double sum = 0;
    for (int n = 0; n < mean[0][a].length; n++) {
      double all = 0;
      double own = 0;
      for (double[][] one : mean) {
        double difference = one[a][n] - one[b][n];
        all += difference;
        own += difference * difference;
      }
      sum += all * all - own;
    }
    return sum / (folds * (folds - 1));
  }

  /** One by the standard deviation within conditions; 0 for neurons that always do the same. */
  private static double[] inverseDeviation(double[][] activity, int[] condition, int conditions) {
    int neurons = activity[0].length;
    double[][] mean = new double[conditions][neurons];
    int[] count = new int[conditions];
    for (int i = 0; i < activity.length; i++) {
      count[condition[i]]++;
      for (int n = 0; n < neurons; n++) {
        mean[condition[i]][n] += activity[i][n];
      }
    }
    double[] squares = new double[neurons];
    double[] largest = new double[neurons];
    for (int i = 0; i < activity.length; i++) {
      for (int n = 0; n < neurons; n++) {
        double off = activity[i][n] - mean[condition[i]][n] / count[condition[i]];
        squares[n] += off * off;
        largest[n] = Math.max(largest[n], Math.abs(activity[i][n]));
      }
    }
    int free = Math.max(1, activity.length - conditions);
    double typical = Arrays.stream(squares).map(s -> Math.sqrt(s / free)).average().orElse(0);
    double[] scale = new double[neurons];
    for (int n = 0; n < neurons; n++) {
      // a neuron that hardly varies within conditions is not to outweigh all others
      double deviation = Math.max(Math.sqrt(squares[n] / free), typical / 10);
      scale[n] = largest[n] == 0 || deviation == 0 ? 0 : 1 / deviation;
    }
    return scale;
  }

  /** Pearson's correlation of the pairs of two; NaN where one of them is the same for all pairs. */
  public double correlation(Dissimilarities other) {
    if (other.pairs.length != pairs.length) {
      throw new IllegalArgumentException(pairs.length + " pairs against " + other.pairs.length);
    }
    double meanX = Arrays.stream(pairs).average().orElseThrow();
    double meanY = Arrays.stream(other.pairs).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < pairs.length; i++) {
      xy += (pairs[i] - meanX) * (other.pairs[i] - meanY);
      xx += (pairs[i] - meanX) * (pairs[i] - meanX);
      yy += (other.pairs[i] - meanY) * (other.pairs[i] - meanY);
    }
    return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }
}

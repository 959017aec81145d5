package org.hillock.lab.axis.shares;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Strongest;
import org.hillock.lab.summation.Cholesky;

/**
 * How well the weights of a decision can be read off its answers: a linear readout of the groups of
 * inputs, fitted to what a network answers to made-up images, in two halves.
 *
 * <p>Each group of a made-up image is taken from another image, drawn anew, so that groups tell
 * nothing of each other and what the answers owe to each can be told apart. The readout has a
 * weight from the mean of each group to each answer and is fitted to ones and zeros by least
 * squares with a small ridge (Hoerl and Kennard 1970, doi 10.1080/00401706.1970.10488634).
 *
 * @param inHalf made-up images in each half
 * @param weightsCorrelation of the weights of the two halves with each other; NaN where the answers
 *     were all the same in one of them
 * @param agreement share of the answers of a half that the readout of the other predicts
 * @param byHabit share of the answers that are the most frequent one: what is agreed without
 *     looking at the input
 */
public record FittedReadout(
    int inHalf, double weightsCorrelation, double agreement, double byHabit) {

  /** Share of the mean variance of a group that is added to each. */
  private static final double RIDGE = 0.01;

  /**
   * Fits.
   *
   * @param images what made-up images are put together from, at least one
   * @param inHalf made-up images in each half
   * @param seed of the putting together
   * @param trial number of the first trial
   */
  public static FittedReadout of(
      Classifier classifier,
      InputGroups groups,
      float[][] images,
      int classes,
      int inHalf,
      long seed,
      long trial) {
    float[][] made = new float[2 * inHalf][];
    double[][] means = new double[2 * inHalf][];
    for (int i = 0; i < made.length; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i, 1);
      int[] source = new int[groups.count()];
      Arrays.setAll(source, _ -> draws.below(images.length));
      made[i] = groups.of(images, source);
      means[i] = groups.means(made[i]);
    }
    int[] answers = classifier.answers(made, trial);
    Half first = Half.of(means, answers, 0, inHalf, classes);
    Half second = Half.of(means, answers, inHalf, 2 * inHalf, classes);
    int[] counts = new int[classes];
    Arrays.stream(answers).forEach(a -> counts[a]++);
    return new FittedReadout(
        inHalf,
        correlation(first.flat(), second.flat()),
        (first.agreement(means, answers, inHalf, 2 * inHalf)
                + second.agreement(means, answers, 0, inHalf))
            / 2,
        Arrays.stream(counts).max().orElseThrow() / (double) answers.length);
  }

  /** Pearson's; NaN where one of them does not vary. */
  public static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : Double.NaN;
  }

  /** Weights by answer and group, and the constant terms. */
  private record Half(double[][] weights, double[] constants) {

    static Half of(double[][] x, int[] answers, int from, int to, int classes) {
      int groups = x[0].length;
      int n = to - from;
      double[] mean = new double[groups];
      for (int i = from; i < to; i++) {
        for (int g = 0; g < groups; g++) {
          mean[g] += x[i][g] / n;
        }
      }
      double[][] moments = new double[groups][groups];
      for (int i = from; i < to; i++) {
        for (int a = 0; a < groups; a++) {
          for (int b = 0; b < groups; b++) {
            moments[a][b] += (x[i][a] - mean[a]) * (x[i][b] - mean[b]);
          }
        }
      }
      double trace = IntStream.range(0, groups).mapToDouble(g -> moments[g][g]).sum();
      double ridge = trace > 0 ? RIDGE * trace / groups : 1;
      double[][] weights = new double[classes][];
      double[] constants = new double[classes];
      for (int c = 0; c < classes; c++) {
        double[] right = new double[groups];
        int count = 0;
        for (int i = from; i < to; i++) {
          double told = answers[i] == c ? 1 : 0;
          count += answers[i] == c ? 1 : 0;
          for (int g = 0; g < groups; g++) {
            right[g] += told * (x[i][g] - mean[g]);
          }
        }
        double[][] matrix = Arrays.stream(moments).map(double[]::clone).toArray(double[][]::new);
        for (int g = 0; g < groups; g++) {
          matrix[g][g] += ridge;
        }
        if (count > 0 && count < n) {
          Cholesky.solve(matrix, right);
        } else {
          // an answer that is always or never given says nothing, and rounding shall not speak for
          // it
          Arrays.fill(right, 0);
        }
        weights[c] = right;
        constants[c] = (double) count / n;
        for (int g = 0; g < groups; g++) {
          constants[c] -= right[g] * mean[g];
        }
      }
      return new Half(weights, constants);
    }

    double[] flat() {
      return Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
    }

    double agreement(double[][] x, int[] answers, int from, int to) {
      int right = 0;
      for (int i = from; i < to; i++) {
        double[] scores = constants.clone();
        for (int c = 0; c < scores.length; c++) {
          for (int g = 0; g < x[i].length; g++) {
            scores[c] += weights[c][g] * x[i][g];
          }
        }
        right += Strongest.of(scores) == answers[i] ? 1 : 0;
      }
      return (double) right / (to - from);
    }
  }
}

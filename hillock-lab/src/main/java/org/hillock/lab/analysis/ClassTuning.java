package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a neuron prefers among classes of inputs, and how strongly.
 *
 * @param neuron its number
 * @param means of its response to each class
 * @param preferred class of the largest mean
 * @param sparseness Treves and Rolls' over classes, as Vinje and Gallant put it on 0..1: 0 answers
 *     all alike, 1 one alone; not a number where a mean is below 0 or all are 0
 * @param selectivity (μ − μ')/(μ + μ'), μ the largest mean and μ' the mean of the others' means:
 *     0..1; not a number as before
 * @param discriminability d' of the preferred class against all others, in standard deviations
 */
public record ClassTuning(
    int neuron,
    double[] means,
    int preferred,
    double sparseness,
    double selectivity,
    double discriminability) {

  /**
   * The tuning of each neuron.
   *
   * @param responses [input][neuron]
   * @param labels of the inputs, 0..classes-1; a class that never comes is left out
   */
  public static List<ClassTuning> of(double[][] responses, int[] labels, int classes) {
    List<ClassTuning> all = new ArrayList<>();
    for (int n = 0; n < responses[0].length; n++) {
      int neuron = n;
      double[] own = Arrays.stream(responses).mapToDouble(row -> row[neuron]).toArray();
      all.add(of(neuron, own, labels, classes));
    }
    return all;
  }

  private static ClassTuning of(int neuron, double[] own, int[] labels, int classes) {
    double[] means = new double[classes];
    int preferred = -1;
    for (int c = 0; c < classes; c++) {
      means[c] = Moments.mean(chosen(own, labels, c, true));
      if (!Double.isNaN(means[c]) && (preferred < 0 || means[c] > means[preferred])) {
        preferred = c;
      }
    }
    double[] known = Arrays.stream(means).filter(m -> !Double.isNaN(m)).toArray();
    return new ClassTuning(
        neuron,
        means,
        preferred,
        sparseness(known),
        selectivity(known),
        discriminability(
            chosen(own, labels, preferred, true), chosen(own, labels, preferred, false)));
  }

  private static double[] chosen(double[] own, int[] labels, int wanted, boolean same) {
    return java.util.stream.IntStream.range(0, own.length)
        .filter(i -> (labels[i] == wanted) == same)
        .mapToDouble(i -> own[i])
        .toArray();
  }

  /**
   * Sparseness of responses: (1 − a)/(1 − 1/n) with a = (mean r)² / mean r² (Treves & Rolls 1991,
   * doi 10.1088/0954-898X_2_4_004; Vinje & Gallant 2000, doi 10.1126/science.287.5456.1273).
   *
   * @return not a number where a response is below 0 or all are 0, or of one response
   */
  public static double sparseness(double[] responses) {
    double mean = Moments.mean(responses);
    double squares = Arrays.stream(responses).map(r -> r * r).sum() / responses.length;
    if (Arrays.stream(responses).anyMatch(r -> r < 0) || responses.length < 2) {
      return Double.NaN;
    }
    return (1 - mean * mean / squares) / (1 - 1.0 / responses.length);
  }

  /**
   * Class selectivity of means: (μ − μ')/(μ + μ') (Morcos et al. 2018, arXiv:1803.06959).
   *
   * @return not a number where a mean is below 0 or all are 0, or of one class
   */
  public static double selectivity(double[] means) {
    double most = Arrays.stream(means).max().orElse(Double.NaN);
    double others = (Arrays.stream(means).sum() - most) / (means.length - 1);
    return Arrays.stream(means).anyMatch(m -> m < 0)
        ? Double.NaN
        : (most - others) / (most + others);
  }

  /**
   * d' of two groups of responses: the difference of the means over the root of the mean of the
   * variances (Green & Swets 1966); the variances over all n.
   *
   * @return not a number where neither group varies, or one is empty
   */
  public static double discriminability(double[] one, double[] other) {
    return (Moments.mean(one) - Moments.mean(other))
        / Math.sqrt((Moments.variance(one) + Moments.variance(other)) / 2);
  }
}

package org.hillock.lab.analysis;

import java.util.Arrays;

/** Means and spreads. */
public final class Moments {

  private Moments() {}

  /** The mean; not a number of nothing. */
  public static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** The variance over all n values, not n − 1; not a number of nothing. */
  public static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
  }

  /**
   * Fano factor of counts: variance over mean, the variance over all n counts (Elephant's {@code
   * fanofactor}). 1 of a Poisson process.
   *
   * @param counts of one neuron in trials or windows, or of neurons in one window
   * @return not a number where all are 0
   */
  public static double fano(double[] counts) {
    return variance(counts) / mean(counts);
  }

  /** Pearson's coefficient of correlation; not a number where one of them does not change. */
  public static double correlation(double[] one, double[] other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      first += (one[i] - meanOne) * (one[i] - meanOne);
      second += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return both / Math.sqrt(first * second);
  }

  /** The mean of those that are numbers; not a number where none is. */
  public static double meanOfKnown(double[] values) {
    return mean(Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray());
  }
}

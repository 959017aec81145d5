package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Intervals that hold the true value in 95 of 100 measurements. */
public final class Confidence {

  /** Quantiles 0.975 of Student's t for 1 to 30 degrees of freedom. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  /** The same of the normal distribution. */
  static final double NORMAL = 1.959964;

  /** Beyond that the first terms of a binomial distribution are too small for a double. */
  private static final int MOST_ADDED_UP = 1000;

  private Confidence() {}

  /**
   * Of a mean, by Student's t (1908, doi 10.1093/biomet/6.1.1).
   *
   * @param values independent; of one alone the interval is the value
   * @param over what they are, such as {@code 5 seeds}
   */
  public static Measurement.Interval ofMean(double[] values, String over) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    double half = 0;
    if (values.length > 1) {
      double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
      double deviation = Math.sqrt(squares / (values.length - 1));
      half = quantile(values.length - 1) * deviation / Math.sqrt(values.length);
    }
    return new Measurement.Interval(mean - half, mean + half, "95 % over " + over);
  }

  /** Above 30 degrees by the next term of its expansion around the normal distribution. */
  private static double quantile(int degrees) {
    return degrees <= STUDENT.length
        ? STUDENT[degrees - 1]
        : NORMAL + (NORMAL * NORMAL * NORMAL + NORMAL) / (4.0 * degrees);
  }

  /**
   * Of a median, between order statistics (Thompson 1936, doi 10.1214/aoms/1177732502): the
   * narrowest that hold it at least 95 times in 100 whatever the distribution. Fewer than six
   * values cannot promise so much; the interval is then from the least to the largest, and says how
   * often that holds the median.
   *
   * @param values independent, at least one
   * @param over what they are, such as {@code 20 trials}
   */
  public static Measurement.Interval ofMedian(double[] values, String over) {
    return ofMedian(values, values.length, over);
  }

  /**
   * The same of values that are not all independent, as if there were fewer of them.
   *
   * @param independent how many they are worth, 1 to their number
   */
  public static Measurement.Interval ofMedian(double[] values, int independent, String over) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // P(k of n lie below the median), term by term of the binomial distribution
    double term = Math.scalb(1.0, -independent);
    double outside = term;
    int k = 0;
    if (independent > MOST_ADDED_UP) {
      k = (int) Math.floor((independent - NORMAL * Math.sqrt(independent)) / 2) - 1;
    } else {
      while (2 * (outside + term * (independent - k) / (k + 1)) <= 0.05) {
        term *= (double) (independent - k) / (k + 1);
        outside += term;
        k++;
      }
    }
    int below = (int) ((long) k * sorted.length / independent);
    long percent = Math.max(0, (long) Math.floor(100 * (1 - 2 * outside)));
    return new Measurement.Interval(
        sorted[below],
        sorted[sorted.length - 1 - below],
        (percent >= 95 ? "95 % over " : "only " + percent + " % over ") + over);
  }

  /**
   * Of any smooth number made of many observations, by the jackknife that leaves out one group of
   * them at a time (Miller 1974, doi 10.1093/biomet/61.1.1), and Student's t.
   *
   * @param value of all
   * @param without the same number without each of the groups, at least 2
   * @param over what the observations are
   */
  public static Measurement.Interval ofJackknife(double value, double[] without, String over) {
    int groups = without.length;
    double mean = DoubleStream.of(without).average().orElseThrow();
    double squares = DoubleStream.of(without).map(v -> (v - mean) * (v - mean)).sum();
    double half = quantile(groups - 1) * Math.sqrt(squares * (groups - 1) / groups);
    return new Measurement.Interval(value - half, value + half, "95 % over " + over);
  }

  /**
   * Of a share, by Wilson's score (1927, doi 10.1080/01621459.1927.10502953).
   *
   * @param count of those that have it, 0..of
   * @param of at least 1
   * @param over what they are, such as {@code 60 images}
   */
  public static Measurement.Interval ofShare(long count, long of, String over) {
    return ofShare((double) count / of, of, over);
  }

  /**
   * Of a share of things that are not all independent, as if there were fewer of them.
   *
   * @param share 0..1
   * @param independent how many they are worth, more than 0
   * @param over what they are
   */
  public static Measurement.Interval ofShare(double share, double independent, String over) {
    double z2 = NORMAL * NORMAL / independent;
    double middle = (share + z2 / 2) / (1 + z2);
    double half =
        NORMAL / (1 + z2) * Math.sqrt(share * (1 - share) / independent + z2 / (4.0 * independent));
    return new Measurement.Interval(
        Math.max(0, Math.min(share, middle - half)),
        Math.min(1, Math.max(share, middle + half)),
        "95 % over " + over);
  }

  /**
   * Of a share whose variance was measured: Wilson's, over as many independent answers as would
   * have that variance, fewer where it was measured on few degrees of freedom (Korn and Graubard
   * 1998, Survey Methodology 24:193).
   *
   * @param share 0..1
   * @param variance of the share, 0 or more
   * @param degrees of freedom on which it was measured, at least 1
   * @param drawn how many were drawn: what the share is worth where none differs from another
   * @param over what was drawn
   */
  public static Measurement.Interval ofShare(
      double share, double variance, int degrees, long drawn, String over) {
    double t = NORMAL / quantile(degrees);
    double binomial = share * (1 - share);
    return ofShare(share, variance > 0 && binomial > 0 ? binomial / variance * t * t : drawn, over);
  }
}

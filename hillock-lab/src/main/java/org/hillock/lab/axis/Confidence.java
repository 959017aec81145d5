package org.hillock.lab.axis;

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
  private static final double NORMAL = 1.959964;

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
   * Of a share, by Wilson's score (1927, doi 10.1080/01621459.1927.10502953).
   *
   * @param count of those that have it, 0..of
   * @param of at least 1
   * @param over what they are, such as {@code 60 images}
   */
  public static Measurement.Interval ofShare(long count, long of, String over) {
    double share = (double) count / of;
    double z2 = NORMAL * NORMAL / of;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = NORMAL / (1 + z2) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of));
    return new Measurement.Interval(
        Math.max(0, middle - half), Math.min(1, middle + half), "95 % over " + over);
  }
}

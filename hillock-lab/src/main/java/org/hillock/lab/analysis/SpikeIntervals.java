package org.hillock.lab.analysis;

import java.util.Arrays;

/** How regularly a neuron fires: its intervals between spikes and how they vary. */
public final class SpikeIntervals {

  private SpikeIntervals() {}

  /** The times between spikes that follow each other, in ms; Elephant's {@code isi}. */
  public static double[] of(double[] timesMs) {
    double[] intervals = new double[Math.max(0, timesMs.length - 1)];
    Arrays.setAll(intervals, i -> timesMs[i + 1] - timesMs[i]);
    return intervals;
  }

  /**
   * Coefficient of variation: standard deviation over mean, the deviation over all n intervals
   * (Elephant's {@code cv}, {@code ddof = 0}). 0 of a clock, 1 of a Poisson process.
   *
   * @return not a number without intervals
   */
  public static double cv(double[] intervals) {
    return Math.sqrt(Moments.variance(intervals)) / Moments.mean(intervals);
  }

  /**
   * Variation between neighbours: the mean of 2·|I₂ − I₁| / (I₂ + I₁) (Holt et al. 1996, doi
   * 10.1152/jn.1996.75.5.1806; Elephant's {@code cv2}). Slow changes of the rate count little.
   *
   * @return not a number of fewer than two intervals
   */
  public static double cv2(double[] intervals) {
    double sum = 0;
    for (int i = 1; i < intervals.length; i++) {
      sum += contrast(intervals, i);
    }
    return intervals.length < 2 ? Double.NaN : 2 * sum / (intervals.length - 1);
  }

  /**
   * Local variation: the mean of 3·(I₂ − I₁)² / (I₂ + I₁)² (Shinomoto et al. 2003, doi
   * 10.1162/089976603322518759; Elephant's {@code lv}). 0 of a clock, 1 of a Poisson process
   * whatever becomes of its rate.
   *
   * @return not a number of fewer than two intervals
   */
  public static double lv(double[] intervals) {
    double sum = 0;
    for (int i = 1; i < intervals.length; i++) {
      double contrast = contrast(intervals, i);
      sum += contrast * contrast;
    }
    return intervals.length < 2 ? Double.NaN : 3 * sum / (intervals.length - 1);
  }

  private static double contrast(double[] intervals, int i) {
    return Math.abs(intervals[i] - intervals[i - 1]) / (intervals[i] + intervals[i - 1]);
  }

  /**
   * How many intervals fall into each bin from 0 on; those beyond the last are left out.
   *
   * @param binMs width of a bin in ms, > 0
   * @param bins how many, at least 1
   */
  public static int[] histogram(double[] intervals, double binMs, int bins) {
    int[] counts = new int[bins];
    for (double interval : intervals) {
      int bin = BinnedSpikes.bin(interval, binMs);
      if (bin < bins) {
        counts[bin]++;
      }
    }
    return counts;
  }
}

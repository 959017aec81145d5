package org.hillock.lab.cell;

import org.hillock.core.cell.Cell;

/**
 * A second pulse after a first one that fired: how much more it needs. Both are short currents into
 * the hillock.
 *
 * @param pulseMs duration of both
 * @param intervalsMs between their beginnings, ascending
 * @param ratios what the second needs over what the first needs; NaN where {@link #MOST_TIMES} of
 *     it do not fire
 * @param restThresholdPa what the first needs
 * @param absoluteMs up to here not even {@link #MOST_TIMES} times the threshold fires again
 * @param relativeMs up to here more than {@link #ABOUT_ONE} times the threshold is needed
 */
public record Refractoriness(
    double pulseMs,
    double[] intervalsMs,
    double[] ratios,
    double restThresholdPa,
    double absoluteMs,
    double relativeMs) {

  /** The strongest second pulse, over the threshold of a cell at rest. */
  public static final double MOST_TIMES = 8;

  /** From here on the threshold counts as that at rest. */
  public static final double ABOUT_ONE = 1.05;

  private static final double FROM_MS = 1;
  private static final double PULSE_MS = 0.2;
  private static final double FIRST_TIMES = 1.5;

  /** A spike within it after the second pulse is that pulse's. */
  private static final double ANSWER_MS = 1.6;

  private static final double[] INTERVALS = {
    0.8, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.2, 2.5, 3, 4, 5, 7, 10
  };

  /** Measures a cell that has a hillock. */
  public static Refractoriness of(Cell cell) {
    double atRest =
        LeastAmount.find(
            1,
            0,
            20_000,
            (_, amount) -> {
              SideBySide bench = new SideBySide(cell, amount.length);
              for (int i = 0; i < amount.length; i++) {
                pulse(bench, i, amount[i], FROM_MS);
              }
              return answered(bench, amount.length, new double[] {FROM_MS}, new int[amount.length]);
            })[0];
    double[] at = new double[INTERVALS.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = FROM_MS + INTERVALS[i];
    }
    double[] ratios =
        LeastAmount.find(
            INTERVALS.length,
            0,
            MOST_TIMES,
            (condition, amount) -> {
              SideBySide bench = new SideBySide(cell, amount.length);
              for (int i = 0; i < amount.length; i++) {
                pulse(bench, i, FIRST_TIMES * atRest, FROM_MS);
                pulse(bench, i, amount[i] * atRest, at[condition[i]]);
              }
              return answered(bench, amount.length, at, condition);
            });
    return new Refractoriness(
        PULSE_MS, INTERVALS.clone(), ratios, atRest, absolute(ratios), relative(ratios));
  }

  private static void pulse(SideBySide bench, int copy, double picoAmperes, double atMs) {
    bench.inject(copy, "hillock(0.5)", picoAmperes, atMs, atMs + PULSE_MS);
  }

  /** Whether each fired soon after its pulse. */
  private static boolean[] answered(SideBySide bench, int trials, double[] at, int[] condition) {
    double last = java.util.Arrays.stream(at).max().orElse(0);
    Watched seen = bench.run(last + ANSWER_MS + 0.5);
    boolean[] answered = new boolean[trials];
    for (int i = 0; i < trials; i++) {
      double pulse = at[condition[i]];
      for (double spike : seen.spikesMs(i)) {
        answered[i] |= spike > pulse + PULSE_MS && spike <= pulse + ANSWER_MS;
      }
    }
    return answered;
  }

  /** In the middle between the last interval without an answer and the first with one. */
  private static double absolute(double[] ratios) {
    int last = -1;
    for (int i = 0; i < ratios.length; i++) {
      last = Double.isNaN(ratios[i]) ? i : last;
    }
    return between(last);
  }

  private static double relative(double[] ratios) {
    int last = -1;
    for (int i = 0; i < ratios.length; i++) {
      last = Double.isNaN(ratios[i]) || ratios[i] > ABOUT_ONE ? i : last;
    }
    return between(last);
  }

  private static double between(int last) {
    if (last < 0 || last == INTERVALS.length - 1) {
      return Double.NaN;
    }
    return (INTERVALS[last] + INTERVALS[last + 1]) / 2;
  }
}

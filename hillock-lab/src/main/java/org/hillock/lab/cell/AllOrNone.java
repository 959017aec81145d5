package org.hillock.lab.cell;

import org.hillock.core.cell.Cell;

/**
 * Currents into the soma, small and large: below an amount nothing but charge reaches the end of
 * the axon, above it the same spike whatever the amount.
 *
 * @param durationMs of the current
 * @param amountsPa that were tried
 * @param peaksMv the highest potential at the end of the axon's trunk, for each
 * @param timesMs of the samples of {@code tracesMv}
 * @param tracesMv potential at the hillock by amount and sample
 * @param thresholdPa the least current that fires
 */
public record AllOrNone(
    double durationMs,
    double[] amountsPa,
    double[] peaksMv,
    double[] timesMs,
    double[][] tracesMv,
    double thresholdPa) {

  private static final double FROM_MS = 1;
  private static final double DURATION_MS = 1;
  private static final double UNTIL_MS = 15;
  private static final double MOST_PA = 3000;
  private static final int AMOUNTS = 31;

  /** More than the threshold is known to. */
  private static final double NEAR = 0.003;

  private static final String END = "axon[0](0.95).v";
  private static final String HILLOCK = "hillock(0.5).v";

  /** Asks a cell that has a soma, a hillock and an axon as the shipped one. */
  public static AllOrNone of(Cell cell) {
    double threshold = StrengthDuration.thresholds(cell, new double[] {DURATION_MS})[0];
    double[] amounts = amounts(threshold);
    SideBySide bench = new SideBySide(cell, amounts.length).watch(END, 0).watch(HILLOCK, 0.05);
    for (int i = 0; i < amounts.length; i++) {
      bench.inject(i, "soma(0.5)", amounts[i], FROM_MS, FROM_MS + DURATION_MS);
    }
    Watched seen = bench.run(UNTIL_MS);
    double[] peaks = new double[amounts.length];
    double[][] traces = new double[amounts.length][];
    for (int i = 0; i < amounts.length; i++) {
      peaks[i] = seen.peak(END, i, FROM_MS);
      traces[i] = seen.trace(HILLOCK, i);
    }
    return new AllOrNone(DURATION_MS, amounts, peaks, seen.timesMs(HILLOCK), traces, threshold);
  }

  /** Equal steps, and two amounts a little below and above the threshold. */
  private static double[] amounts(double threshold) {
    double[] amounts = new double[AMOUNTS + 2];
    for (int i = 0; i < AMOUNTS; i++) {
      amounts[i] = MOST_PA * i / (AMOUNTS - 1);
    }
    amounts[AMOUNTS] = threshold * (1 - NEAR);
    amounts[AMOUNTS + 1] = threshold * (1 + NEAR);
    java.util.Arrays.sort(amounts);
    return amounts;
  }

  /** The highest peak below the threshold, in mV. */
  public double highestBelowMv() {
    return peak(true, Double.NEGATIVE_INFINITY, Math::max);
  }

  /** The lowest peak above the threshold, in mV. */
  public double lowestAboveMv() {
    return peak(false, Double.POSITIVE_INFINITY, Math::min);
  }

  /** The highest peak above the threshold, in mV. */
  public double highestAboveMv() {
    return peak(false, Double.NEGATIVE_INFINITY, Math::max);
  }

  private double peak(boolean below, double start, java.util.function.DoubleBinaryOperator of) {
    double found = start;
    for (int i = 0; i < amountsPa.length; i++) {
      if (amountsPa[i] < thresholdPa == below) {
        found = of.applyAsDouble(found, peaksMv[i]);
      }
    }
    return found;
  }
}

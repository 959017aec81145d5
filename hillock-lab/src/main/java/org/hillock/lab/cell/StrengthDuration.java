package org.hillock.lab.cell;

import java.util.Arrays;
import org.hillock.core.cell.Cell;

/**
 * The least current into the soma that fires, for pulses of several durations, and what two laws
 * make of it. Weiss (1901): I = rheobase·(1 + chronaxie/duration). Lapicque (1907, translated in
 * 10.1007/s00422-007-0189-6): I = rheobase/(1 − exp(−duration/τ)), chronaxie τ·ln 2.
 *
 * @param durationsMs ascending
 * @param thresholdsPa for each
 * @param weiss fitted
 * @param lapicque fitted
 */
public record StrengthDuration(
    double[] durationsMs, double[] thresholdsPa, Law weiss, Law lapicque) {

  private static final double[] DURATIONS = {
    0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30
  };

  /** Beyond it pulses count as long, and trials take longer. */
  private static final double SHORT_MS = 3;

  private static final double FROM_MS = 1;

  /** From the end of a pulse until its spike must have reached the end of the axon. */
  private static final double AFTER_MS = 12;

  /** What the shortest pulse may need at most, as charge: pA·ms. */
  private static final double MOST_CHARGE = 4000;

  private static final double MOST_STEADY_PA = 1000;

  /**
   * A fitted law.
   *
   * @param rheobasePa the least current that fires, however long
   * @param chronaxieMs duration at which twice that fires
   * @param rmsShare root mean square of the relative deviation from what was measured
   */
  public record Law(double rheobasePa, double chronaxieMs, double rmsShare) {}

  /** Measures a cell that has a soma. */
  public static StrengthDuration of(Cell cell) {
    double[] shorter = Arrays.stream(DURATIONS).filter(d -> d <= SHORT_MS).toArray();
    double[] longer = Arrays.stream(DURATIONS).filter(d -> d > SHORT_MS).toArray();
    double[] thresholds = Arrays.copyOf(thresholds(cell, shorter), DURATIONS.length);
    System.arraycopy(thresholds(cell, longer), 0, thresholds, shorter.length, longer.length);
    return fitted(DURATIONS.clone(), thresholds);
  }

  /** The least current that fires for each duration, in pA. */
  static double[] thresholds(Cell cell, double[] durationsMs) {
    double longest = Arrays.stream(durationsMs).max().orElse(0);
    double[] shares =
        LeastAmount.find(
            durationsMs.length,
            0,
            1,
            (condition, amount) -> {
              SideBySide bench = new SideBySide(cell, amount.length);
              for (int i = 0; i < amount.length; i++) {
                double duration = durationsMs[condition[i]];
                bench.inject(
                    i, "soma(0.5)", amount[i] * most(duration), FROM_MS, FROM_MS + duration);
              }
              Watched seen = bench.run(FROM_MS + longest + AFTER_MS);
              boolean[] fired = new boolean[amount.length];
              for (int i = 0; i < fired.length; i++) {
                fired[i] = seen.spikes(i, FROM_MS) > 0;
              }
              return fired;
            });
    double[] thresholds = new double[shares.length];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = shares[i] * most(durationsMs[i]);
    }
    return thresholds;
  }

  private static double most(double durationMs) {
    return MOST_STEADY_PA + MOST_CHARGE / durationMs;
  }

  /** Fits both laws to thresholds. */
  static StrengthDuration fitted(double[] durations, double[] thresholds) {
    return new StrengthDuration(
        durations, thresholds, weiss(durations, thresholds), lapicque(durations, thresholds));
  }

  /** Least squares of relative deviations: linear in rheobase and rheobase·chronaxie. */
  private static Law weiss(double[] d, double[] i) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double a1 = 0;
    double b1 = 0;
    for (int k = 0; k < d.length; k++) {
      double a = 1 / i[k];
      double b = 1 / (d[k] * i[k]);
      aa += a * a;
      ab += a * b;
      bb += b * b;
      a1 += a;
      b1 += b;
    }
    double determinant = aa * bb - ab * ab;
    double rheobase = (a1 * bb - b1 * ab) / determinant;
    double slope = (aa * b1 - ab * a1) / determinant;
    double chronaxie = slope / rheobase;
    return law(d, i, rheobase, chronaxie, t -> rheobase * (1 + chronaxie / t));
  }

  /** The best of many time constants; for each the rheobase follows. */
  private static Law lapicque(double[] d, double[] i) {
    Law best = new Law(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY);
    for (double tau = 0.05; tau < 200; tau *= 1.005) {
      double of = tau;
      double ss = 0;
      double s1 = 0;
      for (int k = 0; k < d.length; k++) {
        double shape = 1 / (1 - Math.exp(-d[k] / of)) / i[k];
        ss += shape * shape;
        s1 += shape;
      }
      double rheobase = s1 / ss;
      Law law = law(d, i, rheobase, of * Math.log(2), t -> rheobase / (1 - Math.exp(-t / of)));
      best = law.rmsShare < best.rmsShare ? law : best;
    }
    return best;
  }

  private static Law law(
      double[] d,
      double[] i,
      double rheobase,
      double chronaxie,
      java.util.function.DoubleUnaryOperator current) {
    double sum = 0;
    for (int k = 0; k < d.length; k++) {
      double off = current.applyAsDouble(d[k]) / i[k] - 1;
      sum += off * off;
    }
    return new Law(rheobase, chronaxie, Math.sqrt(sum / d.length));
  }

  /** What Weiss' law gives for a duration, in pA. */
  public double weissPa(double durationMs) {
    return weiss.rheobasePa * (1 + weiss.chronaxieMs / durationMs);
  }

  /** What Lapicque's law gives for a duration, in pA. */
  public double lapicquePa(double durationMs) {
    double tau = lapicque.chronaxieMs / Math.log(2);
    return lapicque.rheobasePa / (1 - Math.exp(-durationMs / tau));
  }
}

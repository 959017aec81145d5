package org.hillock.lab.summation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well a cell was predicted, on rows that no fit had seen.
 *
 * @param loss mean over rows: less the log-likelihood, in nats, or half the squared error, in mV²
 * @param explained share of the loss of knowing only the mean that is gone: for potentials the
 *     variance explained, for spikes the share of the log-likelihood (McFadden's R²); 1 is perfect
 * @param auc for spikes: the chance that a row with a spike scores above one without, 0.5 by
 *     guessing; NaN for potentials
 * @param bitsPerSpike for spikes: log-likelihood beyond that of the mean rate, in bits for each
 *     spike; NaN for potentials
 */
public record Quality(double loss, double explained, double auc, double bitsPerSpike) {

  /**
   * Of scores.
   *
   * @param scores one for each row
   * @param constant scores that know only the mean
   */
  static Quality of(Observations seen, double[] scores, double[] constant) {
    Loss loss = Loss.of(seen);
    double total = 0;
    double ignorant = 0;
    double spikes = 0;
    for (int i = 0; i < scores.length; i++) {
      total += loss.of(scores[i], seen.outputs()[i]);
      ignorant += loss.of(constant[i], seen.outputs()[i]);
      spikes += seen.outputs()[i];
    }
    boolean binary = seen.spikes();
    return new Quality(
        total / scores.length,
        1 - total / ignorant,
        binary ? auc(scores, seen.outputs()) : Double.NaN,
        binary ? (ignorant - total) / (spikes * StrictMath.log(2)) : Double.NaN);
  }

  /** The area under the receiver operating characteristic, from ranks; equal scores count half. */
  static double auc(double[] scores, double[] outputs) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double ranks = 0;
    double spikes = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        if (outputs[order[i]] == 1) {
          ranks += rank;
          spikes++;
        }
      }
      from = to;
    }
    return (ranks - spikes * (spikes + 1) / 2) / (spikes * (scores.length - spikes));
  }
}

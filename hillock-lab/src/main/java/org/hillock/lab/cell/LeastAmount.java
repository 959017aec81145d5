package org.hillock.lab.cell;

import java.util.Arrays;

/**
 * The least amount with which something happens, for several conditions at once. Every round tries
 * several amounts between the last that did not do and the first that did, side by side.
 */
final class LeastAmount {

  /** Amounts that are tried in a round, for each condition. */
  private static final int TRIED = 8;

  private static final int ROUNDS = 4;

  private LeastAmount() {}

  /** Trials side by side. */
  @FunctionalInterface
  interface Trials {

    /**
     * Says of each trial whether it happened.
     *
     * @param condition number of each trial's condition
     * @param amount of each trial
     */
    boolean[] happened(int[] condition, double[] amount);
  }

  /**
   * The least amounts, to a part in some five thousand of the range; NaN where nothing happens up
   * to the highest one, {@code low} where it happens there already.
   */
  static double[] find(int conditions, double low, double high, Trials trials) {
    double[] without = new double[conditions];
    double[] with = new double[conditions];
    Arrays.fill(without, low);
    Arrays.fill(with, high);
    for (int round = 0; round < ROUNDS; round++) {
      round(without, with, round == 0, trials);
    }
    double[] least = new double[conditions];
    for (int c = 0; c < conditions; c++) {
      least[c] = Double.isNaN(with[c]) || with[c] == low ? with[c] : (without[c] + with[c]) / 2;
    }
    return least;
  }

  /** The first round tries both ends, too. */
  private static void round(double[] without, double[] with, boolean first, Trials trials) {
    int[] condition = new int[without.length * TRIED];
    double[] amount = new double[condition.length];
    for (int i = 0; i < condition.length; i++) {
      int c = i / TRIED;
      int k = i % TRIED;
      double share = first ? k / (TRIED - 1.0) : (k + 1) / (TRIED + 1.0);
      condition[i] = c;
      amount[i] = Double.isNaN(with[c]) ? without[c] : without[c] + share * (with[c] - without[c]);
    }
    boolean[] happened = trials.happened(condition, amount);
    for (int c = 0; c < without.length; c++) {
      int k = 0;
      while (k < TRIED && !happened[c * TRIED + k]) {
        k++;
      }
      if (k < TRIED) {
        with[c] = Double.isNaN(with[c]) ? with[c] : amount[c * TRIED + k];
      } else if (first) {
        with[c] = Double.NaN;
      }
      without[c] = k > 0 ? amount[c * TRIED + k - 1] : without[c];
    }
  }
}

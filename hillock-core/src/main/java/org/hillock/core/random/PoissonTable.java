package org.hillock.core.random;

import java.util.Arrays;

/**
 * A Poisson distribution as a table: the count that belongs to a random 32-bit word.
 *
 * <p>The count of word u is the number of k with u >= 2^32·P(X <= k): inversion, exact up to the
 * 2^-32 that a word can tell apart. Counts less likely than that do not come.
 */
public final class PoissonTable {

  private static final double WORDS = 0x1p32;

  /** Terms that cannot move a sum of doubles. */
  private static final double NEGLIGIBLE = 1e-20;

  private final int least;
  private final int[] thresholds;

  private PoissonTable(int least, int[] thresholds) {
    this.least = least;
    this.thresholds = thresholds;
  }

  /**
   * The table of a mean.
   *
   * @param mean at least 0 and at most a million
   */
  public static PoissonTable of(double mean) {
    if (!(mean >= 0 && mean <= 1e6)) {
      throw new IllegalArgumentException("mean " + mean + " is not in 0..1e6");
    }
    int mode = (int) mean;
    int reach = 40 + (int) (12 * Math.sqrt(mean));
    int from = Math.max(0, mode - reach);
    double[] mass = new double[mode + reach - from + 1];
    mass[mode - from] = 1;
    for (int k = mode; k > from && mass[k - from] > NEGLIGIBLE; k--) {
      mass[k - 1 - from] = mass[k - from] * k / mean;
    }
    for (int k = mode + 1; k - from < mass.length; k++) {
      mass[k - from] = mass[k - 1 - from] * mean / k;
    }
    double total = Arrays.stream(mass).sum();
    int[] found = new int[mass.length];
    int size = 0;
    int sure = from;
    double below = 0;
    for (double one : mass) {
      below += one;
      long threshold = Math.round(below / total * WORDS);
      if (threshold >= (long) WORDS) {
        break;
      }
      if (threshold == 0) {
        sure++;
      } else {
        found[size++] = (int) threshold;
      }
    }
    return new PoissonTable(sure, Arrays.copyOf(found, size));
  }

  /** The count of an unsigned word. */
  public int count(int word) {
    int low = 0;
    int high = thresholds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Integer.compareUnsigned(word, thresholds[middle]) >= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return least + low;
  }

  /** The least count that comes. */
  public int least() {
    return least;
  }

  /** The greatest count that comes. */
  public int most() {
    return least + thresholds.length;
  }

  /**
   * The unsigned words from which on the count is {@code least() + 1}, {@code least() + 2} and so
   * on, ascending.
   */
  public int[] thresholds() {
    return thresholds.clone();
  }
}

package org.hillock.lab.analysis;

/**
 * Drawing without putting back: of so many things some are marked; how likely are that many marked
 * ones, or more, among those that are drawn blindly?
 */
public final class Hypergeometric {

  private Hypergeometric() {}

  /**
   * The probability of {@code found} or more.
   *
   * @param found marked ones among the drawn
   * @param drawn how many are drawn
   * @param marked how many of all are marked
   * @param all how many there are
   * @throws IllegalArgumentException where more are marked or drawn than there are
   */
  public static double atLeast(int found, int drawn, int marked, int all) {
    if (marked > all || drawn > all || marked < 0 || drawn < 0) {
      throw new IllegalArgumentException(
          drawn + " drawn and " + marked + " marked do not fit into " + all);
    }
    double sum = 0;
    for (int k = Math.max(found, Math.max(0, drawn + marked - all));
        k <= Math.min(drawn, marked);
        k++) {
      sum +=
          StrictMath.exp(
              logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn));
    }
    return Math.min(1, sum);
  }

  private static double logChoose(int n, int k) {
    double log = 0;
    for (int i = 1; i <= k; i++) {
      log += StrictMath.log((double) (n - k + i) / i);
    }
    return log;
  }
}

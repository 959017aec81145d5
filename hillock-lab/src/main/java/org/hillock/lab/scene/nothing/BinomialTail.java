package org.hillock.lab.scene.nothing;

/** How likely chance alone is right so often. */
final class BinomialTail {

  private BinomialTail() {}

  /**
   * Probability of at least {@code hits} of {@code tries}, each a hit with probability {@code
   * chance}; exact up to rounding, summed from the smallest terms.
   *
   * @param chance in (0, 1)
   */
  static double atLeast(int hits, int tries, double chance) {
    double sum = 0;
    for (int k = tries; k >= Math.max(0, hits); k--) {
      double log = k * StrictMath.log(chance) + (tries - k) * StrictMath.log1p(-chance);
      for (int i = 1; i <= k; i++) {
        log += StrictMath.log((double) (tries - k + i) / i);
      }
      sum += StrictMath.exp(log);
    }
    return Math.min(1, sum);
  }
}

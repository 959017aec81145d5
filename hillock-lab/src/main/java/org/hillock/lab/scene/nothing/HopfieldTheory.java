package org.hillock.lab.scene.nothing;

/**
 * How many units are wrong when a Hopfield network recalls one of p patterns of N units: the
 * replica-symmetric mean field at temperature 0 of Amit, Gutfreund and Sompolinsky (1985, doi
 * 10.1103/PhysRevLett.55.1530; 1987, doi 10.1016/0003-4916(87)90092-3), for N to infinity.
 *
 * <p>Its three equations m = erf(m/√(2αr)), r = 1/(1 − C)², C = √(2/(παr))·exp(−m²/(2αr)), with α =
 * p/N, become one in y = m/√(2αr): erf(y) = y·(√(2α) + (2/√π)·exp(−y²)). The memory is its largest
 * root; where only y = 0 is left, nothing is recalled.
 */
final class HopfieldTheory {

  private static final double MOST = 12;
  private static final double STEP = 1e-3;
  private static final int HALVINGS = 60;

  private HopfieldTheory() {}

  /**
   * Overlap m with the pattern, 0..1; 0 above the critical load.
   *
   * @param load α, above 0
   */
  static double overlap(double load) {
    for (double y = MOST; y > STEP; y -= STEP) {
      if (excess(y, load) >= 0) {
        double low = y;
        double high = Math.min(MOST, y + STEP);
        for (int k = 0; k < HALVINGS; k++) {
          double middle = (low + high) / 2;
          if (excess(middle, load) >= 0) {
            low = middle;
          } else {
            high = middle;
          }
        }
        return erf(low);
      }
    }
    return 0;
  }

  /** Share of wrong units, (1 − m)/2; one half where nothing is recalled. */
  static double wrong(double load) {
    return (1 - overlap(load)) / 2;
  }

  /** The load above which nothing is recalled. */
  static double critical() {
    double low = 0.1;
    double high = 0.2;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (overlap(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double excess(double y, double load) {
    return erf(y) - y * (Math.sqrt(2 * load) + 2 / Math.sqrt(Math.PI) * StrictMath.exp(-y * y));
  }

  /**
   * The error function: its series near 0, its continued fraction farther out (Abramowitz and
   * Stegun 1964, 7.1.6 and 7.1.14), to about 1e-15.
   */
  static double erf(double x) {
    if (x < 0) {
      return -erf(-x);
    }
    if (x < 2.5) {
      double term = x;
      double sum = x;
      for (int n = 1; Math.abs(term) > 1e-17 * sum && n < 200; n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
      }
      return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }
    double fraction = 0;
    for (int k = 80; k >= 1; k--) {
      fraction = k / 2.0 / (x + fraction);
    }
    return 1 - StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
  }
}

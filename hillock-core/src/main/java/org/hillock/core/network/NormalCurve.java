package org.hillock.core.network;

/** The standard normal distribution: its density and the share of it between two bounds. */
final class NormalCurve {

  private static final double ROOT_TWO_PI = 2.5066282746310002;

  /** Up to here the series for the middle loses less than a digit. */
  private static final double MIDDLE = 2;

  private static final int FRACTIONS = 200;

  private NormalCurve() {}

  /** exp(-x²/2)/√(2π); 0 at both infinities. */
  static double density(double x) {
    return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
  }

  /** The share of the curve in [low, high]; the bounds may be infinite. */
  static double share(double low, double high) {
    if (low > 0) {
      return above(low) - above(high);
    }
    if (high < 0) {
      return above(-high) - above(-low);
    }
    return 1 - above(-low) - above(high);
  }

  /** The share above {@code x}, which is at least 0; small shares keep their digits. */
  private static double above(double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return x < MIDDLE ? 0.5 - density(x) * series(x) : density(x) / fraction(x);
  }

  /** x + x³/3 + x⁵/(3·5) + … (Marsaglia 2004, doi 10.18637/jss.v011.i04). */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int k = 3; sum + term != sum; k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return sum;
  }

  /** Laplace's x + 1/(x + 2/(x + 3/(x + …))), from its far end. */
  private static double fraction(double x) {
    double value = x;
    for (int k = FRACTIONS; k >= 1; k--) {
      value = x + k / value;
    }
    return value;
  }
}

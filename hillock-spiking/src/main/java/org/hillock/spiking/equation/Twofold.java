package org.hillock.spiking.equation;

/**
 * A number as the exact sum of two doubles, some 106 bits: so that what is computed once and used
 * in every step is right to the last bit of a double. Error-free sums and products after Dekker
 * 1971, doi 10.1007/BF01397083.
 *
 * @param high nearest double
 * @param low what is left, at most half a unit in the last place of {@code high}
 */
record Twofold(double high, double low) {

  static final Twofold ZERO = new Twofold(0, 0);
  static final Twofold ONE = new Twofold(1, 0);

  static Twofold of(double value) {
    return new Twofold(value, 0);
  }

  /** The exact product of two doubles. */
  static Twofold product(double a, double b) {
    double p = a * b;
    return new Twofold(p, Math.fma(a, b, -p));
  }

  private static Twofold sum(double a, double b) {
    double s = a + b;
    double t = s - a;
    return new Twofold(s, (a - (s - t)) + (b - t));
  }

  Twofold plus(Twofold o) {
    Twofold s = sum(high, o.high);
    return sum(s.high, s.low + (low + o.low));
  }

  Twofold minus(Twofold o) {
    return plus(o.times(-1));
  }

  Twofold times(double factor) {
    Twofold p = product(high, factor);
    return sum(p.high, p.low + low * factor);
  }

  Twofold times(Twofold o) {
    Twofold p = product(high, o.high);
    return sum(p.high, p.low + (high * o.low + low * o.high));
  }

  Twofold over(double divisor) {
    double q = high / divisor;
    Twofold left = minus(product(q, divisor));
    return sum(q, (left.high + left.low) / divisor);
  }

  double value() {
    return high + low;
  }
}

package org.hillock.spiking.function;

/**
 * A number of some 106 bits: the sum of two doubles, the second at most half a unit in the last
 * place of the first. Products are exact before they are rounded to that, by fused multiply-add.
 */
record DoubleDouble(double high, double low) {

  static final DoubleDouble ZERO = of(0);
  static final DoubleDouble ONE = of(1);

  /** The natural logarithm of 2, as far as two doubles go. */
  static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  private static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new DoubleDouble(sum, a - (sum - part) + (b - part));
  }

  private static DoubleDouble product(double a, double b) {
    double product = a * b;
    return new DoubleDouble(product, Math.fma(a, b, -product));
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble highs = sum(high, other.high);
    DoubleDouble lows = sum(low, other.low);
    DoubleDouble first = sum(highs.high, highs.low + lows.high);
    return sum(first.high, first.low + lows.low);
  }

  DoubleDouble plus(double other) {
    return plus(of(other));
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(other.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble times(DoubleDouble other) {
    DoubleDouble exact = product(high, other.high);
    return sum(exact.high, exact.low + (high * other.low + low * other.high));
  }

  DoubleDouble times(double other) {
    return times(of(other));
  }

  DoubleDouble over(DoubleDouble other) {
    double first = high / other.high;
    DoubleDouble rest = minus(other.times(first));
    double second = rest.high / other.high;
    DoubleDouble last = rest.minus(other.times(second));
    return sum(first, second).plus(last.high / other.high);
  }

  /** This times a power of two, where neither part leaves the normal numbers. */
  DoubleDouble scaled(int power) {
    return new DoubleDouble(Math.scalb(high, power), Math.scalb(low, power));
  }
}

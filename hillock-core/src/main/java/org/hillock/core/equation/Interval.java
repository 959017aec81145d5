package org.hillock.core.equation;

import java.util.function.DoubleBinaryOperator;

/**
 * Where a value lies for certain, ends included; wider than need be where values depend on each
 * other.
 *
 * @param low at most {@code high}; may be infinite
 * @param high may be infinite
 */
record Interval(double low, double high) {

  static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

  /** The interval; everything where an end is no number. */
  static Interval of(double low, double high) {
    return low <= high ? new Interval(low, high) : ALL;
  }

  static Interval of(double value) {
    return of(value, value);
  }

  Interval negative() {
    return new Interval(-high, -low);
  }

  Interval plus(Interval o) {
    return of(low + o.low, high + o.high);
  }

  Interval times(Interval o) {
    return corners(o, (a, b) -> a == 0 || b == 0 ? 0 : a * b);
  }

  Interval over(Interval o) {
    return o.low <= 0 && o.high >= 0 ? ALL : corners(o, (a, b) -> a / b);
  }

  /** Raised to a power that may change too. */
  Interval raised(Interval o) {
    if (low >= 0) {
      // monotone in the base for a given exponent, and the other way round: corners are enough
      return corners(o, Math::pow);
    }
    if (o.low != o.high || o.low != Math.rint(o.low) || o.low < 0) {
      return ALL;
    }
    double exponent = o.low;
    if (exponent % 2 != 0) {
      return of(Math.pow(low, exponent), Math.pow(high, exponent));
    }
    Interval size = abs();
    return of(Math.pow(size.low, exponent), Math.pow(size.high, exponent));
  }

  Interval abs() {
    if (low >= 0) {
      return this;
    }
    return high <= 0 ? negative() : new Interval(0, Math.max(-low, high));
  }

  Interval min(Interval o) {
    return new Interval(Math.min(low, o.low), Math.min(high, o.high));
  }

  Interval max(Interval o) {
    return new Interval(Math.max(low, o.low), Math.max(high, o.high));
  }

  /** The smallest interval around both. */
  Interval with(Interval o) {
    return new Interval(Math.min(low, o.low), Math.max(high, o.high));
  }

  private Interval corners(Interval o, DoubleBinaryOperator f) {
    double[] all = {
      f.applyAsDouble(low, o.low),
      f.applyAsDouble(low, o.high),
      f.applyAsDouble(high, o.low),
      f.applyAsDouble(high, o.high)
    };
    double least = all[0];
    double most = all[0];
    for (double corner : all) {
      // Math.min and max give NaN where a corner is none, and NaN gives everything
      least = Math.min(least, corner);
      most = Math.max(most, corner);
    }
    return of(least, most);
  }
}

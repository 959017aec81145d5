package org.hillock.core.equation;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/**
 * What an expression measures: a dimension, halves of exponents included, or the number 0, which
 * fits everything.
 *
 * @param squared the dimension of its square
 * @param zero whether it is the number 0
 */
record Measure(Dimension squared, boolean zero) {

  static final Measure NONE = new Measure(Dimension.NONE, false);
  static final Measure ZERO = new Measure(Dimension.NONE, true);

  /** White noise is measured in one over the square root of a time. */
  static final Measure NOISE = new Measure(Dimension.RATE, false);

  /** Beyond this no quantity makes sense, and sums of exponents stay far from overflow. */
  private static final int LARGEST = 60;

  static Measure of(Dimension dimension) {
    return new Measure(dimension.power(2), false);
  }

  Measure times(Measure other) {
    return new Measure(squared.times(other.squared), false);
  }

  Measure over(Measure other) {
    return new Measure(squared.over(other.squared), false);
  }

  /** Raised to half of {@code doubled}; empty where exponents would be other than halves. */
  Optional<Measure> raised(int doubled) {
    if (!has(e -> e * doubled % 2)) {
      Dimension all = squared.power(doubled);
      return Optional.of(new Measure(each(all, e -> e / 2), false));
    }
    return Optional.empty();
  }

  /** Whether both can be added and compared. */
  boolean fits(Measure other) {
    return zero || other.zero || squared.equals(other.squared);
  }

  boolean isPlain() {
    return zero || squared.equals(Dimension.NONE);
  }

  /** Whether an exponent is beyond all sense. */
  boolean absurd() {
    return has(e -> Math.abs(e) > LARGEST ? 1 : 0);
  }

  /** The dimension; empty where it has halves of exponents. */
  Optional<Dimension> whole() {
    return has(e -> e % 2) ? Optional.empty() : Optional.of(each(squared, e -> e / 2));
  }

  private boolean has(IntUnaryOperator what) {
    return !each(squared, what).equals(Dimension.NONE);
  }

  private static Dimension each(Dimension d, IntUnaryOperator of) {
    return new Dimension(
        of.applyAsInt(d.length()),
        of.applyAsInt(d.mass()),
        of.applyAsInt(d.time()),
        of.applyAsInt(d.current()),
        of.applyAsInt(d.temperature()),
        of.applyAsInt(d.amount()));
  }

  /** Such as {@code a current (pA)}. */
  @Override
  public String toString() {
    if (isPlain()) {
      return zero ? "0" : Dimension.NONE.toString();
    }
    Optional<Dimension> whole = whole();
    if (whole.isEmpty()) {
      return "measured in sqrt(" + Unit.coherent(squared) + ")";
    }
    String unit = Unit.coherent(whole.get()).symbol();
    String name = whole.get().toString();
    if (whole.get().equals(Dimension.RATE)) {
      return "a rate (" + unit + ")";
    }
    return name.startsWith("a ") ? name + " (" + unit + ")" : "measured in " + unit;
  }
}

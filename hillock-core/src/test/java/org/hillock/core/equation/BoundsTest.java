package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

/** What is certain by interval arithmetic is so for each number. */
class BoundsTest {

  private static final double[] ENDS = {-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3};

  private static void holds(
      String name, BiFunction<Interval, Interval, Interval> bound, DoubleBinaryOperator value) {
    Draws draws = new Draws(7, Purpose.TRIAL, 0);
    for (int i = 0; i < 20_000; i++) {
      Interval one = interval(draws);
      Interval other = interval(draws);
      double a = one.low() + draws.uniform() * (one.high() - one.low());
      double b = other.low() + draws.uniform() * (other.high() - other.low());
      double found = value.applyAsDouble(a, b);
      Interval bounds = bound.apply(one, other);
      // one rounding more or less than at the ends
      double slack = Double.isInfinite(found) ? 0 : 1e-12 * Math.max(1, Math.abs(found));
      assertThat(Double.isNaN(found) || bounds.low() - slack <= found)
          .as("%s of %s in %s and %s in %s", name, a, one, b, other)
          .isTrue();
      assertThat(Double.isNaN(found) || found <= bounds.high() + slack)
          .as("%s of %s in %s and %s in %s", name, a, one, b, other)
          .isTrue();
    }
  }

  private static Interval interval(Draws draws) {
    double a = ENDS[draws.below(ENDS.length)];
    double b = ENDS[draws.below(ENDS.length)];
    return new Interval(Math.min(a, b), Math.max(a, b));
  }

  @Test
  void arithmeticStaysWithinItsBounds() {
    holds("sum", Interval::plus, Double::sum);
    holds("product", Interval::times, (a, b) -> a * b);
    holds("quotient", Interval::over, (a, b) -> a / b);
    holds("power", Interval::raised, Math::pow);
    holds("least", Interval::min, Math::min);
    holds("most", Interval::max, Math::max);
    holds("magnitude", (a, _) -> a.abs(), (a, _) -> Math.abs(a));
    holds("either", Interval::with, (a, _) -> a);
  }

  @Test
  void whatIsNoNumberMayBeAnything() {
    Interval infinite = Interval.of(Double.POSITIVE_INFINITY);
    assertThat(infinite.plus(infinite.negative())).isEqualTo(Interval.ALL);
    assertThat(Interval.of(0).times(Interval.ALL)).isEqualTo(Interval.of(0));
    assertThat(infinite.over(infinite)).isEqualTo(Interval.ALL);
  }
}

package org.hillock.spiking.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No result is further from the exact one than its Javadoc says. */
class ErrorTest {

  /**
   * A stride over the bits of floats, odd so that all their last bits come up: a million of them.
   */
  private static final int STRIDE = 4_297;

  private static final int MILLION = 1_000_000;

  /** Keeps the worst argument. */
  private static final class Worst {
    private double error;
    private double argument;

    void take(double found, double x) {
      if (!(found <= error)) {
        error = found;
        argument = x;
      }
    }

    void requireAtMost(double ulps, String what) {
      assertThat(error).as("ulp of %s at %s", what, argument).isLessThanOrEqualTo(ulps);
    }
  }

  private static void requireFloats(Elementary function, int stride) {
    Worst worst = new Worst();
    Elementary.Floats floats = function.floats;
    for (long bits = 0; bits < 1L << 32; bits += stride) {
      float x = Float.intBitsToFloat((int) bits);
      if (floats.range().holds(x)) {
        worst.take(floats.error(x), x);
      }
    }
    worst.requireAtMost(floats.ulps(), function + " of floats");
  }

  @ParameterizedTest
  @EnumSource(Elementary.class)
  void aMillionFloatsAreAsNearAsIsSaid(Elementary function) {
    requireFloats(function, STRIDE);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Elementary.class)
  void everyThirdFloatIsAsNearAsIsSaid(Elementary function) {
    requireFloats(function, 3);
  }

  private static void requireDoubles(Elementary function, int count) {
    Worst worst = new Worst();
    Elementary.Doubles doubles = function.doubles;
    Elementary.Range range = doubles.range();
    Draws draws = new Draws(5, Purpose.EXPERIMENT, 0);
    for (int i = 0; i < count; i++) {
      if (i % MILLION == 0) {
        draws = new Draws(5, Purpose.EXPERIMENT, function.ordinal(), i / MILLION);
      }
      double x = drawn(draws, range, i);
      if (range.holds(x)) {
        double result = doubles.one().applyAsDouble(x);
        worst.take(doubles.exact().apply(x).ulps(result), x);
      }
    }
    worst.requireAtMost(doubles.ulps(), function + " of doubles");
  }

  /**
   * In turn from the whole range, from about zero and one, and near zeros of the sine, of any
   * exponent.
   */
  private static double drawn(Draws draws, Elementary.Range range, int i) {
    double uniform = draws.uniform();
    return switch (i % 5) {
      case 0 -> range.from() + uniform * (range.to() - range.from());
      case 1 -> 6 * uniform - 3;
      case 2 -> 1 + (uniform - 0.5) * Math.scalb(1.0, -draws.below(40));
      case 3 -> Math.PI / 2 * draws.below(600_000);
      default -> Math.scalb(uniform - 0.5, draws.below(2_100) - 1_075);
    };
  }

  @ParameterizedTest
  @EnumSource(Elementary.class)
  void doublesAreAsNearAsIsSaid(Elementary function) {
    requireDoubles(function, MILLION);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Elementary.class)
  void manyDoublesAreAsNearAsIsSaid(Elementary function) {
    requireDoubles(function, 20 * MILLION);
  }
}

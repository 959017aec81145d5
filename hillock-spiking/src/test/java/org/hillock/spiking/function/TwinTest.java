package org.hillock.spiking.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scalar and vector forms give the same bits, before the compiler has turned them into instructions
 * and after. Only NaNs are not told apart.
 */
class TwinTest {

  private static final int TILE = 1_024;
  private static final int TILES = 2_000;

  /** Where functions turn from one form into another. */
  private static final double[] SPECIAL = {
    0,
    1,
    2,
    0.5,
    0.25,
    20,
    40,
    87,
    88,
    88.7,
    89,
    93,
    96,
    103,
    104,
    150,
    700,
    708,
    709,
    709.78,
    710,
    716,
    720,
    745,
    746,
    1e6,
    1e300,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  private static double special(Draws draws) {
    double value = SPECIAL[draws.below(SPECIAL.length)];
    return draws.below(2) == 0 ? value : -value;
  }

  /** Any bits, numbers of the size that matters, and special values. */
  private static double drawn(Draws draws, double any) {
    return switch (draws.below(8)) {
      case 0 -> special(draws);
      case 1, 2, 3 -> any;
      case 4 -> 200 * (draws.uniform() - 0.5);
      case 5 -> 1 + (draws.uniform() - 0.5) * Math.scalb(1.0, -draws.below(30));
      case 6 -> 2e6 * (draws.uniform() - 0.5);
      default -> 4 * (draws.uniform() - 0.5);
    };
  }

  static float[] floats(Draws draws) {
    float[] x = new float[TILE];
    for (int i = 0; i < TILE; i++) {
      x[i] = (float) drawn(draws, Float.intBitsToFloat((int) draws.bits()));
    }
    return x;
  }

  static double[] doubles(Draws draws) {
    double[] x = new double[TILE];
    for (int i = 0; i < TILE; i++) {
      x[i] = drawn(draws, Double.longBitsToDouble(draws.bits()));
    }
    return x;
  }

  @ParameterizedTest
  @EnumSource(Elementary.class)
  void floatsHaveTheBitsOfTheirTwin(Elementary function) {
    Draws draws = new Draws(1, Purpose.EXPERIMENT, function.ordinal());
    for (int k = 0; k < TILES; k++) {
      float[] x = floats(draws);
      float[] scalar = new float[TILE];
      float[] vector = new float[TILE];
      function.floats.scalar().of(x, 0, scalar, 0, TILE);
      function.floats.vector().of(x, 0, vector, 0, TILE);
      // equal by Float.equals: all NaNs are one, -0 is not 0
      assertThat(Arrays.mismatch(vector, scalar)).as("tile %s", k).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(Elementary.class)
  void doublesHaveTheBitsOfTheirTwin(Elementary function) {
    Draws draws = new Draws(2, Purpose.EXPERIMENT, function.ordinal());
    for (int k = 0; k < TILES; k++) {
      double[] x = doubles(draws);
      double[] scalar = new double[TILE];
      double[] vector = new double[TILE];
      function.doubles.scalar().of(x, 0, scalar, 0, TILE);
      function.doubles.vector().of(x, 0, vector, 0, TILE);
      assertThat(Arrays.mismatch(vector, scalar)).as("tile %s", k).isEqualTo(-1);
    }
  }

  /** Counts that fill no vector, ranges that begin anywhere, results over the arguments. */
  @ParameterizedTest
  @EnumSource(Elementary.class)
  void onlyTheRangeIsWritten(Elementary function) {
    Draws draws = new Draws(3, Purpose.EXPERIMENT, function.ordinal());
    for (int count = 0; count < 70; count++) {
      int xAt = draws.below(20);
      int yAt = draws.below(20);
      float[] x = floats(draws);
      float[] y = floats(draws);
      float[] expected = y.clone();
      double[] wideX = doubles(draws);
      double[] wideY = doubles(draws);
      double[] wideExpected = wideY.clone();
      for (int i = 0; i < count; i++) {
        expected[yAt + i] = function.floats.one().of(x[xAt + i]);
        wideExpected[yAt + i] = function.doubles.one().applyAsDouble(wideX[xAt + i]);
      }
      function.floats.vector().of(x, xAt, y, yAt, count);
      function.doubles.vector().of(wideX, xAt, wideY, yAt, count);
      assertThat(Arrays.equals(y, expected)).as("%s floats", count).isTrue();
      assertThat(Arrays.equals(wideY, wideExpected)).as("%s doubles", count).isTrue();

      function.floats.vector().of(x, xAt, x, xAt, count);
      function.doubles.vector().of(wideX, xAt, wideX, xAt, count);
      assertThat(Arrays.equals(x, xAt, xAt + count, y, yAt, yAt + count)).isTrue();
      assertThat(Arrays.equals(wideX, xAt, xAt + count, wideY, yAt, yAt + count)).isTrue();
    }
  }
}

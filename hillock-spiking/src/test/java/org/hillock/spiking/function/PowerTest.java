package org.hillock.spiking.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Powers: their errors, what is special of them, and that vectors give the bits of their twin. */
class PowerTest {

  /** What {@link ScalarDoubleFunctions#pow} says of itself. */
  private static final double ULPS = 1.1;

  /** What {@link ScalarFloatFunctions#pow} says of itself. */
  private static final double FLOAT_ULPS = 1;

  private static final double[] SPECIAL = {
    0,
    1,
    2,
    3,
    0.5,
    1.5,
    4,
    0.25,
    1e10,
    0x1p23,
    0x1p24,
    0x1p52,
    0x1p52 + 1,
    0x1p53,
    0x1p53 + 2,
    0x1p51 + 0.5,
    16_777_215,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  /** 1 to any power is 1, and so is -1 to an infinite one: as IEEE 754 has it, and not Java. */
  private static double expected(double x, double y) {
    return x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : StrictMath.pow(x, y);
  }

  @Test
  void specialValuesAreThoseOfStrictMath() {
    for (double a : SPECIAL) {
      for (double b : SPECIAL) {
        for (int signs = 0; signs < 4; signs++) {
          double x = (signs & 1) == 0 ? a : -a;
          double y = (signs & 2) == 0 ? b : -b;
          double result = ScalarDoubleFunctions.pow(x, y);
          double expected = expected(x, y);
          assertThat(
                  result == expected
                      || Math.abs(result - expected) <= 2 * Math.ulp(expected)
                      || (Double.isNaN(result) && Double.isNaN(expected)))
              .as("%s to the power of %s: %s", x, y, result)
              .isTrue();
          assertThat(1 / result > 0).isEqualTo(1 / expected > 0);
          float narrow = ScalarFloatFunctions.pow((float) x, (float) y);
          float wanted = (float) expected((float) x, (float) y);
          assertThat(
                  Math.abs(narrow - wanted) <= Math.ulp(wanted)
                      || Float.compare(narrow, wanted) == 0)
              .as("%s to the power of %s in floats: %s", x, y, narrow)
              .isTrue();
        }
      }
    }
  }

  /** Bases of all sizes and near 1, with exponents for which the power is a number. */
  private static void requireDoubles(int count) {
    Draws draws = new Draws(7, Purpose.EXPERIMENT, 0);
    double worst = 0;
    String where = "";
    for (int i = 0; i < count; i++) {
      if (i % 1_000_000 == 0) {
        draws = new Draws(7, Purpose.EXPERIMENT, i);
      }
      double x =
          switch (i % 4) {
            case 0 -> Math.scalb(0.5 + draws.uniform(), draws.below(2_090) - 1_060);
            case 1 -> 1 + (draws.uniform() - 0.5) * Math.scalb(1.0, -draws.below(50));
            default -> 10 * draws.uniform();
          };
      double most = Math.min(745 / Math.abs(StrictMath.log(x)), 1e17);
      double y = i % 3 == 0 ? 20 * draws.uniform() - 10 : (2 * draws.uniform() - 1) * most;
      if (x > 0 && y != 0 && x != 1) {
        double error = Exact.pow(x, y).ulps(ScalarDoubleFunctions.pow(x, y));
        if (!(error <= worst)) {
          worst = error;
          where = x + " to the power of " + y;
        }
      }
    }
    assertThat(worst).as(where).isLessThanOrEqualTo(ULPS);
  }

  @Test
  void doublesAreAsNearAsIsSaid() {
    requireDoubles(600_000);
  }

  @Tag("slow")
  @Test
  void manyDoublesAreAsNearAsIsSaid() {
    requireDoubles(10_000_000);
  }

  @Test
  void floatsAreAsNearAsIsSaid() {
    Draws draws = new Draws(8, Purpose.EXPERIMENT, 0);
    double worst = 0;
    String where = "";
    for (int i = 0; i < 2_000_000; i++) {
      float x = Math.abs(Float.intBitsToFloat((int) draws.bits()));
      x =
          i % 2 == 0
              ? x
              : (float) (1 + (draws.uniform() - 0.5) * Math.scalb(1.0, -draws.below(23)));
      float y = (float) ((2 * draws.uniform() - 1) * Math.min(100 / Math.abs(Math.log(x)), 1e9));
      double exact = StrictMath.pow(x, y);
      float result = ScalarFloatFunctions.pow(x, y);
      if (Float.isFinite(x) && x != 1 && Float.isFinite((float) exact)) {
        int exponent = Math.max(Math.getExponent(exact), Float.MIN_EXPONENT);
        double error = Math.abs(result - exact) * Math.scalb(1.0, 23 - exponent);
        if (!(error <= worst)) {
          worst = error;
          where = x + " to the power of " + y;
        }
      }
    }
    assertThat(worst).as(where).isLessThanOrEqualTo(FLOAT_ULPS);
  }

  @Test
  void vectorsHaveTheBitsOfTheirTwin() {
    for (int k = 0; k < 1_500; k++) {
      Draws draws = new Draws(9, Purpose.EXPERIMENT, k);
      float[] x = TwinTest.floats(draws);
      float[] y = TwinTest.floats(draws);
      double[] wideX = TwinTest.doubles(draws);
      double[] wideY = TwinTest.doubles(draws);
      for (int i = 0; i < x.length; i += 2) {
        // half of them with bases that are positive and whole exponents among the others
        x[i] = Math.abs(x[i]);
        wideX[i] = Math.abs(wideX[i]);
        y[i + 1] = (float) Math.rint(y[i + 1]);
        wideY[i + 1] = Math.rint(wideY[i + 1]);
      }
      int count = x.length - k % 20;
      float[] scalar = new float[count];
      float[] vector = new float[count];
      ScalarFloatFunctions.pow(x, 0, y, 0, scalar, 0, count);
      VectorFloatFunctions.pow(x, 0, y, 0, vector, 0, count);
      assertThat(Arrays.mismatch(vector, scalar)).as("floats, tile %s", k).isEqualTo(-1);
      double[] wideScalar = new double[count];
      ScalarDoubleFunctions.pow(wideX, 0, wideY, 0, wideScalar, 0, count);
      VectorDoubleFunctions.pow(wideX, 0, wideY, 0, wideX, 0, count);
      assertThat(Arrays.mismatch(wideX, 0, count, wideScalar, 0, count))
          .as("doubles, tile %s", k)
          .isEqualTo(-1);
    }
  }
}

package org.hillock.spiking.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions give at the ends of their ranges, the same in both precisions. */
class SpecialValuesTest {

  @ParameterizedTest
  @CsvSource({
    "EXP, 0, 1",
    "EXP, -0.0, 1",
    "EXP, Infinity, Infinity",
    "EXP, -Infinity, 0",
    "EXP, 1e30, Infinity",
    "EXP, -1e30, 0",
    "EXP, NaN, NaN",
    "EXPREL, 0, 1",
    "EXPREL, -0.0, 1",
    "EXPREL, 1e-30, 1",
    "EXPREL, 1e30, Infinity",
    "EXPREL, Infinity, Infinity",
    "EXPREL, -Infinity, 0",
    "EXPREL, -1048576, 0x1p-20",
    "EXPREL, NaN, NaN",
    "SIGMOID, 0, 0.5",
    "SIGMOID, -0.0, 0.5",
    "SIGMOID, 1e30, 1",
    "SIGMOID, Infinity, 1",
    "SIGMOID, -Infinity, 0",
    "SIGMOID, -1e30, 0",
    "SIGMOID, NaN, NaN",
    "TANH, 0, 0",
    "TANH, -0.0, -0.0",
    "TANH, 0x1p-120, 0x1p-120",
    "TANH, -0x1p-149, -0x1p-149",
    "TANH, 1e30, 1",
    "TANH, Infinity, 1",
    "TANH, -Infinity, -1",
    "TANH, NaN, NaN",
    "LOG, 1, 0",
    "LOG, 0, -Infinity",
    "LOG, -0.0, -Infinity",
    "LOG, -0x1p-149, NaN",
    "LOG, -1, NaN",
    "LOG, -Infinity, NaN",
    "LOG, Infinity, Infinity",
    "LOG, NaN, NaN",
    "SIN, 0, 0",
    "SIN, -0.0, -0.0",
    "SIN, -0x1p-149, -0x1p-149",
    "SIN, 1000001, NaN",
    "SIN, -Infinity, NaN",
    "SIN, NaN, NaN",
    "COS, 0, 1",
    "COS, -0x1p-149, 1",
    "COS, -1000001, NaN",
    "COS, Infinity, NaN",
    "COS, NaN, NaN"
  })
  void endsAreAsTold(Elementary function, double x, double expected) {
    assertThat(function.doubles.one().applyAsDouble(x)).isEqualTo(Double.valueOf(expected));
    assertThat(function.floats.one().of((float) x)).isEqualTo(Float.valueOf((float) expected));
  }

  /** The last argument whose exponential is a number, and the first whose is zero. */
  @ParameterizedTest
  @CsvSource({"709.782712893384, 88.72283", "-745.1332191019411, -103.972"})
  void exponentialsReachTheEndsOfTheRange(double wide, float narrow) {
    assertThat(ScalarDoubleFunctions.exp(wide)).isPositive().isFinite();
    assertThat(ScalarFloatFunctions.exp(narrow)).isPositive().isFinite();
    double outward = Math.nextAfter(wide, wide * 2);
    assertThat(ScalarDoubleFunctions.exp(outward)).matches(y -> y == 0 || Double.isInfinite(y));
  }
}

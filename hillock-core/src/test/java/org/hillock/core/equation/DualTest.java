package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.equation.Expression.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DualTest {

  private static final double STEP = 1e-5;
  // a central difference is off by some STEP² and by rounding over STEP
  private static final double NEAR = 1e-8;

  private static double at(Function function, double x) {
    return Dual.of(function, List.of(Dual.of(x))).value();
  }

  @ParameterizedTest
  @EnumSource(
      value = Function.class,
      mode = Mode.INCLUDE,
      names = {"EXP", "LOG", "SQRT", "TANH", "SIN", "COS", "SIGMOID", "EXPREL", "ABS", "FLOOR"})
  void aFunctionsSlopeIsThatOfItsGraph(Function function) {
    double x = 0.7;
    Dual y = Dual.of(function, List.of(new Dual(x, 2)));
    double slope = (at(function, x + STEP) - at(function, x - STEP)) / (2 * STEP);
    assertThat(y.slope()).isCloseTo(2 * slope, within(NEAR));
  }

  @Test
  void exprelIsOneAtNought() {
    assertThat(Dual.of(Function.EXPREL, List.of(new Dual(0, 1)))).isEqualTo(new Dual(1, 0.5));
  }

  @Test
  void operatorsDifferentiate() {
    Dual five = new Dual(5, 1);
    Dual two = new Dual(2, 2);
    assertThat(Dual.of(Operator.PLUS, five, two)).isEqualTo(new Dual(7, 3));
    assertThat(Dual.of(Operator.MINUS, five, two)).isEqualTo(new Dual(3, -1));
    assertThat(Dual.of(Operator.TIMES, five, two)).isEqualTo(new Dual(10, 12));
    assertThat(Dual.of(Operator.OVER, five, two)).isEqualTo(new Dual(2.5, -2));
    Dual power = Dual.of(Operator.POWER, five, two);
    assertThat(power.value()).isEqualTo(25);
    // d(x^y) = x^y·(y·dx/x + ln x·dy); a few roundings
    assertThat(power.slope()).isCloseTo(25 * (2.0 / 5 + 2 * Math.log(5)), within(1e-12));
    assertThat(five.negative()).isEqualTo(new Dual(-5, -1));
  }

  @Test
  void whatIsChosenBringsItsSlope() {
    Dual low = new Dual(1, 10);
    Dual high = new Dual(2, 20);
    assertThat(Dual.of(Function.MIN, List.of(high, low))).isEqualTo(low);
    assertThat(Dual.of(Function.MAX, List.of(low, high))).isEqualTo(high);
    assertThat(Dual.of(Function.CLIP, List.of(low, high, new Dual(3, 0)))).isEqualTo(high);
    assertThat(Dual.of(Function.WHERE, List.of(Dual.of(0), low, high))).isEqualTo(high);
    assertThat(Dual.of(Function.WHERE, List.of(Dual.of(1), low, high))).isEqualTo(low);
  }

  @Test
  void randomNumbersStandForTheirMeans() {
    assertThat(Dual.of(Function.UNIFORM, List.of())).isEqualTo(Dual.of(0.5));
    assertThat(Dual.of(Function.NORMAL, List.of())).isEqualTo(Dual.of(0));
  }

  @Test
  void whatDoesNotChangeHasNoSlopeEvenWhereTheGraphIsSteep() {
    assertThat(Dual.of(Function.SQRT, List.of(Dual.of(0))).slope()).isZero();
    assertThat(Dual.of(Operator.POWER, Dual.of(0), Dual.of(0.5)).slope()).isZero();
    assertThatThrownBy(() -> Dual.of(Function.SQRT, List.of()))
        .isInstanceOf(java.util.NoSuchElementException.class);
  }
}

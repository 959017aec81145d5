package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hillock.core.network.Distribution.Exponential;
import org.hillock.core.network.Distribution.Geometric;
import org.hillock.core.network.Distribution.LogNormal;
import org.hillock.core.network.Distribution.Normal;
import org.hillock.core.network.Distribution.Uniform;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final int DRAWS = 200_000;

  private static double[] draw(Distribution distribution) {
    double[] all = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      all[i] = distribution.draw(new Draws(3, Purpose.WEIGHT, 1, i));
    }
    return all;
  }

  static Stream<Distribution> all() {
    return Stream.of(
        new Uniform(-1, 3, Unit.MV),
        new Normal(87.8, 8.78, 0, INFINITY, Unit.PA),
        new Normal(1, 2, 0.5, 2.5, Unit.MV),
        new Normal(0, 1, 2, INFINITY, Unit.MV),
        new Normal(0, 1, -INFINITY, -1, Unit.MV),
        new Normal(4, 0, 0, 5, Unit.MV),
        new LogNormal(2, 0.7, Unit.MV),
        new LogNormal(2, 0, Unit.MV),
        new LogNormal(1, 1, 2, 6, Unit.NONE),
        new LogNormal(1, 1, 0, 0.5, Unit.NONE),
        new Exponential(3, Unit.MS),
        new Geometric(3.6, 0.825, Unit.MV),
        new Geometric(1, 2, Unit.MV));
  }

  /** The mean of 200,000 draws lies within 5 of its standard errors: wrong once in 10^6. */
  @ParameterizedTest
  @MethodSource("all")
  void theExpectationIsTheMeanOfWhatIsDrawn(Distribution distribution) {
    double[] x = draw(distribution);
    double sum = 0;
    double squares = 0;
    for (double one : x) {
      assertThat(one).isGreaterThanOrEqualTo(distribution.least());
      sum += one;
      squares += one * one;
    }
    double mean = sum / DRAWS;
    double error = Math.sqrt(Math.max(0, squares / DRAWS - mean * mean) / DRAWS);
    assertThat(distribution.expectation()).isCloseTo(mean, within(5 * error + 1e-9));
  }

  @ParameterizedTest
  @MethodSource("all")
  void timesAFactorIsTheFactorTimesEachDraw(Distribution distribution) {
    Distribution four = distribution.times(4);
    assertThat(four.expectation()).isCloseTo(4 * distribution.expectation(), within(1e-11));
    for (int i = 0; i < 100; i++) {
      // a factor of 4 changes no digit
      assertThat(four.draw(new Draws(3, Purpose.WEIGHT, 1, i)))
          .isEqualTo(4 * distribution.draw(new Draws(3, Purpose.WEIGHT, 1, i)));
    }
  }

  /** P(k) = p(1 - p)^(k - 1); each count of some thousands lies within 5 standard errors. */
  @Test
  void geometricCountsHaveTheirProbabilities() {
    double[] x = draw(new Geometric(3.6, 0.5, Unit.MV));
    int[] count = new int[200];
    for (double one : x) {
      int contacts = (int) (one / 0.5);
      assertThat(contacts * 0.5).isEqualTo(one);
      count[contacts]++;
    }
    assertThat(count[0]).isZero();
    double p = 1 / 3.6;
    for (int k = 1; k < 15; k++) {
      double share = p * Math.pow(1 - p, k - 1);
      assertThat((double) count[k])
          .isCloseTo(share * DRAWS, within(5 * Math.sqrt(share * (1 - share) * DRAWS)));
    }
  }

  @Test
  void aGeometricMeanOfOneIsAlwaysOne() {
    assertThat(draw(new Geometric(1, 2, Unit.MV))).containsOnly(2);
  }

  @Test
  void aBoundedLogNormalStaysWithinItsBounds() {
    double low = Math.exp(1.8808);
    double high = Math.exp(2.5758);
    double[] x = draw(new LogNormal(1, 1, low, high, Unit.NONE));
    assertThat(Arrays.stream(x)).allMatch(one -> one >= low && one <= high);
  }

  @Test
  void unboundedDrawsAreThoseWithoutBounds() {
    assertThat(draw(new LogNormal(2, 0.7, Unit.MV))[5])
        .isEqualTo(2 * StrictMath.exp(0.7 * new Draws(3, Purpose.WEIGHT, 1, 5).normal()));
  }

  /** Φ from tables of the normal distribution: Abramowitz and Stegun, table 26.1. */
  @Test
  void sharesOfTheNormalCurveAreThoseOfTheTables() {
    assertThat(NormalCurve.share(-INFINITY, INFINITY)).isEqualTo(1);
    assertThat(NormalCurve.share(-INFINITY, 0)).isEqualTo(0.5);
    assertThat(NormalCurve.share(-1, 1)).isCloseTo(0.682689492137086, within(1e-15));
    assertThat(NormalCurve.share(-INFINITY, 1.5)).isCloseTo(0.933192798731142, within(1e-15));
    assertThat(NormalCurve.share(2, INFINITY)).isCloseTo(0.0227501319481792, within(1e-16));
    assertThat(NormalCurve.share(-INFINITY, -6)).isCloseTo(9.86587645037698e-10, within(1e-22));
    assertThat(NormalCurve.share(1.9999, 2.0001))
        .isCloseTo(2e-4 * NormalCurve.density(2), within(1e-12));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            (Runnable) () -> new Geometric(0.5, 1, Unit.MV),
            "geometric: mean 0.5 is not >= 1 and finite"),
        Arguments.of(
            (Runnable) () -> new Geometric(INFINITY, 1, Unit.MV),
            "geometric: mean Infinity is not >= 1 and finite"),
        Arguments.of(
            (Runnable) () -> new LogNormal(1, 1, -1, 2, Unit.MV),
            "log-normal: min -1.0 is not >= 0"),
        Arguments.of(
            (Runnable) () -> new LogNormal(1, 1, 2, 2, Unit.MV),
            "log-normal: min 2.0 is not < max 2.0"),
        Arguments.of(
            (Runnable) () -> new LogNormal(1, 0.1, 2, 3, Unit.MV),
            "log-normal: min and max leave out all that comes within 6 sigma of the median 1.0"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongFiguresAreRefused(Runnable make, String message) {
    assertThatThrownBy(make::run).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void countsBelowZeroCanBeAnyNumber() {
    assertThat(new Geometric(2, -1, Unit.MV).least()).isEqualTo(-INFINITY);
  }

  @Test
  void valuesKnowTheirMeanAndTakeAFactor() {
    assertThat(Values.constant(3, "mV").times(0.5)).isEqualTo(Values.constant(1.5, "mV"));
    assertThat(Values.listed(1, 2, 6).expectation()).isEqualTo(3);
    assertThat(Values.listed(1, 2, 6).times(2)).isEqualTo(Values.listed(2, 4, 12));
    assertThat(Values.drawn(new Exponential(3, Unit.MS)).times(2))
        .isEqualTo(Values.drawn(new Exponential(6, Unit.MS)));
    assertThat(Values.drawn(new Exponential(3, Unit.MS)).expectation()).isEqualTo(3);
  }
}

package org.hillock.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against {@code statistics.NormalDist().inv_cdf} of Python 3.11. */
class NormalQuantileTest {

  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.0470962993612",
    "1e-16, -8.222082216130435",
    "1e-9, -5.9978070150076865",
    "0.001, -3.090232306167813",
    "0.07, -1.4757910281791702",
    "0.3, -0.5244005127080407",
    "0.5, 0.0",
    "0.75, 0.6744897501960817",
    "0.999999, 4.753424308817089"
  })
  void agreesWithAnIndependentImplementation(double p, double x) {
    // a few units in the last place: the logarithms may round differently
    assertThat(NormalQuantile.at(p)).isCloseTo(x, within(4e-15 * Math.abs(x)));
  }
}

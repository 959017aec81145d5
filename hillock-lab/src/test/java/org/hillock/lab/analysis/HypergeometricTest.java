package org.hillock.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HypergeometricTest {

  /** scipy.stats.hypergeom.sf(8, 256, 32, 9) and sf(29, 480, 96, 30), SciPy 1.17.1. */
  @Test
  void agreesWithScipyAndWithWhatVossAndOthersPublished() {
    double one = Hypergeometric.atLeast(9, 9, 32, 256);
    double other = Hypergeometric.atLeast(30, 30, 96, 480);
    // logarithms of some sixty factors: 1e-13 each
    assertThat(one / 2.484721032734466e-09).isCloseTo(1, within(1e-11));
    assertThat(other / 1.6794181448967342e-23).isCloseTo(1, within(1e-11));
  }

  @Test
  void nothingOrMoreIsCertainAndTooManyCannotBe() {
    assertThat(Hypergeometric.atLeast(0, 5, 3, 10)).isCloseTo(1, within(1e-12));
    assertThat(Hypergeometric.atLeast(4, 5, 3, 10)).isZero();
    // two of two cards of one colour among four: 1/6
    assertThat(Hypergeometric.atLeast(2, 2, 2, 4)).isCloseTo(1.0 / 6, within(1e-14));
    assertThatThrownBy(() -> Hypergeometric.atLeast(1, 11, 3, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against type 7 worked by hand: place (n - 1)·p between order statistics. */
class QuantilesTest {

  @Test
  void liesBetweenOrderStatistics() {
    Quantiles q = new Quantiles(new double[] {40, 10, 30, 20});
    // place 3·0.25 = 0.75: 10 + 0.75·10; sums of a few doubles, so to rounding
    assertThat(q.at(0.25)).isCloseTo(17.5, within(1e-12));
    assertThat(q.median()).isCloseTo(25, within(1e-12));
    assertThat(q.at(0.9)).isCloseTo(37, within(1e-12));
    assertThat(q.at(0)).isEqualTo(10);
    assertThat(q.at(1)).isEqualTo(40);
  }

  @Test
  void oneNumberIsAllItsQuantiles() {
    Quantiles q = new Quantiles(new double[] {3});
    assertThat(q.at(0.05)).isEqualTo(3);
    assertThat(q.at(0.95)).isEqualTo(3);
  }

  @Test
  void leavesTheSampleAsItWas() {
    double[] sample = {2, 1};
    assertThat(new Quantiles(sample).median()).isEqualTo(1.5);
    assertThat(sample).containsExactly(2, 1);
  }

  @Test
  void anEmptySampleHasNone() {
    assertThatThrownBy(() -> new Quantiles(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

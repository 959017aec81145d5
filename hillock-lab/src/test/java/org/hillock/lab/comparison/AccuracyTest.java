package org.hillock.lab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  /** By hand: mean 0.8, deviations ±0.1 and 0, variance 0.02/2; sums of three doubles. */
  @Test
  void meanAndSampleDeviation() {
    Accuracy accuracy = new Accuracy(List.of(0.7, 0.8, 0.9), 10);
    assertThat(accuracy.mean()).isCloseTo(0.8, within(1e-12));
    assertThat(accuracy.sd()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void oneSplitHasNoDeviation() {
    assertThat(new Accuracy(List.of(0.7), 10).sd()).isZero();
  }

  @Test
  void noSplitIsNoMeasurement() {
    assertThatThrownBy(() -> new Accuracy(List.of(), 10)).hasMessageContaining("no split");
  }
}

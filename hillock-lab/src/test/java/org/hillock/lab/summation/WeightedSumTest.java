package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightedSumTest {

  private static final double[] WEIGHTS = {0.8, -0.5, 0.3, 0};

  private static double sum(double[] row) {
    double sum = -1;
    for (int k = 0; k < WEIGHTS.length; k++) {
      sum += WEIGHTS[k] * row[k];
    }
    return sum;
  }

  @Test
  void theWeightsOfASigmoidCellAreFound() {
    int rows = 20_000;
    WeightedSum fit = WeightedSum.fit(Cells.spiking(rows, 4, WeightedSumTest::sum, 1), 1e-9);
    // Information per row at least p(1-p) = 0.1 times the variance 1.25: 4 standard errors.
    double error = 4 / Math.sqrt(rows * 0.1 * 1.25);
    for (int k = 0; k < WEIGHTS.length; k++) {
      assertThat(fit.weights()[k]).as("weight " + k).isCloseTo(WEIGHTS[k], within(error));
    }
    assertThat(fit.bias()).isCloseTo(-1, within(3 * error));
    assertThat(fit.parameters()).isEqualTo(5);
  }

  @Test
  void atTheBestNothingIsLeftToGain() {
    Observations seen = Cells.spiking(500, 4, WeightedSumTest::sum, 2);
    WeightedSum fit = WeightedSum.fit(seen, 1e-12);
    double off = 0;
    double[] along = new double[4];
    for (int i = 0; i < seen.rows(); i++) {
      double left = Loss.sigmoid(fit.score(seen.inputs()[i])) - seen.outputs()[i];
      off += left;
      for (int k = 0; k < 4; k++) {
        along[k] += left * seen.inputs()[i][k];
      }
    }
    // The equations of maximum likelihood, each a sum of 500 terms below 3; the ridge leaves 1e-9.
    assertThat(off).isCloseTo(0, within(1e-6));
    assertThat(along).containsExactly(new double[4], within(1e-6));
  }

  @Test
  void potentialsWithoutNoiseAreFoundExactly() {
    Observations seen = Cells.graded(50, 4, WeightedSumTest::sum, 0, 3);
    WeightedSum fit = WeightedSum.fit(seen, 1e-14);
    assertThat(fit.weights()).containsExactly(WEIGHTS, within(1e-9));
    assertThat(fit.bias()).isCloseTo(-1, within(1e-9));
  }

  @Test
  void whatCanBeToldWithoutErrorStaysFinite() {
    double[][] x = {{0}, {1}, {2}, {3}};
    WeightedSum fit = WeightedSum.fit(new Observations(x, new double[] {0, 0, 1, 1}, true), 1e-3);
    assertThat(fit.weights()[0]).isBetween(1.0, 100.0);
    // Symmetry puts the threshold in the middle.
    assertThat(-fit.bias() / fit.weights()[0]).isCloseTo(1.5, within(1e-6));
  }

  @Test
  void aSilentSynapseGetsNoWeight() {
    double[][] x = {{0, 5}, {1, 5}, {2, 5}, {3, 5}};
    WeightedSum fit = WeightedSum.fit(new Observations(x, new double[] {0, 1, 0, 1}, true), 1e-3);
    assertThat(fit.weights()[1]).isZero();
  }

  @Test
  void tablesThatTellNothingAreRefused() {
    double[][] x = {{0}, {1}};
    assertThatThrownBy(() -> new Observations(x, new double[] {1, 1}, true))
        .hasMessage("all outputs are 1.0");
    assertThatThrownBy(() -> new Observations(x, new double[] {1, 2}, true))
        .hasMessageContaining("row 1 cannot be");
    assertThatThrownBy(() -> new Observations(x, new double[] {1}, true))
        .hasMessage("2 rows of inputs, 1 outputs");
    assertThatThrownBy(
            () -> new Observations(new double[][] {{1}, {1, 2}}, new double[] {0, 1}, true))
        .hasMessage("row 1 has 2 inputs");
  }
}

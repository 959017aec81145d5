package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimiserTest {

  @Test
  void itFindsTheEndOfACurvedValley() {
    // Rosenbrock's function
    Minimiser.Smooth valley =
        (x, slopes) -> {
          double a = 1 - x[0];
          double b = x[1] - x[0] * x[0];
          slopes[0] = -2 * a - 400 * x[0] * b;
          slopes[1] = 200 * b;
          return a * a + 100 * b * b;
        };
    double[] end = Minimiser.minimise(valley, new double[] {-1.2, 1}, 500);
    assertThat(end).containsExactly(new double[] {1, 1}, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void slopesOfALayerAreThoseOfItsLoss(boolean spikes) {
    Observations seen =
        spikes
            ? Cells.spiking(30, 3, row -> row[0] - row[1], 5)
            : Cells.graded(30, 3, row -> row[0] - row[1], 1, 5);
    HiddenLayer.Objective objective =
        HiddenLayer.Objective.of(seen, Standard.of(seen).all(seen), 2, 0.1);
    double[] at = objective.drawn(new Draws(1, Purpose.TRIAL, 4));
    double[] slopes = new double[at.length];
    double[] unused = new double[at.length];
    objective.at(at, slopes);
    for (int k = 0; k < at.length; k++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[k] += 1e-5;
      down[k] -= 1e-5;
      double expected = (objective.at(up, unused) - objective.at(down, unused)) / 2e-5;
      // Central differences: rounding 1e-16/1e-5 and curvature 1e-10
      assertThat(slopes[k]).as("parameter " + k).isCloseTo(expected, within(1e-8));
    }
  }
}

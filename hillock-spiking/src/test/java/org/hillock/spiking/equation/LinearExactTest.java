package org.hillock.spiking.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear equations are solved exactly whatever the step. */
class LinearExactTest {

  private static final int NEURONS = 30;
  private static final double SPAN_MS = 8;

  /** A text of so many states that all depend on each other; parameters a00 … and b0 …. */
  private static String text(int states) {
    StringBuilder text = new StringBuilder("neuron linear\n");
    for (int i = 0; i < states; i++) {
      text.append("parameter b%d = 0 1/ms\nparameter x%d_init = 0\n".formatted(i, i));
      for (int j = 0; j < states; j++) {
        text.append("parameter a%d%d = 0 1/ms\n".formatted(i, j));
      }
    }
    for (int i = 0; i < states; i++) {
      text.append("state x%d = x%d_init\n".formatted(i, i));
    }
    for (int i = 0; i < states; i++) {
      text.append("dx%d/dt = b%d".formatted(i, i));
      for (int j = 0; j < states; j++) {
        text.append(" + a%d%d*x%d".formatted(i, j, j));
      }
      text.append("\n");
    }
    return text.append("output x0\n").toString();
  }

  /** Decay of 0.3 ms to for ever, and couplings that may let it swing. */
  private static double coupling(Draws draws, int i, int j) {
    return i == j ? -3 * draws.uniform() * draws.uniform() : 0.5 * draws.normal();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void anyStepLeadsWhereTheSeriesDoes(int states) {
    Draws draws = new Draws(5, Purpose.EXPERIMENT, states);
    double[][][] a = new double[NEURONS][states][states];
    double[][] b = new double[NEURONS][states];
    double[][] x = new double[NEURONS][states];
    LoweredText text = LoweredText.of(text(states), NEURONS);
    for (int i = 0; i < states; i++) {
      int row = i;
      for (int n = 0; n < NEURONS; n++) {
        b[n][i] = draws.normal();
        x[n][i] = 10 * draws.normal();
        for (int j = 0; j < states; j++) {
          a[n][i][j] = coupling(draws, i, j);
        }
      }
      text.with("b" + i, n -> b[n][row]).with("x" + i + "_init", n -> x[n][row]);
      for (int j = 0; j < states; j++) {
        int column = j;
        text.with("a" + i + j, n -> a[n][row][column]);
      }
    }
    for (double stepMs : new double[] {SPAN_MS, 1, 0.125, 0.1}) {
      int steps = (int) Math.round(SPAN_MS / stepMs);
      Stepping there = Stepping.of(text.lower(stepMs), stepMs, steps);
      assertThat(there.methods()).containsExactly("exact");
      for (int n = 0; n < NEURONS; n++) {
        double[] exact = Reference.after(a[n], b[n], x[n], SPAN_MS);
        double largest = 1;
        for (double value : exact) {
          largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < states; i++) {
          assertThat(there.value("x" + i, n))
              .as("x%s of neuron %s by %s ms", i, n, stepMs)
              .isCloseTo(exact[i], within(1e-12 * largest));
        }
      }
    }
  }

  /** dx/dt = -x/tau + sigma sqrt(2/tau) xi: a step's variance is sigma² (1 - e^(-2 dt/tau)). */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 1, 20})
  void anOrnsteinUhlenbeckStepHasItsVariance(double stepMs) {
    double tau = 5;
    double sigma = 1.7;
    double[][] a = {{-1 / tau}};
    double[] g = {sigma * StrictMath.sqrt(2 / tau)};
    Propagator step = Propagator.of(a, new double[1][0], new double[1], g, stepMs);
    double variance = -sigma * sigma * StrictMath.expm1(-2 * stepMs / tau);
    assertThat(step.noise()[0][0] * step.noise()[0][0])
        .isCloseTo(variance, within(1e-14 * variance + 4e-16));
    assertThat(step.p()[0][0]).isCloseTo(StrictMath.exp(-stepMs / tau), within(2e-16));
  }

  /**
   * A membrane driven by such noise: variances and covariance from ∫ of products of exponentials.
   */
  @Test
  void noiseThatPassesAMembraneHasItsCovariance() {
    double tau = 5;
    double membrane = 12;
    double stepMs = 0.7;
    double[][] a = {{-1 / membrane, 1}, {0, -1 / tau}};
    Propagator step =
        Propagator.of(a, new double[2][0], new double[2], new double[] {0, 1}, stepMs);
    // response of v to a kick of 1 at x: c (e^(-t/membrane) - e^(-t/tau))
    double c = 1 / (1 / tau - 1 / membrane);
    double vv =
        c
            * c
            * (grown(2 / membrane, stepMs)
                - 2 * grown(1 / membrane + 1 / tau, stepMs)
                + grown(2 / tau, stepMs));
    double vx = c * (grown(1 / membrane + 1 / tau, stepMs) - grown(2 / tau, stepMs));
    double xx = grown(2 / tau, stepMs);
    double[][] l = step.noise();
    // the closed form of vv cancels some 200-fold
    assertThat(l[0][0] * l[0][0]).isCloseTo(vv, within(1e-12 * vv));
    assertThat(l[1][0] * l[0][0]).isCloseTo(vx, within(1e-13 * vx));
    assertThat(l[1][0] * l[1][0] + l[1][1] * l[1][1]).isCloseTo(xx, within(1e-14 * xx));
  }

  /** ∫ e^(-rate s) ds over a step. */
  private static double grown(double rate, double stepMs) {
    return -StrictMath.expm1(-rate * stepMs) / rate;
  }

  /** 200,000 neurons after 20 ms, four time constants: mean and variance as in the equation. */
  @Test
  void manyNeuronsScatterAsTheEquationSays() {
    int neurons = 200_000;
    String text =
        """
        neuron noisy
        parameter tau = 5 ms > 0
        parameter sigma = 1.7
        state x = 3
        dx/dt = -x/tau + sigma*sqrt(2/tau)*xi
        output x
        """;
    Stepping there = Stepping.of(LoweredText.of(text, neurons).lower(1), 1, 20);
    double sum = 0;
    double squares = 0;
    double mean = 3 * StrictMath.exp(-4);
    for (double x : there.values("x")) {
      sum += x;
      squares += (x - mean) * (x - mean);
    }
    double variance = -1.7 * 1.7 * StrictMath.expm1(-8);
    // five standard errors
    assertThat(sum / neurons).isCloseTo(mean, within(5 * Math.sqrt(variance / neurons)));
    assertThat(squares / neurons)
        .isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / neurons)));
  }
}

package org.hillock.spiking.equation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How fast errors shrink with the step, below the threshold of a neuron with an exponential
 * current: docs/validation.md tells what is measured here.
 */
class MethodOrderTest {

  private static final double SPAN_MS = 40;

  /** A leaky membrane with the exponential current of AdEx, its adaptation among it. */
  private static String text(String method) {
    return """
    neuron subthreshold
    parameter c_m = 281 pF > 0
    parameter g_l = 30 nS > 0
    parameter e_l = -70.6 mV
    parameter v_t = -50.4 mV
    parameter delta_t = 2 mV > 0
    parameter a = 4 nS
    parameter tau_w = 144 ms > 0
    bias in pA
    state v = e_l
    state w_ad = 0 pA
    dv/dt = (g_l*(e_l - v) + g_l*delta_t*exp((v - v_t)/delta_t) - w_ad + bias)/c_m
    dw_ad/dt = (a*(v - e_l) - w_ad)/tau_w
    method %s
    spike when v > 0 mV
    reset: v = e_l
    """
        .formatted(method);
  }

  private static double potential(String method, double stepMs) {
    LoweredText neurons = LoweredText.of(text(method), 1).with("bias", 500);
    int steps = (int) Math.round(SPAN_MS / stepMs);
    return Stepping.of(neurons.lower(stepMs), stepMs, steps).value("v", 0);
  }

  @ParameterizedTest
  @CsvSource({"euler, 1, 0.1", "exponential-euler, 1, 0.1", "rk4, 4, 0.5"})
  void halvingTheStepDividesTheErrorByTwoToTheOrder(String method, int order, double stepMs) {
    double exact = potential("rk4", 1.0 / 256);
    double last = Double.NaN;
    for (double dt = 2 * stepMs; dt >= stepMs / 4; dt /= 2) {
      double error = Math.abs(potential(method, dt) - exact);
      if (!Double.isNaN(last)) {
        double measured = Math.log(last / error) / Math.log(2);
        // the next order's share of the error is still to be seen at these steps
        assertThat(measured)
            .as("order of %s at %s ms", method, dt)
            .isBetween(order - 0.15, order + 0.15);
      }
      last = error;
    }
  }
}

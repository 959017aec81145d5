package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A leaky neuron under a constant current first fires at t = tau ln((v_inf - v_0)/(v_inf - v_th)):
 * the spike has the time of the first step's end at or after it.
 */
class ConstantCurrentTest {

  private static final int CURRENTS = 1000;
  private static final double STEP = 0.1;
  private static final double TAU = 10;
  private static final double RESISTANCE_GOHM = 0.04;

  /** A neuron for each current in pA, all above the 375 pA that reach the threshold. */
  private static double[] currents() {
    double[] currents = new double[CURRENTS];
    for (int i = 0; i < CURRENTS; i++) {
      currents[i] = 376 + 1.37 * i;
    }
    return currents;
  }

  private static int[] firstSteps(String model, SessionOptions options, How how) {
    double[] bias = currents();
    String unit = "pA";
    if (model.equals("lif-delta")) {
      unit = "mV/ms";
      for (int i = 0; i < CURRENTS; i++) {
        bias[i] *= RESISTANCE_GOHM / TAU;
      }
    }
    Values each = Values.listed(org.hillock.core.network.Numbers.of(bias), unit);
    Network network =
        Network.builder("cells")
            .population(
                "cells",
                CURRENTS,
                model,
                p ->
                    p.param("tau_m", "10 ms")
                        .param("v_rest", "-65 mV")
                        .param("v_reset", "-65 mV")
                        .param("v_init", "-65 mV")
                        .param("v_th", "-50 mV")
                        .param("t_ref", "1 s")
                        .bias(each))
            .build();
    int[] first = new int[CURRENTS];
    try (Session session =
        options.precision() == Precision.DOUBLE
            ? how.open(network, options)
            : new SpikingEngine().open(network, options)) {
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      Site spikes = session.bind(SiteRef.parse("cells.spikes"));
      for (int step = 1; step <= 700; step++) {
        timed.advance(STEP);
        double[] fired = session.read(spikes)[0];
        for (int i = 0; i < CURRENTS; i++) {
          first[i] = first[i] == 0 && fired[i] == 1 ? step : first[i];
        }
      }
    }
    return first;
  }

  private static double exact(int i) {
    double height = currents()[i] * RESISTANCE_GOHM;
    return TAU * Math.log(height / (height - 15)) / STEP;
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void firesInTheStepOfTheClosedForm(How how) {
    for (String model : new String[] {"lif-exp", "lif-delta"}) {
      int[] first =
          firstSteps(model, SessionOptions.seeded(1).withPrecision(Precision.DOUBLE), how);
      for (int i = 0; i < CURRENTS; i++) {
        // none of these currents reaches the threshold within 1e-9 of the end of a step
        assertThat(Math.abs(exact(i) - Math.rint(exact(i)))).isGreaterThan(1e-9);
        assertThat(first[i]).as("%s, current %s", model, i).isEqualTo((int) Math.ceil(exact(i)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lif-exp", "lif-delta"})
  void singlePrecisionIsRarelyAStepOff(String model) {
    int[] first = firstSteps(model, SessionOptions.seeded(1), How.PLAIN);
    int off = 0;
    for (int i = 0; i < CURRENTS; i++) {
      int wrong = Math.abs(first[i] - (int) Math.ceil(exact(i)));
      // just above the least current that fires, a potential creeps past the threshold by less than
      // the 1e-6 mV that single precision rounds in a step
      assertThat(wrong).as("current %s", i).isLessThanOrEqualTo(i < 3 ? 10 : 1);
      off += wrong == 0 ? 0 : 1;
    }
    assertThat(off).isLessThan(CURRENTS / 100);
  }

  /** Each from its own list, so that a projection's one weight is kept in full. */
  @Test
  void postsynapticPotentialsAreRightToSinglePrecision() {
    comparePotentials("other", 0);
  }

  /** One list reaches both, so that the weights are kept in 16 bits: 2^-16 of the largest. */
  @Test
  void postsynapticPotentialsOfShortWeightsAreRightToTheirBits() {
    comparePotentials("list", Math.scalb(1.0, -16));
  }

  private static void comparePotentials(String fromSlow, double weightError) {
    Network network =
        Network.builder("pair")
            .population("list", 1, "spike-list", p -> p.spikes(new double[] {1}))
            .population("other", 1, "spike-list", p -> p.spikes(new double[] {1}))
            .population("cell", 1, "lif-delta", p -> p.param("v_th", "1 V"))
            .population("slow", 1, "lif-exp", p -> p.param("tau_exc", "2 ms"))
            .projection("list", "cell", Bench.one(), c -> c.weight("1.7 mV").delay("1 ms"))
            .projection(fromSlow, "slow", Bench.one(), c -> c.weight("88 pA").delay("1 ms"))
            .build();
    try (Session single = new SpikingEngine().open(network, SessionOptions.seeded(1));
        Session exact = How.PLAIN.open(network, SessionOptions.seeded(1))) {
      for (int step = 0; step < 400; step++) {
        single.advance();
        exact.advance();
        for (String site : new String[] {"cell.v", "slow.v", "slow.i_exc"}) {
          Site s = single.bind(SiteRef.parse(site));
          double error = single.read(s)[0][0] - exact.read(s)[0][0];
          // each step multiplies by a decay and rounds: 6e-8 for each of the two, of the peak
          double peak = site.endsWith("v") ? 1.7 : 88;
          assertThat(Math.abs(error))
              .as("%s, step %s", site, step)
              .isLessThan((2 * 6e-8 * (step + 1) + weightError) * peak);
        }
      }
    }
  }
}

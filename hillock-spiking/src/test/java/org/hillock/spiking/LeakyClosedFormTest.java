package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.session.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Single neurons against their closed forms. */
@ParameterizedClass
@EnumSource(How.class)
class LeakyClosedFormTest {

  @Parameter How how = How.PLAIN;

  @Test
  void firesInTheStepOfTheClosedFormForTwoHundredCurrents() {
    // v(t) = I·R (1 - exp(-t/tau)), so that it meets 15 mV above rest at t = -tau ln(1 - 15/(I·R))
    int count = 200;
    double[] bias = new double[count];
    for (int i = 0; i < count; i++) {
      bias[i] = 380 + 3.7 * i;
    }
    Network network =
        Network.builder("currents")
            .population(
                "cells", count, "lif-exp", p -> p.bias(Values.listed(Numbers.of(bias), "pA")))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("cells.spikes");
    bench.steps(1000);
    long[] first = new long[count];
    for (int k = spikes.size() - 1; k >= 0; k--) {
      first[spikes.neuron(k)] = Math.round(spikes.along(k) / 0.1);
    }
    for (int i = 0; i < count; i++) {
      double at = -10 * Math.log(1 - 15 / (bias[i] * 10 / 250));
      assertThat(first[i]).as("current %s pA", bias[i]).isEqualTo((long) Math.ceil(at / 0.1));
    }
  }

  @Test
  void firesAgainAfterTheRefractoryTimeAndTheSameClimb() {
    Network network =
        Network.builder("again")
            .population("cells", 1, "lif-delta", p -> p.bias(Values.constant(1.5, "mV/ms")))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("cells.spikes");
    bench.steps(1000);
    // v_inf = 30 mV: 20 mV are met after 20 ms · ln 3 = 21.97 ms, step 220; then 20 steps are held
    assertThat(bench.stepsOf(spikes)).containsExactly(220L, 460L, 700L, 940L);
  }

  @Test
  void deltaPotentialJumpsAndDecays() {
    Network network =
        Network.builder("jump")
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {1}))
            .population("cell", 1, "lif-delta", p -> p)
            .projection("source", "cell", Bench.one(), c -> c.weight("3 mV").delay("0.5 ms"))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording v = bench.record("cell.v");
    bench.steps(300);
    for (int k = 0; k < v.size(); k++) {
      int past = k + 1 - 15;
      // 1e-13 relative to 3 mV: 300 multiplications of 1.1e-16 each
      double expected = past <= 0 ? 0 : 3 * Math.exp(-past * 0.1 / 20);
      assertThat(v.value(k)).isCloseTo(expected, within(3e-13));
    }
  }

  @Test
  void postsynapticPotentialOfAnExponentialCurrentIsTheClosedForm() {
    checkPsp(10, 0.5);
    checkPsp(10, 25);
  }

  @Test
  void equalAndNearlyEqualTimeConstantsLoseNoDigits() {
    checkPsp(10, 10);
    checkPsp(10, 10 * (1 + 1e-10));
  }

  private void checkPsp(double tauM, double tauSyn) {
    Network network =
        Network.builder("psp")
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {1}))
            .population(
                "cell",
                1,
                "lif-exp",
                p ->
                    p.param("tau_m", Values.constant(tauM, "ms"))
                        .param("tau_exc", Values.constant(tauSyn, "ms"))
                        .param("tau_inh", Values.constant(tauSyn, "ms"))
                        .param("v_rest", "0 mV")
                        .param("v_reset", "0 mV")
                        .param("v_init", "0 mV")
                        .param("v_th", "100 mV"))
            .projection("source", "cell", Bench.one(), c -> c.weight("87.8 pA").delay("1 ms"))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording v = bench.record("cell.v");
    Recording current = bench.record("cell.i_exc");
    bench.steps(600);
    for (int k = 0; k < v.size(); k++) {
      double t = (k + 1 - 20) * 0.1;
      if (t <= 0) {
        assertThat(v.value(k)).isZero();
        continue;
      }
      double rates = 1 / tauM - 1 / tauSyn;
      // near the singular case the difference quotient loses digits: there its series in t·rates
      double shape =
          Math.abs(rates) < 1e-9
              ? t * Math.exp(-t / tauM) * (1 + t * rates / 2)
              : (Math.exp(-t / tauSyn) - Math.exp(-t / tauM)) / rates;
      // rounding: 600 steps of a few 1.1e-16, on a potential below 4 mV
      assertThat(v.value(k)).isCloseTo(87.8 / 250 * shape, within(1e-12));
      assertThat(current.value(k)).isCloseTo(87.8 * Math.exp(-t / tauSyn), within(1e-10));
    }
  }

  @Test
  void aPerfectIntegratorKeepsWhatIsLeftAboveThreshold() {
    Network network =
        Network.builder("count")
            .population("cell", 1, "if", p -> p.bias(Values.constant(0.375, "mV/ms")))
            .build();
    Bench bench = how.bench(network, 1);
    Recording spikes = bench.record("cell.spikes");
    Recording v = bench.record("cell.v");
    bench.steps(16);
    // 16 · 0.375 = 6, in binary fractions without rounding
    assertThat(bench.stepsOf(spikes)).containsExactly(3L, 6L, 8L, 11L, 14L, 16L);
    assertThat(v.value(2)).isEqualTo(0.125);
    assertThat(v.value(15)).isZero();
  }

  @Test
  void currentsGoOnWhileTheNeuronIsRefractory() {
    Network network =
        Network.builder("refractory")
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {0.1, 0.9}))
            .population(
                "cell",
                1,
                "lif-exp",
                p -> p.bias(Values.constant(1, "nA")).param("v_init", "-50.1 mV"))
            .projection("source", "cell", Bench.one(), c -> c.weight("100 pA").delay("0.1 ms"))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording current = bench.record("cell.i_exc");
    Recording v = bench.record("cell.v");
    bench.steps(15);
    // fires in step 0, is held to 2.1 ms; arrivals at 0.2 and 1.0 ms are both in the current
    assertThat(v.value(14)).isEqualTo(-65);
    double expected = 100 * (Math.exp(-1.3 / 0.5) + Math.exp(-0.5 / 0.5));
    assertThat(current.value(14)).isCloseTo(expected, within(1e-11));
  }
}

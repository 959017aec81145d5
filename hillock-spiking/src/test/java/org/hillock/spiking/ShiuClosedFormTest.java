package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NetworkBuilder.PopulationParts;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The fly's neuron against its closed forms and the published behaviour. */
@ParameterizedClass
@EnumSource(How.class)
class ShiuClosedFormTest {

  @Parameter How how = How.PLAIN;

  private static NetworkBuilder cell(double[] spikesMs, UnaryOperator<PopulationParts> parts) {
    return Network.builder("fly")
        .population("source", 1, "spike-list", p -> p.spikes(spikesMs))
        .population("cell", 1, "lif-shiu", parts);
  }

  /** A spike of the source at T with a delay of 1 ms arrives at T + 1 ms. */
  private static Network through(
      String weight, String receptor, double[] spikesMs, UnaryOperator<PopulationParts> parts) {
    return cell(spikesMs, parts)
        .projection(
            "source", "cell", Bench.one(), c -> c.weight(weight).delay("1 ms").receptor(receptor))
        .build();
  }

  @Test
  void potentialOfOneSpikeIsADifferenceOfExponentials() {
    checkPsp(20, 5);
    checkPsp(5, 20);
  }

  /** Equal time constants: the limit of the difference is t/tau·exp(-t/tau). */
  @Test
  void equalTimeConstantsLoseNoDigits() {
    checkPsp(8, 8);
  }

  private void checkPsp(double tauM, double tauSyn) {
    Network network =
        through(
            "6 mV",
            "excitatory",
            new double[] {1},
            p ->
                p.param("tau_m", Values.constant(tauM, "ms"))
                    .param("tau_syn", Values.constant(tauSyn, "ms")));
    Bench bench = how.bench(network, 0.1);
    Recording v = bench.record("cell.v");
    Recording g = bench.record("cell.g");
    bench.steps(600);
    for (int k = 0; k < v.size(); k++) {
      double t = (k + 1 - 20) * 0.1;
      if (t <= 0) {
        assertThat(v.value(k)).isEqualTo(-52);
        continue;
      }
      double shape =
          tauM == tauSyn
              ? t / tauM * Math.exp(-t / tauM)
              : tauSyn / (tauM - tauSyn) * (Math.exp(-t / tauM) - Math.exp(-t / tauSyn));
      // rounding: 600 steps of a few 1.1e-16 on a potential below 6 mV, and 7e-15 of v near -52 mV
      assertThat(v.value(k)).isCloseTo(-52 + 6 * shape, within(1e-12));
      assertThat(g.value(k)).isCloseTo(6 * Math.exp(-t / tauSyn), within(1e-12));
    }
  }

  @Test
  void inhibitionAndSignedWeightsGoThroughTheSameDrive() {
    Bench inhibited =
        how.bench(through("3 mV", "inhibitory", new double[] {1}, p -> p), 0.1).steps(40);
    Bench signed = how.bench(through("-3 mV", "signed", new double[] {1}, p -> p), 0.1).steps(40);
    assertThat(inhibited.read("cell.g")[0]).isNegative();
    assertThat(inhibited.read("cell.g")).isEqualTo(signed.read("cell.g"));
    assertThat(inhibited.read("cell.v")).isEqualTo(signed.read("cell.v"));
  }

  @Test
  void aDirectArrivalJumpsAndDecaysWithTheMembrane() {
    Bench bench = how.bench(through("5 mV", "direct", new double[] {1}, p -> p), 0.1);
    Recording v = bench.record("cell.v");
    Recording g = bench.record("cell.g");
    bench.steps(200);
    for (int k = 0; k < v.size(); k++) {
      double t = (k + 1 - 20) * 0.1;
      double expected = t <= 0 ? -52 : -52 + 5 * Math.exp(-t / 20);
      assertThat(v.value(k)).isCloseTo(expected, within(1e-12));
      assertThat(g.value(k)).isZero();
    }
  }

  /** A bias of 0.35 mV/ms ends exactly at the threshold of -45 mV; one a little larger above it. */
  @Test
  void firesOnlyStrictlyAboveTheThreshold() {
    assertThat(firstSpike(0.35)).isEmpty();
    assertThat(firstSpike(0.350000001)).isNotEmpty();
  }

  private List<Long> firstSpike(double bias) {
    Network network =
        Network.builder("edge")
            .population(
                "cell",
                1,
                "lif-shiu",
                p -> p.param("v_init", "-45 mV").bias(Values.constant(bias, "mV/ms")))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("cell.spikes");
    bench.steps(20);
    return bench.stepsOf(spikes);
  }

  /** v(t) = -52 + 20·bias·(1 - exp(-t/20)) meets -45 at t = -20 ln(1 - 7/(20·bias)). */
  @Test
  void firesInTheStepOfTheClosedFormForTwoHundredCurrents() {
    int count = 200;
    double[] bias = new double[count];
    for (int i = 0; i < count; i++) {
      bias[i] = 0.36 + 0.0037 * i;
    }
    Network network =
        Network.builder("currents")
            .population(
                "cells", count, "lif-shiu", p -> p.bias(Values.listed(Numbers.of(bias), "mV/ms")))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("cells.spikes");
    bench.steps(1000);
    long[] first = new long[count];
    for (int k = spikes.size() - 1; k >= 0; k--) {
      first[spikes.neuron(k)] = Math.round(spikes.along(k) / 0.1);
    }
    for (int i = 0; i < count; i++) {
      double at = -20 * Math.log(1 - 7 / (20 * bias[i]));
      assertThat(first[i]).as("bias %s", bias[i]).isEqualTo((long) Math.ceil(at / 0.1));
    }
  }

  /** 60 mV at g fire the cell and g is then 0; what arrives 0.8 ms later changes nothing. */
  @Test
  void aSpikeEmptiesTheDriveAndWhatArrivesWhileRefractoryIsLost() {
    Network network = through("60 mV", "excitatory", new double[] {1, 5.5}, p -> p);
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("cell.spikes");
    Recording v = bench.record("cell.v");
    Recording g = bench.record("cell.g");
    bench.steps(200);
    assertThat(bench.stepsOf(spikes)).hasSize(1);
    int fired = bench.stepsOf(spikes).getFirst().intValue();
    // v - v_rest = 20·(exp(-t/20) - exp(-t/5)) exceeds 7 after 3.63 ms
    assertThat(fired).isEqualTo(20 + 37);
    for (int k = fired - 1; k < v.size(); k++) {
      assertThat(v.value(k)).isEqualTo(-52);
      assertThat(g.value(k)).isZero();
    }
  }

  @Test
  void theFirstArrivalThatCountsIsAtTheEndOfRefractoriness() {
    // the jump at 2.0 ms makes a spike at 2.1 ms; the cell is refractory until 4.3 ms
    assertThat(firedAt(1, 1.1, 3.2)).containsExactly(21L);
    assertThat(firedAt(1, 1.1, 3.3)).containsExactly(21L, 44L);
  }

  private List<Long> firedAt(double... spikesMs) {
    Bench bench = how.bench(through("8 mV", "direct", spikesMs, p -> p), 0.1);
    Recording spikes = bench.record("cell.spikes");
    bench.steps(100);
    return bench.stepsOf(spikes);
  }

  @Test
  void aDrivenCellWithoutRefractorinessFiresAtEveryEvent() {
    double[] events = {1, 1.1, 1.2, 5, 5.3, 20};
    Network network = through("68.75 mV", "direct", events, p -> p.param("t_ref", "0 ms"));
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("cell.spikes");
    bench.steps(300);
    // 1 ms of delay, and the step that the jump is seen in
    assertThat(bench.stepsOf(spikes)).containsExactly(21L, 22L, 23L, 61L, 64L, 211L);
  }

  @Test
  void atRestNothingMoves() {
    Bench bench = how.bench(cell(new double[0], p -> p).build(), 0.1);
    bench.steps(1000);
    assertThat(bench.read("cell.v")[0]).isEqualTo(-52);
    assertThat(bench.read("cell.g")[0]).isZero();
  }

  @Test
  void aClampHoldsThePotentialWhileTheDriveGoesOn() {
    Bench bench = how.bench(through("60 mV", "excitatory", new double[] {1}, p -> p), 0.1);
    bench.session.apply(
        new Intervention.Clamp(SiteRef.parse("cell.v"), -50, Intervention.Window.ALWAYS));
    Recording spikes = bench.record("cell.spikes");
    bench.steps(100);
    assertThat(spikes.size()).isZero();
    assertThat(bench.read("cell.v")[0]).isEqualTo(-50);
    assertThat(bench.read("cell.g")[0]).isCloseTo(60 * Math.exp(-8.0 / 5), within(1e-12));
  }
}

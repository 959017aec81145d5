package org.hillock.lab.plasticity;

import static java.lang.Math.exp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.SynapseRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pairs and triplets of spikes do, against the papers' formulas. */
class PairRulesTest {

  private static final double A_PLUS = 0.005;
  private static final double A_MINUS = 0.00525;
  private static final double TAU = 20;

  static SynapseText rule(String name) {
    return SynapseRules.named("rule", name);
  }

  /** At weight 0 between bounds of -1 and 1, so that no digits are lost. */
  private static OneSynapse synapse(String name) {
    return new OneSynapse(rule(name), Map.of(), -1, 1, 0).withoutPasses();
  }

  /** Some roundings of numbers about as large: a few units in the last place. */
  private static Offset<Double> exact(double about) {
    return within(1e-12 * Math.abs(about));
  }

  private static double pair(OneSynapse synapse, double lag) {
    double first = 100;
    if (lag > 0) {
      synapse.arrive(first);
      synapse.fire(first + lag);
    } else {
      synapse.fire(first);
      synapse.arrive(first - lag);
    }
    return synapse.weight();
  }

  @ParameterizedTest
  @CsvSource({
    "stdp-pair",
    "stdp-pair-nearest",
    "normalised-stdp",
    "pruning-stdp",
  })
  void windowsOfPairsAreTwoExponentials(String name) {
    DoubleUnaryOperator formula = d -> d > 0 ? A_PLUS * exp(-d / TAU) : -A_MINUS * exp(d / TAU);
    for (double d : new double[] {-100, -33.3, -10, -0.1, 0.1, 5, 20, 77.7, 100}) {
      double expected = formula.applyAsDouble(d);
      assertThat(pair(synapse(name), d)).as("lag " + d).isCloseTo(expected, exact(expected));
    }
  }

  @Test
  void anArrivalAtTheTimeOfTheTargetsSpikeComesAfterIt() {
    assertThat(pair(synapse("stdp-pair"), 0)).isEqualTo(-A_MINUS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void stepsOfTheMultiplicativeRuleHangOnTheWeight(double weight) {
    for (double d : new double[] {-20, 20}) {
      OneSynapse synapse =
          new OneSynapse(rule("stdp-multiplicative"), Map.of(), weight).holdingWeight();
      pair(synapse, d);
      double expected = d > 0 ? 0.005 * (1 - weight) * exp(-1) : -0.005 * 1.05 * weight * exp(-1);
      // a difference of numbers near 1, of which 0.001 is left
      assertThat(synapse.drift()).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void everySpikeOfATrainCountsOrOnlyTheLast() {
    double all = A_PLUS * (exp(-25 / TAU) + exp(-15 / TAU) + exp(-5 / TAU));
    assertThat(threeThenOne("stdp-pair")).isCloseTo(all, exact(all));
    double last = A_PLUS * exp(-5 / TAU);
    assertThat(threeThenOne("stdp-pair-nearest")).isCloseTo(last, exact(last));
  }

  private static double threeThenOne(String name) {
    OneSynapse synapse = synapse(name);
    for (double t : new double[] {0, 10, 20}) {
      synapse.arrive(t);
    }
    synapse.fire(25);
    return synapse.weight();
  }

  @ParameterizedTest
  @CsvSource({
    "stdp-triplet, 5e-10, 6.2e-3, 7e-3, 2.3e-4, 101, 125",
    "stdp-triplet-nearest, 8.8e-11, 5.3e-2, 6.6e-3, 3.1e-3, 714, 40"
  })
  void tripletsAreThoseOfThePaper(
      String name, double a2p, double a3p, double a2m, double a3m, double tauX, double tauY) {
    OneSynapse postPrePost = synapse(name);
    postPrePost.fire(0);
    postPrePost.arrive(5);
    postPrePost.fire(20);
    double one = -a2m * exp(-5 / 33.7) + exp(-15 / 16.8) * (a2p + a3p * exp(-20 / tauY));
    assertThat(postPrePost.weight()).isCloseTo(one, exact(a2m));
    OneSynapse prePostPre = synapse(name);
    prePostPre.arrive(0);
    prePostPre.fire(5);
    prePostPre.arrive(20);
    double other = a2p * exp(-5 / 16.8) - exp(-15 / 33.7) * (a2m + a3m * exp(-20 / tauX));
    assertThat(prePostPre.weight()).isCloseTo(other, exact(a2m));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 20, 40})
  void sixtyPairsOfTheTripletRuleAreAGeometricSum(double hz) {
    double period = 1000 / hz;
    double lag = 10;
    double sum = 0;
    for (int k = 0; k < 60; k++) {
      double r1 = exp(-lag / 16.8) * geometric(exp(-period / 16.8), k + 1);
      double o2 = exp(-period / 125) * geometric(exp(-period / 125), k);
      double o1 = exp((lag - period) / 33.7) * geometric(exp(-period / 33.7), k);
      double r2 = exp(-period / 101) * geometric(exp(-period / 101), k);
      sum += r1 * (5e-10 + 6.2e-3 * o2) - o1 * (7e-3 + 2.3e-4 * r2);
    }
    double change = new PairProtocol(60, hz, lag).change(rule("stdp-triplet"), Map.of(), 0);
    // gain and loss are each about as large as 60 pairs can be
    assertThat(change).isCloseTo(sum, within(1e-12));
  }

  /** 1 + q + … of so many terms. */
  private static double geometric(double q, int terms) {
    return (1 - Math.pow(q, terms)) / (1 - q);
  }

  @Test
  void atHighRatesPairsInEitherOrderStrengthenByTheTripletRule() {
    SynapseText triplet = rule("stdp-triplet");
    assertThat(new PairProtocol(60, 5, 10).change(triplet, Map.of(), 0.5)).isBetween(-0.05, 0.05);
    assertThat(new PairProtocol(60, 5, -10).change(triplet, Map.of(), 0.5)).isNegative();
    assertThat(new PairProtocol(60, 50, 10).change(triplet, Map.of(), 0.5)).isPositive();
    assertThat(new PairProtocol(60, 50, -10).change(triplet, Map.of(), 0.5)).isPositive();
  }

  @Test
  void hebbAsksNotWhoWasFirst() {
    for (double d : new double[] {-30, 30}) {
      double expected = 0.001 * exp(-1.5);
      assertThat(pair(synapse("hebb"), d)).isCloseTo(expected, exact(expected));
    }
  }

  @Test
  void theRuleOfDiehlAndCookNeedsTwoSpikesOfTheTarget() {
    OneSynapse synapse = synapse("diehl-cook-2015");
    synapse.arrive(0);
    synapse.fire(5);
    assertThat(synapse.weight()).isZero();
    synapse.fire(30);
    double expected = 0.01 * exp(-30 / 20.0) * exp(-25 / 40.0);
    assertThat(synapse.weight()).isCloseTo(expected, exact(expected));
    synapse.arrive(40);
    assertThat(synapse.weight()).isCloseTo(expected - 1e-4 * exp(-10 / 20.0), exact(expected));
  }
}

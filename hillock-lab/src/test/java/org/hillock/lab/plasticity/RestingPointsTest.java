package org.hillock.lab.plasticity;

import static java.lang.Math.exp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.lab.plasticity.PairRulesTest.rule;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rules come to rest, against closed forms. */
class RestingPointsTest {

  private static double root(DoubleUnaryOperator f, double low, double high) {
    double from = low;
    double to = high;
    boolean rising = f.applyAsDouble(to) > 0;
    for (int i = 0; i < 40; i++) {
      double middle = (from + to) / 2;
      if (f.applyAsDouble(middle) > 0 == rising) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return (from + to) / 2;
  }

  /** Drift of the weight over one more period, when traces have come to rest. */
  private static double drift(OneSynapse synapse, double period, double[] arrivals) {
    double before = 0;
    int settled = (int) Math.ceil(20_000 / period);
    for (int k = 0; k <= settled; k++) {
      before = synapse.drift();
      synapse.fire(k * period);
      for (double phase : arrivals) {
        synapse.arrive(k * period + phase * period);
      }
    }
    return synapse.drift() - before;
  }

  @Test
  void inhibitionComesToRestAtTheTargetRate() {
    double[] evenly = new double[100];
    for (int i = 0; i < evenly.length; i++) {
      evenly[i] = (i + 0.5) / evenly.length;
    }
    double rest =
        root(
            hz ->
                drift(
                    new OneSynapse(rule("vogels-2011"), Map.of(), 0.5).holdingWeight(),
                    1000 / hz,
                    evenly),
            1,
            6);
    // 100 arrivals in a period are as good as even ones to (3.3 ms/20 ms)^2/24
    assertThat(rest).isCloseTo(3, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"0.67, 800, 1, 20", "0.03, 130, 530, 20", "0.5, 100, 200, 50"})
  void shortTermStatesComeToRest(double u0, double tauR, double tauF, double hz) {
    OneSynapse synapse =
        new OneSynapse(
            rule("tsodyks-markram"),
            Map.of(
                "u_0",
                Quantity.of(u0),
                "tau_recovery",
                Quantity.of(tauR, "ms"),
                "tau_facilitation",
                Quantity.of(tauF, "ms")),
            0.8);
    double sent = 0;
    double period = 1000 / hz;
    for (int k = 0; k < 500; k++) {
      sent = synapse.arrive(k * period);
    }
    double u = u0 / (1 - (1 - u0) * exp(-period / tauF));
    double x = (1 - exp(-period / tauR)) / (1 - (1 - u) * exp(-period / tauR));
    // 500 spikes are more than 36 of the slowest time constants
    assertThat(synapse.state("u")).isCloseTo(u, within(1e-12));
    assertThat(sent).isCloseTo(0.8 * u * x, within(1e-12));
    assertThat(synapse.weight()).isEqualTo(0.8);
  }

  @Test
  void theFirstSpikeBringsItsShare() {
    assertThat(new OneSynapse(rule("tsodyks-markram"), Map.of(), 1).arrive(3)).isEqualTo(0.67);
  }

  @Test
  void ojasRuleForgetsAsMuchAsItLearns() {
    double period = 50;
    double lag = 5;
    double x = exp(-lag / 100) / (1 - exp(-period / 100));
    double y = exp(-period / 100) / (1 - exp(-period / 100));
    double alpha = 2 * x / y;
    OneSynapse synapse =
        new OneSynapse(
            rule("oja"), Map.of("alpha", Quantity.of(alpha), "eta", Quantity.of(0.01)), 0.1);
    for (int k = 0; k < 5000; k++) {
      synapse.arrive(k * period);
      synapse.fire(k * period + lag);
    }
    // w* = x/(alpha y); the rest falls by a share of about alpha*eta*y = 5 % with each pair
    assertThat(synapse.weight()).isCloseTo(0.5, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 10, 20})
  void theThresholdOfBcmComesToRestAtItsRate(double target) {
    double rest =
        root(
            hz -> {
              OneSynapse synapse =
                  new OneSynapse(rule("bcm"), Map.of("rate_0", Quantity.of(target, "Hz")), 0.5)
                      .holdingWeight();
              return drift(synapse, 1000 / hz, new double[] {0.5});
            },
            2,
            50);
    // regular spikes: where exp(T/tau_theta) = 1 + 1/(rate_0*tau_theta)
    double closed = 1 / Math.log1p(1 / target);
    // 20 s are 20 time constants of the threshold
    assertThat(rest).isCloseTo(closed, within(1e-6 * closed));
  }

  @Test
  void bcmStrengthensBelowItsRateAndWeakensAbove() {
    for (double hz : new double[] {6, 9, 12, 30}) {
      OneSynapse synapse = new OneSynapse(rule("bcm"), Map.of(), 0.5).holdingWeight();
      double drift = drift(synapse, 1000 / hz, new double[] {0.5});
      assertThat(drift > 0).as(hz + " Hz").isEqualTo(hz < 10);
    }
    OneSynapse silent = new OneSynapse(rule("bcm"), Map.of(), 0.5);
    silent.arrive(3);
    silent.arrive(9);
    assertThat(silent.weight()).isEqualTo(0.5);
  }

  @Test
  void weightsOfASilentNeuronGrowByTheirShare() {
    OneSynapse synapse = new OneSynapse(rule("synaptic-scaling"), Map.of(), 0.5);
    synapse.advance(60_000);
    // 60 times: 20 Hz below the goal, 4e-5 per s and Hz, 1 s
    assertThat(synapse.weight()).isCloseTo(0.5 * Math.pow(1 + 8e-4, 60), within(1e-12));
  }

  @Test
  void weightsRestWhereTheTargetFiresAtItsGoal() {
    OneSynapse synapse =
        new OneSynapse(rule("synaptic-scaling"), Map.of("tau", Quantity.of(1, "s")), 0.5);
    // the trace of 20 regular spikes in a second, right after one and right before the next
    double after = 1 / (1 - exp(-0.05));
    for (int k = 0; k < 400; k++) {
      synapse.fire(50 * k + 25);
    }
    assertThat(synapse.state("rate") * 1000).isCloseTo(after, within(1e-6));
    assertThat(synapse.weight()).isCloseTo(0.5, within(0.01));
  }
}

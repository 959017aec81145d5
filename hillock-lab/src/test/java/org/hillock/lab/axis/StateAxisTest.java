package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.lab.Images;
import org.hillock.lab.decide.AnswerShares;
import org.junit.jupiter.api.Test;

/** Networks whose states are known. */
class StateAxisTest {

  /** Two pixels, each the logit of an answer. */
  private static NetworkBuilder logits() {
    return Network.builder("logits")
        .population("image", 2, "input")
        .population("out", 2, "identity")
        .projection("image", "out", new Connectivity.OneToOne(), p -> p)
        .decision(new Decision.LargestValue("out"));
  }

  private static Measurement.Measured of(Network network) {
    return Measured.by(
        new StateAxis(), network, Images.unlabelled(2, new float[] {1, 0}, new float[] {1, 0}));
  }

  /** Logits 1 and 0, doubled to 2 and 0: two distributions whose distance is a formula. */
  @Test
  void aGainOfTwoIsAsFarAsTheFormulaSays() {
    Network network =
        logits()
            .modulator(
                new Modulator("gain", 0, List.of(new Modulator.Target("out", Optional.empty(), 1))))
            .build();
    var measured = of(network);
    double p = 1 / (1 + Math.exp(-1));
    double q = 1 / (1 + Math.exp(-2));
    double expected = entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2;
    // values of the tensor engine are in single precision
    assertThat(measured.value()).isCloseTo(expected, within(1e-6));
    assertThat(Measured.detail(measured, "modulator_gain_bits")).isEqualTo(measured.value());
    assertThat(Measured.detail(measured, "noise_floor_bits")).isZero();
  }

  private static double entropy(double p) {
    return -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  @Test
  void aModulatorWithoutTargetsChangesNothing() {
    assertThat(of(logits().modulator(new Modulator("idle", 0, List.of())).build()).value())
        .isZero();
  }

  @Test
  void withoutAStateNothingCanChangeUntilOneIsAttached() {
    var measured = of(logits().build());
    assertThat(measured.value()).isZero();
    double p = 1 / (1 + Math.exp(-1));
    double q = 1 / (1 + Math.exp(-1.5));
    double expected = entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2;
    assertThat(Measured.detail(measured, "with_a_standard_modulator_bits"))
        .isCloseTo(expected, within(1e-6));
  }

  /** A heart that beats twice as fast speaks twice as loud for the second answer. */
  @Test
  void aSourceBesideTheImageIsAState() {
    Connectivity second = new Connectivity.EdgeList(Indices.of(0), Indices.of(1));
    Network network =
        Network.builder("heart")
            .population("image", 2, "input")
            .population("heart", 1, "poisson", p -> p.param("rate", "300 Hz"))
            .population("out", 2, "if")
            .projection(
                "image", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .projection("heart", "out", second, p -> p.weight("1 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("out"))
            .build();
    var measured = of(network);
    assertThat(measured.value()).isPositive();
    assertThat(Measured.detail(measured, "input_heart_bits")).isEqualTo(measured.value());
    assertThat(Measured.detail(measured, "modulators")).isZero();
  }

  @Test
  void distancesOfDistributions() {
    assertThat(AnswerShares.bits(new double[] {1, 0}, new double[] {0, 1})).isEqualTo(1);
    assertThat(AnswerShares.bits(new double[] {0.5, 0.5}, new double[] {0.5, 0.5})).isZero();
  }
}

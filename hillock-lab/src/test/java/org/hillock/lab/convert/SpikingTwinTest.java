package org.hillock.lab.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;
import org.junit.jupiter.api.Test;

class SpikingTwinTest {

  /**
   * Hidden values (1, 0, 1.5), (0, 2, 0), (0.5, 0.5, 0.75); outputs (2.5, 0), (0, 2), (1.25, 0.5).
   */
  private static final float[][] SHOWN = {{1, 0}, {0, 1}, {0.5f, 0.25f}};

  private static final double HIDDEN_SCALE = 2;
  private static final double OUT_SCALE = 2.5;

  private static NetworkBuilder layers(String hidden, String out) {
    return Network.builder("hand")
        .population("image", 2, "input")
        .population("hidden", 3, hidden, p -> p.bias(Values.listed(0, 0, 0.5)))
        .population("out", 2, out)
        .projection("image", "hidden", Nets.dense(), Nets.weights(1, 0, 0, 2, 1, -1))
        .projection("hidden", "out", Nets.dense(), Nets.weights(1, 0, 1, 0, 1, 0));
  }

  private static Network hand() {
    return layers("relu", "identity").decision(new Decision.LargestValue("out")).build();
  }

  private static Activities seen(Network network, double windowMs, float[][] images) {
    try (Responder responder = Responder.open(network, new DecisionTiming(1, windowMs), 1)) {
      return responder.activities(images, Optional.empty(), List.of("hidden", "out"), 0);
    }
  }

  @Test
  void weightsAreScaledByTheActivitiesOfBothEnds() {
    Network twin = SpikingTwin.of(hand(), SHOWN, 1);
    // W/2 and 2·W/2.5: quotients of doubles, but the scales were read in single precision (1e-6)
    assertThat(Wiring.of(twin, twin.projection("image_hidden")).weight())
        .containsExactly(new double[] {0.5, 0, 0, 1, 0.5, -0.5}, within(1e-6));
    assertThat(Wiring.of(twin, twin.projection("hidden_out")).weight())
        .containsExactly(new double[] {0.8, 0, 0.8, 0, 0.8, 0}, within(1e-6));
    assertThat(Parameters.bias(twin, twin.population("hidden")))
        .containsExactly(new double[] {0, 0, 0.25}, within(1e-6));
    assertThat(twin.decision()).contains(new Decision.MostSpikes("out"));
    assertThat(twin.provenance().history().getLast()).contains("normalised on 3 images");
  }

  /**
   * A hidden neuron starts at half its threshold and is driven by r = relu/scale a ms from 1 ms on:
   * floor(0.5 + (T - 1)·r) spikes in T ms, at most 0.5 from rounding and r <= 1 from the delay, so
   * its rate is off by no more than 1.5/T.
   */
  @Test
  void hiddenRatesApproachTheRectifiedValues() {
    double[][] relu = seen(hand(), 32, SHOWN).of("hidden");
    Network twin = SpikingTwin.of(hand(), SHOWN, 1);
    for (double window : new double[] {32, 320}) {
      double[][] rates = seen(twin, window, SHOWN).of("hidden");
      for (int i = 0; i < SHOWN.length; i++) {
        for (int n = 0; n < 3; n++) {
          assertThat(rates[i][n])
              .as("image %d neuron %d in %s ms", i, n, window)
              .isCloseTo(relu[i][n] / HIDDEN_SCALE, within(1.5 / window + 1e-6));
        }
      }
    }
  }

  /**
   * An output hears of a source with weight w <= 0.8 one ms after it fired: of each of at most 2
   * sources w·(0.5 + 2·r) <= 2 is missing or too much, and 1 from its own rounding: 5/T in all.
   */
  @Test
  void outputRatesApproachTheValues() {
    double[][] values = seen(hand(), 32, SHOWN).of("out");
    Network twin = SpikingTwin.of(hand(), SHOWN, 1);
    double[][] rates = seen(twin, 320, SHOWN).of("out");
    for (int i = 0; i < SHOWN.length; i++) {
      for (int n = 0; n < 2; n++) {
        assertThat(rates[i][n]).isCloseTo(values[i][n] / OUT_SCALE, within(5.0 / 320 + 1e-6));
      }
    }
  }

  /** All images whose outputs differ by more than two such errors; most of them do. */
  @Test
  void answersAgreeWhereTheyAreNotTooClose() {
    float[][] images = Images.brightest(100, 2, 8).images();
    Network twin = SpikingTwin.of(hand(), images, 1);
    double[][] values = seen(hand(), 32, images).of("out");
    double scale =
        java.util.Arrays.stream(values)
            .flatMapToDouble(java.util.Arrays::stream)
            .max()
            .orElseThrow();
    int clear = 0;
    try (Classifier before = Classifier.open(hand(), 1);
        Classifier after = Classifier.open(twin, new DecisionTiming(1, 320), 1)) {
      int[] original = before.answers(images, 0);
      int[] converted = after.answers(images, 0);
      for (int i = 0; i < images.length; i++) {
        if (Math.abs(values[i][0] - values[i][1]) > 2 * 5.0 / 320 * scale) {
          clear++;
          assertThat(converted[i]).as("image %d", i).isEqualTo(original[i]);
        }
      }
    }
    assertThat(clear).isGreaterThan(80);
  }

  @Test
  void aSharedKernelStaysShared() {
    Network network =
        Network.builder("convolved")
            .population("image", Shape.of(3, 3, 1), "input", p -> p)
            .population("hidden", Shape.of(2, 2, 1), "relu", p -> p)
            .population("out", 2, "softmax")
            .projection(
                "image",
                "hidden",
                new Connectivity.Convolution(2, 2, 1, 0),
                Nets.weights(1, 0, 0, 1))
            .projection("hidden", "out", Nets.dense(), Nets.weights(1, 1, 0, 0, 0, 0, 1, 1))
            .decision(new Decision.LargestValue("out"))
            .build();
    // diagonal pairs of 1..9 ninths: (1 + 5, 2 + 6, 4 + 8, 5 + 9)/9, the largest 14/9
    float[][] image = {new float[9]};
    for (int k = 0; k < 9; k++) {
      image[0][k] = (k + 1) / 9f;
    }
    Network twin = SpikingTwin.of(network, image, 1);
    Projection convolved = twin.projection("image_hidden");
    assertThat(convolved.connectivity()).isEqualTo(new Connectivity.Convolution(2, 2, 1, 0));
    assertThat(((Values.Listed) convolved.weights()).numbers().toArray())
        .containsExactly(new double[] {9.0 / 14, 0, 0, 9.0 / 14}, within(1e-6));
    double[] rates = seen(twin, 32, image).of("hidden")[0];
    // rounding and delay, as above
    assertThat(rates)
        .containsExactly(new double[] {6 / 14.0, 8 / 14.0, 12 / 14.0, 1}, within(1.5 / 32));
  }

  /** The gain of a modulator goes into the weights, because it multiplies what arrives. */
  @Test
  void gainsGoIntoTheWeights() {
    Network modulated =
        layers("relu", "identity")
            .modulator(new Modulator("awake", 0.5, List.of(new Modulator.Target("hidden", 2))))
            .decision(new Decision.LargestValue("out"))
            .build();
    // gain 1 + 0.5·2 = 2: hidden values up to 4 (image 2), so W·2/4
    Network twin = SpikingTwin.of(modulated, SHOWN, 1);
    assertThat(twin.modulators()).isEmpty();
    assertThat(Wiring.of(twin, twin.projection("image_hidden")).weight())
        .containsExactly(new double[] {0.5, 0, 0, 1, 0.5, -0.5}, within(1e-6));
  }

  @Test
  void aLevelThatChangesHasNoTwin() {
    Network modulated =
        layers("relu", "identity")
            .modulator(
                new Modulator(
                    "awake",
                    0.5,
                    java.util.Optional.of(org.hillock.core.quantity.Quantity.of(1, "s")),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    List.of(new Modulator.Target("hidden", 2))))
            .decision(new Decision.LargestValue("out"))
            .build();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> SpikingTwin.of(modulated, SHOWN, 1))
        .hasMessage(
            "modulators.awake: changes and has no spiking twin: what it does would depend on how long"
                + " an image is shown; a level that stays goes into the weights");
  }

  @Test
  void populationsThatStaySilentKeepTheirWeights() {
    Network twin = SpikingTwin.of(hand(), new float[][] {{0, 0.9f}}, 1);
    // hidden (0, 1.8, 0), out (0, 1.8): both scales are 1.8, and zeros do not pull them down
    assertThat(Wiring.of(twin, twin.projection("hidden_out")).weight()[0])
        .isCloseTo(1, within(1e-6));
    Network dark =
        Network.builder("dark")
            .population("image", 1, "input")
            .population("out", 1, "relu")
            .projection("image", "out", Nets.dense(), Nets.weights(-3))
            .decision(new Decision.LargestValue("out"))
            .build();
    Network silent = SpikingTwin.of(dark, new float[][] {{1}}, 1);
    assertThat(Wiring.of(silent, silent.projection("image_out")).weight()).containsExactly(-3);
  }

  private static void refused(Network network, String message) {
    assertThatThrownBy(() -> SpikingTwin.of(network, SHOWN, 1))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void otherNonlinearitiesAreRefused() {
    refused(
        layers("sigmoid", "softmax").decision(new Decision.LargestValue("out")).build(),
        "populations.hidden.neuron: 'sigmoid' has no spiking twin; input, relu, identity, softmax,"
            + " log-softmax have");
  }

  @Test
  void hiddenIdentityAndSoftmaxAreRefused() {
    for (String neuron : List.of("identity", "softmax")) {
      refused(
          layers(neuron, "softmax").decision(new Decision.LargestValue("out")).build(),
          "populations.hidden.neuron: '"
              + neuron
              + "' has a spiking twin only where nothing reads it");
    }
  }

  @Test
  void normalisationIsRefused() {
    Network network =
        Network.builder("normalised")
            .population("image", 2, "input")
            .population("out", 2, "relu")
            .projection("image", "out", Nets.dense(), p -> p.normalise(Normalisation.rms()))
            .decision(new Decision.LargestValue("out"))
            .build();
    refused(network, "projections.image_out.normalise: has no spiking twin");
  }

  @Test
  void otherDecisionsAreRefused() {
    String message =
        "decision: only networks that answer with their largest value have a spiking twin";
    refused(layers("relu", "identity").build(), message);
    refused(
        layers("relu", "identity")
            .population("label", 2, "input")
            .decision(new Decision.LargestGoodness("label", List.of("hidden")))
            .build(),
        message);
  }

  /** A rule whose synapses are drawn keeps the synapses that it drew. */
  @Test
  void drawnSynapsesAreKept() {
    Network drawn =
        Network.builder("drawn")
            .seed(3)
            .population("image", 6, "input")
            .population("out", 5, "relu")
            .projection(
                "image",
                "out",
                new Connectivity.PairwiseProbability(0.5, true),
                p -> p.weight(Values.constant(1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    Network twin = SpikingTwin.of(drawn, new float[][] {{1, 1, 1, 1, 1, 1}}, 1);
    var before = Wiring.of(drawn, drawn.projection("image_out"));
    var after = Wiring.of(twin, twin.projection("image_out"));
    assertThat(after.pre()).isEqualTo(before.pre());
    assertThat(after.post()).isEqualTo(before.post());
  }
}

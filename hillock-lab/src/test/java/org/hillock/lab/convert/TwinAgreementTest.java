package org.hillock.lab.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwinAgreementTest {

  private static float[][] images(int count, int pixels) {
    float[][] images = new float[count][pixels];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(5, Purpose.EXPERIMENT, i);
      for (int p = 0; p < pixels; p++) {
        images[i][p] = (float) draws.uniform();
      }
    }
    return images;
  }

  /**
   * The rate of a spiking neuron over T ms is its ReLU value divided by the scale of its
   * population, up to what does not make a whole spike (1/T) and to the start: a layer hears its
   * input two steps after the one below, so the second layer misses up to 4 of the T steps.
   */
  @Test
  void ratesApproachTheValues() {
    Network network = BuiltInNetworks.perceptron(Shape.of(4, 4, 1), List.of(12, 8), 3, 2);
    float[][] images = images(40, 16);
    Network twin = SpikingTwin.of(network, images, 1);
    List<String> hidden = List.of("hidden1", "hidden2");
    double window = 400;
    try (Responder deep = Responder.open(network, DecisionTiming.of(network), 1);
        Responder spiking = Responder.open(twin, new DecisionTiming(1, window), 1)) {
      Activities values = deep.activities(images, Optional.empty(), hidden, 0);
      Activities rates = spiking.activities(images, Optional.empty(), hidden, 0);
      for (String layer : hidden) {
        double scale = largestRate(values, layer);
        for (int i = 0; i < images.length; i++) {
          for (int n = 0; n < values.of(layer)[i].length; n++) {
            assertThat(rates.of(layer)[i][n])
                .as("%s neuron %d, image %d", layer, n, i)
                .isCloseTo(Math.min(1, values.of(layer)[i][n] / scale), within(0.03));
          }
        }
      }
    }
  }

  /** The 99.9th percentile of fewer than 1,000 positive activities is the largest. */
  private static double largestRate(Activities values, String layer) {
    return Stream.of(values.of(layer))
        .flatMapToDouble(java.util.Arrays::stream)
        .max()
        .orElseThrow();
  }

  @Test
  void answersAreTheSame() {
    Network network = BuiltInNetworks.perceptron(Shape.of(4, 4, 1), List.of(20), 3, 4);
    float[][] images = images(100, 16);
    Network twin = SpikingTwin.of(network, images, 1);
    try (Classifier deep = Classifier.open(network, 1);
        Classifier spiking = Classifier.open(twin, new DecisionTiming(1, 200), 1)) {
      int[] right = deep.answers(images, 0);
      int[] given = spiking.answers(images, 0);
      int same = 0;
      for (int i = 0; i < right.length; i++) {
        same += right[i] == given[i] ? 1 : 0;
      }
      // an untrained network has close calls, which whole spikes may decide otherwise
      assertThat(same).isGreaterThanOrEqualTo(95);
    }
  }

  @Test
  void aSharedKernelStaysShared() {
    Network network =
        Network.builder("c")
            .population("image", Shape.of(4, 4, 1), "input", p -> p)
            .population("maps", Shape.of(2, 2, 3), "relu", p -> p)
            .projection(
                "image", "maps", new Convolution(3, 3, 1, 0), p -> p.weight(Values.constant(0.1)))
            .decision(new Decision.LargestValue("maps"))
            .build();
    Network twin = SpikingTwin.of(network, images(5, 16), 1);
    assertThat(twin.projection("image_maps").connectivity()).isInstanceOf(Convolution.class);
    assertThat(((Values.Listed) twin.projection("image_maps").weights()).numbers().size())
        .isEqualTo(27);
  }

  static Stream<Arguments> refused() {
    Network sigmoid =
        Network.builder("s")
            .population("image", 2, "input")
            .population("out", 2, "sigmoid")
            .projection("image", "out", new Dense(), p -> p)
            .decision(new Decision.LargestValue("out"))
            .build();
    Network inner =
        Network.builder("i")
            .population("image", 2, "input")
            .population("middle", 2, "softmax")
            .population("out", 2, "relu")
            .projection("image", "middle", new Dense(), p -> p)
            .projection("middle", "out", new Dense(), p -> p)
            .decision(new Decision.LargestValue("out"))
            .build();
    Network normalised =
        Network.builder("r")
            .population("image", 2, "input")
            .population("out", 2, "relu")
            .projection("image", "out", new Dense(), p -> p.normalise(Normalisation.rms()))
            .decision(new Decision.LargestValue("out"))
            .build();
    Network silent =
        Network.builder("n")
            .population("image", 2, "input")
            .population("out", 2, "relu")
            .projection("image", "out", new Dense(), p -> p)
            .build();
    return Stream.of(
        Arguments.of(sigmoid, "populations.out.neuron: 'sigmoid' has no spiking twin"),
        Arguments.of(
            inner,
            "populations.middle.neuron: 'softmax' has a spiking twin only where nothing reads it"),
        Arguments.of(normalised, "projections.image_out.normalise: has no spiking twin"),
        Arguments.of(silent, "decision: only networks that answer with their largest value"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatHasNoTwin(Network network, String message) {
    assertThatThrownBy(() -> SpikingTwin.of(network, images(3, 2), 1))
        .hasMessageStartingWith(message);
  }
}

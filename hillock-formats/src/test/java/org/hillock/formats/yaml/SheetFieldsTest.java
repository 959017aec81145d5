package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Normalisation.Layer;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers of deep networks as a person writes them. */
class SheetFieldsTest {

  private static Network read(String text) {
    return NetworkYaml.read(text, "n", Path.of("."));
  }

  /** Two sheets of 4×4×2 and what joins them. */
  private static Network joined(String how) {
    return read(
        """
        name: n
        seed: 1
        populations:
          a: {shape: [4, 4, 2], neuron: relu}
          b: {shape: [4, 4, 2], neuron: relu}
        projections:
          p: {from: a, to: b, %s}
        """
            .formatted(how));
  }

  @Test
  void aKernelMaySayOneNumberOrOneForEachDirection() {
    assertThat(
            joined("connect: convolution, height: 3, width: 3, stride: 1, padding: 1")
                .projection("p")
                .connectivity())
        .isEqualTo(new Convolution(3, 3, 1, 1));
    assertThat(
            joined(
                    "connect: convolution, height: 2, width: 3, stride: [1, 1], padding: [2, 0, 0, 2],"
                        + " dilation: [2, 1], groups: 2")
                .projection("p")
                .connectivity())
        .isEqualTo(new Convolution(2, 3, Across.ONE, new Margins(2, 0, 0, 2), new Across(2, 1), 2));
  }

  @Test
  void windowsLieSideBySideWhereNothingElseIsSaid() {
    assertThat(joined("connect: max-pooling, height: 1, width: 1").projection("p").connectivity())
        .isEqualTo(Pooling.of(Pooling.Kind.MAX, 1, 1));
    assertThat(
            joined(
                    "connect: mean-pooling, height: 3, width: 3, stride: 1, padding: 1,"
                        + " count_padding: true")
                .projection("p")
                .connectivity())
        .isEqualTo(new Pooling(Pooling.Kind.MEAN, 3, 3, Across.ONE, Margins.all(1), true));
  }

  @Test
  void normalisationIsAWordOrSaysMore() {
    String one = "connect: one-to-one, normalise: ";
    assertThat(joined(one + "layer").projection("p").normalisation())
        .isEqualTo(new Layer(1e-5, Layer.Over.NEURONS));
    assertThat(
            joined(one + "{layer: {over: channels, epsilon: 0.001}}")
                .projection("p")
                .normalisation())
        .isEqualTo(new Layer(1e-3, Layer.Over.CHANNELS));
    assertThat(joined(one + "batch").projection("p").normalisation()).isEqualTo(Batch.fresh(2));
    assertThat(joined(one + "{batch: {mean: [1, 2], variance: 4}}").projection("p").normalisation())
        .isEqualTo(new Batch(Numbers.of(1, 2), Numbers.of(4, 4), 1e-5, 0.1));
  }

  @Test
  void biasesAndParametersMayBeSharedByChannel() {
    Network network =
        read(
            """
            name: n
            populations:
              a: {shape: [1, 2, 2], neuron: leaky-relu, bias: {per_channel: [1, 2]}, params: {alpha: {per_channel: 0.25}}}
            """);
    assertThat(network.population("a").bias()).contains(Values.perChannel(1, 2));
    assertThat(network.population("a").param("alpha")).isEqualTo(Values.perChannel(0.25, 0.25));
  }

  @Test
  void framesAndDelaysAreCountedInPasses() {
    String text =
        """
        name: n
        seed: 0
        populations:
          image: {size: 3, neuron: input}
          out: {size: 2, neuron: tanh}
        projections:
          in: {from: image, to: out, connect: dense, weight: 1}
          past: {from: out, to: out, connect: dense, weight: 1, delay: 1}
        presentation: {picture: [4, 3], order: rows, frame: 1}
        decision: {largest_value: out}
        """;
    Network network = read(text);
    assertThat(network.projection("past").passes()).isEqualTo(1);
    assertThat(network.presentation())
        .contains(Presentation.inPasses(Shape.of(4, 3), Presentation.Order.ROWS));
    assertThat(NetworkYaml.write(network))
        .contains("delay: 1", "picture: [4, 3]", "order: rows", "frame: 1");
    assertThat(read(NetworkYaml.write(network))).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "connect: convolution, height: 3, width: 3, stride: [1], padding: 1"
            + "|projections.p.stride: has 1 numbers; give one, or [vertical, horizontal]",
        "connect: convolution, height: 3, width: 3, stride: 1, padding: [1, 1]"
            + "|projections.p.padding: has 2 numbers; give one, or [top, left, bottom, right]",
        "connect: convolution, height: 3, width: 3, stride: 1, padding: -1"
            + "|projections.p.padding: -1 is not >= 0",
        "connect: max-pooling, height: 1, width: 1, count_padding: true"
            + "|key 'count_padding' is unknown",
        "connect: one-to-one, normalise: batched|'batched' is unknown; did you mean 'batch'?",
        "connect: one-to-one, normalise: {rms: {}}|projections.p.normalise.rms: 'rms' is unknown",
        "connect: one-to-one, normalise: {batch: {mean: [1]}}|lists 2 numbers beside 1 means",
        "connect: one-to-one, normalise: {batch: {mean: 1 mV}}|stands where plain numbers are needed",
        "connect: one-to-one, normalise: {layer: {epsilon: 0}}|normalise.layer.epsilon: 0.0 is not > 0",
        "connect: one-to-one, weight: {per_channel: [1, 2]}|weights are not shared by channel",
        "connect: one-to-one, weight: {per_channel: {uniform: {low: 0, high: 1}}}"
            + "|is neither a number nor a list of one for each channel",
        "connect: mean-pooling, height: 3, width: 3|the window makes 1 or 2×1 or 2 places of 'a'",
      })
  void whatCannotBeIsSaidWithItsPlace(String how, String message) {
    assertThatThrownBy(() -> joined(how))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits-cnn", "digits-rnn", "digits-gru", "digits-lstm"})
  void shippedNetworksComeBackAsTheyWereWritten(String name) {
    Network network = NetworkYaml.read(Path.of("..", "networks", name + ".net.yaml"));
    assertThat(read(NetworkYaml.write(network))).isEqualTo(network);
  }
}

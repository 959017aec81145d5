package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;

import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Normalisation.Layer;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient through each operator, against differences of the plain twin's loss. */
class OperatorGradientTest {

  private static final Shape IMAGE = Shape.of(4, 4, 2);
  private static final LearningRule RULE = new LearningRule("backpropagation", Map.of());

  private static Dataset images() {
    float[][] images = Twins.batch(6, IMAGE.size(), 3);
    int[] labels = {0, 1, 1, 0, 1, 0};
    return new Dataset("patches", IMAGE, images, labels, 2, "made up");
  }

  /** image → sheet by an operator, → out by all. */
  private static Network through(
      Shape sheet, String neuron, Connectivity how, Values weights, Normalisation before) {
    return Network.builder("through")
        .seed(6)
        .population("image", IMAGE, "input", p -> p)
        .population("below", IMAGE, "tanh", p -> p.bias(Values.perChannel(0.25, -0.5)))
        .population("sheet", sheet, neuron, p -> p.bias(normal(0.5)))
        .population("out", 2, "softmax", p -> p.bias(normal(0.5)))
        .projection("image", "below", new Convolution(3, 3, 1, 1), c -> c.weight(normal(0.5)))
        .projection("below", "sheet", how, c -> c.weight(weights).normalise(before).learning(RULE))
        .projection("sheet", "out", dense(), c -> c.weight(normal(0.5)))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  @Test
  void throughKernelsOfAnyForm() {
    Convolution rule =
        new Convolution(3, 2, new Across(2, 1), new Margins(1, 0, 1, 2), new Across(1, 2), 2);
    Slopes.meetFiniteDifferences(
        through(Shape.of(2, 4, 4), "sigmoid", rule, normal(0.5), Normalisation.none()), images());
  }

  @ParameterizedTest
  @EnumSource(Pooling.Kind.class)
  void throughWindows(Pooling.Kind kind) {
    Pooling rule =
        new Pooling(
            kind, 3, 2, new Across(2, 2), new Margins(1, 1, 0, 0), kind != Pooling.Kind.MAX);
    Slopes.meetFiniteDifferences(
        through(Shape.of(2, 3, 2), "tanh", rule, Values.constant(1), Normalisation.none()),
        images());
  }

  @ParameterizedTest
  @EnumSource(Layer.Over.class)
  void throughLayerNormalisationWithAGain(Layer.Over over) {
    Slopes.meetFiniteDifferences(
        through(IMAGE, "tanh", new OneToOne(), normal(1), new Layer(1e-3, over)), images());
  }

  /** The stored mean and variance go a tenth of the way to those of the batch. */
  @Test
  void throughBatchNormalisationWithAScalePerChannel() {
    Network network =
        through(IMAGE, "tanh", Convolution.perChannel(2), Values.constant(1), Batch.fresh(2));
    Network after = Slopes.meetFiniteDifferences(network, images());
    Batch stored = (Batch) after.projection("below_sheet").normalisation();
    for (int c = 0; c < 2; c++) {
      assertThat(Math.abs(stored.mean().get(c))).isBetween(1e-3, 0.1);
      assertThat(stored.variance().get(c)).isBetween(0.9, 1.0);
    }
    double[] gains =
        ((Values.Listed) after.projection("below_sheet").weights()).numbers().toArray();
    assertThat(gains).hasSize(2).doesNotContain(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leaky-relu",
        "elu",
        "gelu",
        "gelu-tanh",
        "silu",
        "softplus",
        "hard-sigmoid",
        "log-softmax"
      })
  void throughEveryNonlinearity(String neuron) {
    Slopes.meetFiniteDifferences(
        through(Shape.of(6), neuron, dense(), normal(0.3), Normalisation.none()), images());
  }

  @Test
  void throughAProductAndFromALogSoftmax() {
    Network network =
        Network.builder("gate")
            .seed(3)
            .population("image", IMAGE, "input", p -> p)
            .population("gate", 5, "product", p -> p.bias(normal(1)))
            .population("out", 2, "log-softmax")
            .projection("l", "image", "gate", dense(), c -> c.weight(normal(0.3)))
            .projection("r", "image", "gate", dense(), c -> c.weight(normal(0.3)).receptor("right"))
            .projection("gate", "out", dense(), c -> c.weight(normal(0.5)))
            .decision(new Decision.LargestValue("out"))
            .build();
    Slopes.meetFiniteDifferences(network, images());
  }

  /** One that states no rule passes values on as they are. */
  @Test
  void oneToOneLearnsOnlyWhereItSaysSo() {
    Network network =
        through(IMAGE, "tanh", new OneToOne(), Values.constant(1), Normalisation.none());
    assertThat(Trainable.of(FeedForward.of(network).layers()).projections())
        .extracting(p -> p.name())
        .containsExactly("image_below", "below_sheet", "sheet_out");
    Network plain =
        network.with(
            java.util.List.of(),
            java.util.List.of(
                Network.builder("n")
                    .population("below", IMAGE, "tanh", p -> p)
                    .population("sheet", IMAGE, "tanh", p -> p)
                    .projection("below", "sheet", new OneToOne(), c -> c)
                    .build()
                    .projection("below_sheet")));
    assertThat(Trainable.of(FeedForward.of(plain).layers()).projections())
        .extracting(p -> p.name())
        .containsExactly("image_below", "sheet_out");
    assertThat(Slopes.loss(plain, images())).isCloseTo(Slopes.loss(network, images()), within(0.0));
  }
}

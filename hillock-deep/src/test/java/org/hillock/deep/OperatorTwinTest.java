package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hillock.deep.Nets.normal;
import static org.hillock.deep.Twins.batch;
import static org.hillock.deep.Twins.read;

import java.util.List;
import java.util.Map;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Normalisation.Layer;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.wiring.Slide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels, windows, normalisations and gates as tensors against the plain twin. */
class OperatorTwinTest {

  private static final int ROWS = 3;

  private static void meetsItsTwin(Network network, Shape image) {
    Twins.meet(network, List.of(Map.of("image", batch(ROWS, image.size(), 7))), ROWS);
  }

  private static Margins margins(Draws draws, int most) {
    return new Margins(draws.below(most), draws.below(most), draws.below(most), draws.below(most));
  }

  private static Across across(Draws draws, int most) {
    return new Across(1 + draws.below(most), 1 + draws.below(most));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyConvolutionMeetsItsTwin(long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 0);
    int groups = 1 + draws.below(3);
    Shape from = Shape.of(6 + draws.below(3), 5 + draws.below(4), groups * (1 + draws.below(2)));
    Convolution rule =
        new Convolution(
            1 + draws.below(3),
            1 + draws.below(3),
            across(draws, 3),
            margins(draws, 4),
            across(draws, 2),
            groups);
    Shape to =
        Shape.of(
            Slide.down(rule, from).places(),
            Slide.along(rule, from).places(),
            groups * (1 + draws.below(3)));
    double[] bias = new double[to.channels()];
    bias[0] = 0.5;
    Network network =
        Network.builder("convolution")
            .seed(seed)
            .population("image", from, "input", p -> p)
            .population("sheet", to, "tanh", p -> p.bias(Values.perChannel(bias)))
            .projection("image", "sheet", rule, c -> c.weight(normal(1)))
            .build();
    meetsItsTwin(network, from);
  }

  @ParameterizedTest
  @EnumSource(Pooling.Kind.class)
  void anyPoolingMeetsItsTwin(Pooling.Kind kind) {
    for (long seed = 1; seed <= 12; seed++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 1);
      Shape from = Shape.of(5 + draws.below(4), 5 + draws.below(4), 1 + draws.below(3));
      Pooling rule =
          new Pooling(
              kind,
              2 + draws.below(2),
              2 + draws.below(2),
              across(draws, 3),
              margins(draws, 2),
              kind == Pooling.Kind.MEAN && draws.below(2) == 0);
      Slide down = Slide.down(rule, from);
      Slide along = Slide.along(rule, from);
      boolean rest = draws.below(2) == 0;
      Shape to =
          Shape.of(
              rest ? down.placesWithRest() : down.places(),
              rest ? along.placesWithRest() : along.places(),
              from.channels());
      Network network =
          Network.builder("pooling")
              .population("image", from, "input", p -> p)
              .population("sheet", to, "identity", p -> p)
              .projection("image", "sheet", rule, c -> c)
              .build();
      meetsItsTwin(network, from);
    }
  }

  private static Normalisation normalisation(String word) {
    return switch (word) {
      case "none" -> Normalisation.none();
      case "rms" -> Normalisation.rms();
      case "neurons" -> new Layer(1e-3, Layer.Over.NEURONS);
      case "channels" -> new Layer(1e-3, Layer.Over.CHANNELS);
      default -> new Batch(Numbers.of(0.5, -1, 0), Numbers.of(2, 0.25, 0), 1e-3, 0.1);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "rms", "neurons", "channels", "batch"})
  void everyNormalisationMeetsItsTwin(String word) {
    Shape sheet = Shape.of(4, 3, 3);
    NetworkBuilder builder =
        Network.builder("normalised").seed(4).population("image", sheet, "input", p -> p);
    List<Connectivity> ways =
        List.of(
            new OneToOne(),
            Convolution.perChannel(3),
            new Convolution(3, 3, 1, 1),
            new Connectivity.Dense(),
            Pooling.of(Pooling.Kind.MEAN, 1, 1));
    for (int i = 0; i < ways.size(); i++) {
      Connectivity way = ways.get(i);
      boolean pools = way instanceof Pooling;
      builder
          .population("p" + i, sheet, "relu", p -> p.bias(normal(1)))
          .projection(
              "image",
              "p" + i,
              way,
              c -> c.normalise(normalisation(word)).weight(pools ? Values.constant(1) : normal(1)));
    }
    meetsItsTwin(builder.build(), sheet);
  }

  @Test
  void aProductMeetsItsTwinAndShowsBothItsSums() {
    Network network =
        Network.builder("gate")
            .seed(3)
            .population("image", 4, "input")
            .population("gate", 5, "product", p -> p.bias(normal(1)))
            .projection("l", "image", "gate", new Connectivity.Dense(), c -> c.weight(normal(1)))
            .projection(
                "r",
                "image",
                "gate",
                new Connectivity.Dense(),
                c -> c.weight(normal(1)).receptor("right"))
            .build();
    meetsItsTwin(network, Shape.of(4));
    try (Session session = new TensorEngine().open(network, SessionOptions.seeded(1))) {
      session.present(new Stimulus.Frames("image", batch(1, 4, 7)));
      session.advance();
      double left = read(session, "gate[2].sum")[0][0];
      double right = read(session, "gate[2].right")[0][0];
      assertThat(read(session, "gate[2]")[0][0]).isEqualTo((float) left * (float) right);
      session.apply(
          new Intervention.Stimulate(SiteRef.parse("gate[2]"), 1, Intervention.Window.ALWAYS));
      session.advance();
      assertThat(read(session, "gate[2].sum")[0][0]).isEqualTo((float) left + 1);
      assertThat(read(session, "gate[2].right")[0][0]).isEqualTo(right);
    }
  }

  /** What is done to one neuron of a sheet is done to it and to no other. */
  @Test
  void aNeuronOfASheetIsSilencedAlone() {
    Shape from = Shape.of(3, 3, 2);
    Network network =
        Network.builder("silenced")
            .population("image", from, "input", p -> p)
            .population("sheet", from, "identity", p -> p)
            .population("pooled", Shape.of(1, 1, 2), "identity", p -> p)
            .projection(
                "image", "sheet", Convolution.perChannel(2), c -> c.weight(Values.listed(1, 10)))
            .projection("sheet", "pooled", Pooling.of(Pooling.Kind.MAX, 3, 3), c -> c)
            .build();
    float[] ramp = new float[from.size()];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i;
    }
    try (Session session = new TensorEngine().open(network, SessionOptions.seeded(1))) {
      session.present(Stimulus.frame("image", ramp));
      session.apply(
          new Intervention.Silence(
              SiteRef.parse("sheet[17]"),
              Intervention.Silence.Scope.OUTPUTS,
              Intervention.Window.ALWAYS));
      session.advance();
      // number 16 is the last of channel 0, and of channel 1 number 15 is left: 150
      assertThat(read(session, "pooled")[0]).containsExactly(16, 150);
      assertThat(read(session, "sheet")[0][17]).isEqualTo(170);
    }
  }
}

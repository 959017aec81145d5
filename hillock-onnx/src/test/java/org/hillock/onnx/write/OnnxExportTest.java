package org.hillock.onnx.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.RateFunction;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.deep.PlainForward;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.onnx.read.Port;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that are written give in ONNX Runtime what they give in the plain twin. */
class OnnxExportTest {

  /** Single precision against double, over sums of some ten terms. */
  private static final double NEAR = 1e-5;

  @TempDir private Path folder;

  private static Values drawn(double sd) {
    return Values.drawn(
        new Distribution.Normal(
            0, sd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Unit.NONE));
  }

  private static NetworkBuilder sheet() {
    return Network.builder("sheet")
        .seed(5)
        .provenance(new Provenance("A test", "10.1000/1", List.of("trained by hand")))
        .population("image", Shape.of(6, 5, 2), "input", p -> p);
  }

  /** Writes, runs both, and reads back what was written. */
  private void same(Network network) {
    Path file = folder.resolve("written.onnx");
    OnnxExport.write(network, file);
    OnnxFile written = OnnxFile.read(file);
    check(network, written, "out", new Layout(network.population("out").shape())::laid);
    OnnxNetwork back = OnnxNetwork.of(written);
    if (back.losses().isEmpty()) {
      Port out = back.outputs().getFirst();
      check(back.require(), written, out.population(), out::toElements);
    }
  }

  private static void check(
      Network network, OnnxFile written, String answer, UnaryOperator<double[]> layout) {
    SplittableRandom random = new SplittableRandom(11);
    PlainForward plain = new PlainForward(network);
    String in = written.model().getGraph().getInput(0).getName();
    String out = written.model().getGraph().getOutput(0).getName();
    Layout image = new Layout(network.population("image").shape());
    try (Executable graph = Executable.plain(written, Map.of(), 1)) {
      double[] pixels = new double[image.shape().size()];
      Arrays.setAll(pixels, i -> (float) random.nextDouble());
      double[] laid = image.laid(pixels);
      float[] fed = new float[laid.length];
      for (int i = 0; i < fed.length; i++) {
        fed[i] = (float) laid[i];
      }
      List<Long> dims = new ArrayList<>(List.of(1L));
      Arrays.stream(image.dims()).forEach(dims::add);
      GraphValue given =
          Objects.requireNonNull(
              graph
                  .run(Map.of(in, GraphValue.of(TensorData.of(dims, fed))), List.of(out))
                  .get(out));
      double[] values =
          Objects.requireNonNull(plain.pass(Map.of("image", pixels)).values().get(answer));
      double[] expected = layout.apply(values);
      assertThat(((GraphValue.Tensor) given).data().numbers())
          .containsExactly(expected, within(NEAR));
    }
  }

  @ParameterizedTest
  @EnumSource(value = RateFunction.class, mode = EnumSource.Mode.EXCLUDE, names = "PRODUCT")
  void everyFunctionIsWritten(RateFunction function) {
    same(
        sheet()
            .population("out", Shape.of(4, 3, 3), function.model(), p -> p.bias(drawn(0.3)))
            .projection("image", "out", new Convolution(3, 3, 1, 0), p -> p.weight(drawn(0.3)))
            .build());
    same(
        sheet()
            .population("hidden", 7, function.model(), p -> p.bias(drawn(0.3)))
            .population("out", 4, "softmax")
            .projection("image", "hidden", new Connectivity.Dense(), p -> p.weight(drawn(0.3)))
            .projection("hidden", "out", new Connectivity.Dense(), p -> p.weight(drawn(0.3)))
            .decision(new Decision.LargestValue("out"))
            .build());
  }

  @Test
  void kernelsWindowsAndShortcutsAreWritten() {
    Convolution wide =
        new Convolution(3, 2, new Across(2, 1), new Margins(1, 0, 1, 1), new Across(1, 2), 2);
    same(
        sheet()
            .population(
                "a", Shape.of(3, 4, 4), "relu", p -> p.bias(Values.perChannel(0.1, -0.2, 0.3, 0)))
            .population("b", Shape.of(3, 4, 4), "relu", p -> p)
            .population("c", Shape.of(2, 2, 4), "identity", p -> p)
            .population("d", Shape.of(2, 2, 4), "identity", p -> p)
            .population("out", 3, "log-softmax", p -> p.bias(drawn(1)))
            .projection("image", "a", wide, p -> p.weight(drawn(0.4)))
            .projection("a", "b", new Convolution(3, 3, 1, 1), p -> p.weight(drawn(0.3)))
            .projection("skip", "a", "b", new Connectivity.OneToOne(), p -> p)
            .projection(
                "b",
                "c",
                new Pooling(Pooling.Kind.MAX, 2, 2, Across.both(2), Margins.NONE, false),
                p -> p)
            .projection(
                "b",
                "d",
                new Pooling(Pooling.Kind.MEAN, 2, 3, new Across(1, 2), Margins.all(0), false),
                p -> p)
            .projection("c", "out", new Connectivity.Dense(), p -> p.weight(drawn(0.5)))
            .projection("d", "out", new Connectivity.Dense(), p -> p.weight(drawn(0.5)))
            .decision(new Decision.LargestValue("out"))
            .build());
  }

  @Test
  void normalisationsAreWritten() {
    for (Normalisation how :
        List.of(
            Normalisation.rms(),
            new Normalisation.Layer(1e-5, Normalisation.Layer.Over.NEURONS),
            new Normalisation.Layer(1e-5, Normalisation.Layer.Over.CHANNELS),
            new Normalisation.Batch(Numbers.of(0.4, 0.6), Numbers.of(0.1, 0.2), 1e-5, 0.1))) {
      same(
          sheet()
              .population("out", Shape.of(6, 5, 2), "tanh", p -> p.bias(drawn(0.1)))
              .projection(
                  "image",
                  "out",
                  Convolution.perChannel(2),
                  p -> p.weight(Values.listed(0.5, -0.7)).normalise(how))
              .build());
    }
  }

  @Test
  void otherSynapsesAreAMatrixAndProductsAreProducts() {
    same(
        sheet()
            .population("some", Shape.of(2, 3, 2), "relu", p -> p)
            .population("turned", Shape.of(12), "identity", p -> p)
            .population("out", Shape.of(12), "product", p -> p.bias(Values.constant(0.5)))
            .projection(
                "image",
                "some",
                Connectivity.EdgeList.of(new int[] {0, 7, 59, 3}, new int[] {0, 5, 11, 5}),
                p -> p.weight(Values.listed(1, -2, 3, 0.5)))
            .projection("some", "turned", new Connectivity.OneToOne(), p -> p.weight(drawn(1)))
            .projection("l", "turned", "out", new Connectivity.OneToOne(), p -> p.receptor("left"))
            .projection(
                "r",
                "image",
                "out",
                new Connectivity.Dense(),
                p -> p.weight(drawn(0.2)).receptor("right"))
            .build());
  }

  @Test
  void itSaysWhereItComesFrom() throws Exception {
    Network network =
        sheet()
            .population("out", 2, "softmax")
            .projection("image", "out", new Connectivity.Dense(), p -> p.weight(drawn(1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    Path file = folder.resolve("a.onnx");
    OnnxExport.write(network, file);
    OnnxFile written = OnnxFile.read(file);
    assertThat(written.model().getDocString()).isEqualTo("A test\ndoi 10.1000/1\ntrained by hand");
    assertThat(written.operatorSet()).isEqualTo(17);
    assertThat(Files.list(folder).toList()).containsExactly(file);
    Network back = OnnxNetwork.of(written).require();
    assertThat(back.populations()).containsOnlyKeys("image", "out");
    assertThat(back.decision()).isEqualTo(network.decision());
  }

  @Test
  void whatHasNoCounterpartIsRefusedWithItsPlace() {
    NetworkBuilder loop =
        sheet()
            .population("out", 2, "tanh")
            .projection("image", "out", new Connectivity.Dense(), p -> p.weight(drawn(1)));
    assertThatThrownBy(() ->
            OnnxExport.model(
                loop.projection(
                        "out", "out", new Connectivity.OneToOne(), p -> p.delay(Values.constant(1)))
                    .build()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("projections.out_out.delay: is heard 1 passes later");
    assertThatThrownBy(
            () -> OnnxExport.model(Network.builder("n").population("cells", 2, "if").build()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("populations.cells.neuron: 'if' speaks in spikes");
  }
}

package org.hillock.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.onnx.read.Graph.text;
import static org.hillock.onnx.read.Graph.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.hillock.deep.PlainForward;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences in ONNX Runtime at once, and as a network pass by pass. */
class ReadRecurrentTest {

  private static final int STEPS = 5;
  private static final int FEATURES = 3;

  @TempDir private Path folder;

  /**
   * Runs the graph on a sequence and the network on its steps, and compares what stands at the end.
   */
  private Network same(Graph graph) throws IOException {
    OnnxFile file = graph.write(folder, "sequence");
    OnnxNetwork read = OnnxNetwork.of(file);
    assertThat(read.losses()).isEmpty();
    Port in = read.inputs().getFirst();
    Port out = read.outputs().getFirst();
    SplittableRandom random = new SplittableRandom(9);
    double[] sequence = new double[STEPS * FEATURES];
    Arrays.setAll(sequence, i -> (float) (2 * random.nextDouble() - 1));
    PlainForward plain = new PlainForward(read.require());
    double[] last = {};
    for (int step = 0; step < STEPS; step++) {
      double[] frame = Arrays.copyOfRange(sequence, step * FEATURES, (step + 1) * FEATURES);
      last =
          Objects.requireNonNull(
              plain.pass(Map.of(in.population(), frame)).values().get(out.population()));
    }
    try (Executable runtime = Executable.plain(file, Map.of(), 1)) {
      GraphValue given =
          Objects.requireNonNull(
              runtime
                  .run(
                      Map.of(in.value(), GraphValue.of(BothWays.tensor(in, sequence))),
                      List.of(out.value()))
                  .get(out.value()));
      assertThat(out.toElements(last))
          .containsExactly(((GraphValue.Tensor) given).data().numbers(), within(BothWays.NEAR));
    }
    return read.require();
  }

  static Stream<UnaryOperator<Graph>> layers() {
    return Stream.of(
        g ->
            g.weights("w", 1, 4, 3)
                .weights("r", 1, 4, 4)
                .weights("b", 1, 8)
                .node("RNN", "all h", "x w r b", whole("hidden_size", 4)),
        g ->
            g.weights("w", 1, 16, 3)
                .weights("r", 1, 16, 4)
                .weights("b", 1, 32)
                .node("LSTM", "all h c", "x w r b", whole("hidden_size", 4)),
        g ->
            g.weights("w", 1, 12, 3)
                .weights("r", 1, 12, 4)
                .weights("b", 1, 24)
                .node("GRU", "all h", "x w r b", whole("hidden_size", 4)),
        g ->
            g.weights("w", 1, 12, 3)
                .weights("r", 1, 12, 4)
                .weights("b", 1, 24)
                .node(
                    "GRU",
                    "all h",
                    "x w r b",
                    whole("hidden_size", 4),
                    whole("linear_before_reset", 1)),
        g ->
            g.weights("w", 1, 4, 3)
                .weights("r", 1, 4, 4)
                .weights("w2", 1, 16, 4)
                .weights("r2", 1, 16, 4)
                .wholes("dir", 1)
                .node("RNN", "all1 h1", "x w r", whole("hidden_size", 4))
                .node("Squeeze", "s", "all1 dir")
                .node("LSTM", "all h", "s w2 r2", whole("hidden_size", 4)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aStepIsAPass(UnaryOperator<Graph> layer) throws IOException {
    Graph graph = layer.apply(new Graph().input("x", STEPS, 1, FEATURES));
    Network network =
        same(
            graph
                .wholes("rows", 1, 4)
                .weights("wo", 4, 2)
                .weights("bo", 2)
                .node("Reshape", "flat", "h rows")
                .node("Gemm", "o", "flat wo bo")
                .node("Softmax", "y", "o")
                .output("y"));
    assertThat(network.presentation().orElseThrow().frames()).isEqualTo(STEPS);
    assertThat(network.population("x").size()).isEqualTo(FEATURES);
  }

  @Test
  void theLastStepMayBeCutOutOfAll() throws IOException {
    same(
        new Graph()
            .input("x", -1, STEPS, FEATURES)
            .weights("w", 1, 4, 3)
            .weights("r", 1, 4, 4)
            .weights("wo", 4, 2)
            .wholes("dir", 1)
            .scalarWhole("last", -1)
            .node("Transpose", "t", "x", Graph.ints("perm", 1, 0, 2))
            .node("RNN", "all h", "t w r", whole("hidden_size", 4))
            .node("Squeeze", "s", "all dir")
            .node("Gather", "g", "s last", whole("axis", 0))
            .node("MatMul", "o", "g wo")
            .node("Relu", "y", "o")
            .output("y"));
  }

  @Test
  void whatPassesCannotSayIsListed() throws IOException {
    Graph backward =
        new Graph()
            .input("x", STEPS, 1, FEATURES)
            .weights("w", 1, 4, 3)
            .weights("r", 1, 4, 4)
            .node("RNN", "all y", "x w r", whole("hidden_size", 4), text("direction", "reverse"))
            .output("y");
    assertThat(OnnxNetwork.of(backward.write(folder, "b")).losses())
        .singleElement()
        .satisfies(l -> assertThat(l.reason()).contains("backward"));
    Graph every =
        new Graph()
            .input("x", STEPS, 1, FEATURES)
            .weights("w", 1, 4, 3)
            .weights("r", 1, 4, 4)
            .node("RNN", "all h", "x w r", whole("hidden_size", 4))
            .node("Relu", "y", "all")
            .output("y");
    assertThat(OnnxNetwork.of(every.write(folder, "e")).losses())
        .singleElement()
        .satisfies(l -> assertThat(l.reason()).contains("earlier steps than the last"));
  }
}

package org.hillock.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hillock.onnx.read.Graph.ints;
import static org.hillock.onnx.read.Graph.real;
import static org.hillock.onnx.read.Graph.text;
import static org.hillock.onnx.read.Graph.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs of every operator that is read, run in ONNX Runtime and as networks. */
class ReadGraphsTest {

  @TempDir private Path folder;

  private Network same(Graph graph) throws IOException {
    return BothWays.check(graph.write(folder, "small"));
  }

  static Stream<Arguments> convolutions() {
    return Stream.of(
        convolution("plain"),
        convolution("stride 2", ints("strides", 2, 1)),
        convolution("pads", ints("pads", 1, 0, 2, 1)),
        convolution("gaps", ints("dilations", 2, 1)),
        convolution("same upper", text("auto_pad", "SAME_UPPER"), ints("strides", 2, 2)),
        convolution("same lower", text("auto_pad", "SAME_LOWER")));
  }

  private static Arguments convolution(
      String name, org.hillock.onnx.proto.AttributeProto... attributes) {
    return Arguments.of(name, attributes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("convolutions")
  void convolutionsAreConvolutions(String name, org.hillock.onnx.proto.AttributeProto[] attributes)
      throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 3, 7, 6)
            .weights("w", 4, 3, 3, 2)
            .weights("b", 4)
            .node("Conv", "c", "x w b", attributes)
            .node("Relu", "y", "c")
            .output("y");
    Network network = same(graph);
    assertThat(network.populations()).hasSize(2);
    assertThat(network.population("n_c").neuron()).isEqualTo("relu");
  }

  @Test
  void groupsStayApart() throws IOException {
    same(
        new Graph()
            .input("x", -1, 4, 5, 5)
            .weights("w", 6, 2, 3, 3)
            .node("Conv", "y", "x w", whole("group", 2))
            .output("y"));
    same(
        new Graph()
            .input("x", -1, 4, 5, 5)
            .weights("w", 4, 1, 3, 3)
            .node("Conv", "y", "x w", whole("group", 4), ints("pads", 1, 1, 1, 1))
            .output("y"));
  }

  @Test
  void oneAxisIsASheetOfHeightOne() throws IOException {
    same(
        new Graph()
            .input("x", -1, 3, 10)
            .weights("w", 4, 3, 3)
            .node("Conv", "c", "x w", ints("strides", 2), ints("pads", 1, 1))
            .node("MaxPool", "p", "c", ints("kernel_shape", 2), ints("strides", 1))
            .node("GlobalAveragePool", "y", "p")
            .output("y"));
  }

  static Stream<UnaryOperator<Graph>> poolings() {
    return Stream.of(
        g -> g.node("MaxPool", "y", "x", ints("kernel_shape", 2, 2), ints("strides", 2, 2)),
        g ->
            g.node(
                "MaxPool",
                "y",
                "x",
                ints("kernel_shape", 3, 2),
                ints("strides", 2, 2),
                ints("pads", 1, 0, 1, 1),
                whole("ceil_mode", 1)),
        g -> g.node("AveragePool", "y", "x", ints("kernel_shape", 2, 3), ints("strides", 1, 2)),
        g -> g.node("AveragePool", "y", "x", ints("kernel_shape", 3, 3), ints("pads", 1, 1, 1, 1)),
        g ->
            g.node(
                "AveragePool",
                "y",
                "x",
                ints("kernel_shape", 3, 3),
                ints("pads", 1, 1, 1, 1),
                whole("count_include_pad", 1)),
        g ->
            g.node(
                "AveragePool",
                "y",
                "x",
                ints("kernel_shape", 2, 2),
                ints("strides", 2, 2),
                whole("ceil_mode", 1)),
        g -> g.node("GlobalMaxPool", "y", "x"),
        g -> g.node("GlobalAveragePool", "y", "x"),
        g -> g.node("ReduceMean", "y", "x", ints("axes", 2, 3), whole("keepdims", 0)));
  }

  @ParameterizedTest
  @MethodSource("poolings")
  void poolingsArePoolings(UnaryOperator<Graph> pooling) throws IOException {
    same(pooling.apply(new Graph().input("x", -1, 3, 7, 5)).output("y"));
  }

  static Stream<UnaryOperator<Graph>> functions() {
    return Stream.of(
        g -> g.node("Relu", "y", "h"),
        g -> g.node("Sigmoid", "y", "h"),
        g -> g.node("Tanh", "y", "h"),
        g -> g.node("Softplus", "y", "h"),
        g -> g.node("LeakyRelu", "y", "h", real("alpha", 0.2)),
        g -> g.node("Elu", "y", "h", real("alpha", 0.7)),
        g -> g.node("Selu", "y", "h"),
        g -> g.node("HardSigmoid", "y", "h"),
        g -> g.node("HardSwish", "y", "h"),
        g -> g.scalar("s", 0.3).node("PRelu", "y", "h s"),
        g -> g.scalar("lo", 0).scalar("hi", 6).node("Clip", "y", "h lo hi"),
        g -> g.scalar("lo", -0.2).scalar("hi", 0.3).node("Clip", "y", "h lo hi"),
        g -> g.scalar("lo", 0).node("Clip", "y", "h lo"),
        g -> g.node("Softmax", "y", "h"),
        g -> g.node("LogSoftmax", "y", "h"),
        g -> g.opset(11).node("Softmax", "y", "h"),
        g -> g.opset(20).node("Gelu", "y", "h"),
        g -> g.opset(20).node("Gelu", "y", "h", text("approximate", "tanh")),
        g -> g.node("Sigmoid", "s", "h").node("Mul", "y", "h s"),
        g -> g.node("Sigmoid", "s", "h").node("Tanh", "t", "h").node("Mul", "y", "t s"),
        g -> g.scalar("e", 2).node("Pow", "y", "h e"),
        g -> g.scalar("e", 3).node("Pow", "y", "h e"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsOfSumsAreNeurons(UnaryOperator<Graph> function) throws IOException {
    Graph graph =
        new Graph().input("x", -1, 5).weights("w", 5, 4).weights("b", 4).node("Gemm", "h", "x w b");
    same(function.apply(graph).output("y"));
  }

  @Test
  void aWrittenOutGeluIsOne() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 5)
            .weights("w", 5, 4)
            .scalar("root", Math.sqrt(2))
            .scalar("one", 1)
            .scalar("half", 0.5)
            .node("MatMul", "h", "x w")
            .node("Div", "d", "h root")
            .node("Erf", "e", "d")
            .node("Add", "a", "e one")
            .node("Mul", "m", "h a")
            .node("Mul", "y", "m half")
            .output("y");
    Network network = same(graph);
    assertThat(network.populations()).hasSize(2);
    assertThat(network.population("n_h").neuron()).isEqualTo("gelu");
  }

  @Test
  void aWrittenOutTanhGeluIsOne() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 5)
            .weights("w", 5, 4)
            .scalar("three", 3)
            .scalar("cube", 0.044715)
            .scalar("slope", Math.sqrt(2 / Math.PI))
            .scalar("one", 1)
            .scalar("half", 0.5)
            .node("MatMul", "h", "x w")
            .node("Pow", "p", "h three")
            .node("Mul", "q", "cube p")
            .node("Add", "r", "h q")
            .node("Mul", "s", "r slope")
            .node("Tanh", "t", "s")
            .node("Add", "a", "one t")
            .node("Mul", "hh", "h half")
            .node("Mul", "y", "hh a")
            .output("y");
    assertThat(same(graph).populations()).hasSize(2);
  }

  @Test
  void batchNormalisationGoesIntoTheKernelBefore() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 2, 5, 5)
            .weights("w", 3, 2, 3, 3)
            .weights("g", 3)
            .weights("b", 3)
            .weights("m", 3)
            .positive("v", 3)
            .node("Conv", "c", "x w")
            .node("BatchNormalization", "n", "c g b m v")
            .node("Relu", "y", "n")
            .output("y");
    assertThat(same(graph).populations()).hasSize(2);
  }

  @Test
  void batchNormalisationOfWhatIsReadTwiceHasNeuronsOfItsOwn() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 3, 4, 4)
            .weights("g", 3)
            .weights("b", 3)
            .weights("m", 3)
            .positive("v", 3)
            .node("BatchNormalization", "n", "x g b m v")
            .node("Relu", "r", "n")
            .node("Add", "y", "r x")
            .output("y");
    same(graph);
  }

  @Test
  void layerNormalisationIsPartOfAProjection() throws IOException {
    same(
        new Graph()
            .input("x", -1, 6)
            .weights("w", 6, 8)
            .weights("g", 8)
            .weights("b", 8)
            .node("MatMul", "h", "x w")
            .node("LayerNormalization", "n", "h g b")
            .node("Relu", "y", "n")
            .output("y"));
    same(
        new Graph()
            .input("x", -1, 4, 6)
            .weights("w", 6, 8)
            .weights("g", 8)
            .node("MatMul", "h", "x w")
            .node("LayerNormalization", "y", "h g")
            .output("y"));
  }

  @Test
  void aBlockWithAShortcutIsTwoProjectionsOntoOnePopulation() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 4, 6, 6)
            .weights("w1", 4, 4, 3, 3)
            .weights("b1", 4)
            .weights("w2", 4, 4, 3, 3)
            .node("Conv", "c1", "x w1 b1", ints("pads", 1, 1, 1, 1))
            .node("Relu", "r1", "c1")
            .node("Conv", "c2", "r1 w2", ints("pads", 1, 1, 1, 1))
            .node("Add", "a", "c2 r1")
            .node("Relu", "y", "a")
            .output("y");
    Network network = same(graph);
    assertThat(network.populations()).hasSize(3);
    assertThat(network.projections()).hasSize(3);
  }

  @Test
  void twoKernelsThatAreAddedEndOnOnePopulation() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 4, 6, 6)
            .weights("w1", 5, 4, 3, 3)
            .weights("w2", 5, 4, 1, 1)
            .weights("b2", 5)
            .node("Conv", "c1", "x w1", ints("pads", 1, 1, 1, 1))
            .node("Conv", "c2", "x w2 b2")
            .node("Add", "a", "c1 c2")
            .node("Relu", "y", "a")
            .output("y");
    Network network = same(graph);
    assertThat(network.populations()).hasSize(2);
    assertThat(network.projections()).hasSize(2);
  }

  @Test
  void channelsThatAreJoinedMakeNoNeurons() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 3, 6, 6)
            .weights("w1", 4, 3, 3, 3)
            .weights("w2", 5, 7, 3, 3)
            .node("Conv", "c1", "x w1", ints("pads", 1, 1, 1, 1))
            .node("Relu", "r1", "c1")
            .node("Concat", "k", "x r1", whole("axis", 1))
            .node("Conv", "c2", "k w2")
            .node("MaxPool", "p", "c2", ints("kernel_shape", 2, 2), ints("strides", 2, 2))
            .node("Relu", "y", "p")
            .output("y");
    assertThat(same(graph).populations()).hasSize(4);
  }

  @Test
  void whatIsOnlyMovedMakesNoNeurons() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 2, 4, 4)
            .weights("w1", 3, 2, 3, 3)
            .weights("w2", 5, 12)
            .weights("b2", 5)
            .wholes("shape", 0, -1)
            .node("Conv", "c", "x w1")
            .node("Relu", "r", "c")
            .node("Transpose", "t", "r", ints("perm", 0, 2, 3, 1))
            .node("Reshape", "f", "t shape")
            .node("Dropout", "d", "f")
            .node("Gemm", "h", "d w2 b2", whole("transB", 1), real("alpha", 0.5), real("beta", 2))
            .node("Softmax", "y", "h")
            .output("y");
    Network network = same(graph);
    assertThat(network.populations()).hasSize(3);
    assertThat(network.decision()).isPresent();
  }

  @Test
  void partsAreReadByTheirSynapsesAlone() throws IOException {
    same(
        new Graph()
            .input("x", -1, 6)
            .wholes("from", 1)
            .wholes("to", 100)
            .wholes("axes", 1)
            .wholes("steps", 2)
            .weights("w", 3, 4)
            .node("Slice", "s", "x from to axes steps")
            .node("MatMul", "m", "s w")
            .node("Tanh", "y", "m")
            .output("y"));
    same(
        new Graph()
            .input("x", -1, 6)
            .node("Split", "a b", "x", whole("axis", 1))
            .node("Sigmoid", "s", "b")
            .node("Mul", "y", "a s")
            .output("y"));
    same(
        new Graph()
            .input("x", -1, 4, 3, 3)
            .node("Split", "a b", "x", whole("axis", 1))
            .weights("w", 3, 2, 2, 2)
            .node("Conv", "c", "b w")
            .node("Relu", "r", "a")
            .node("GlobalAveragePool", "p", "r")
            .node("GlobalAveragePool", "q", "c")
            .node("Concat", "y", "q p", whole("axis", 1))
            .output("y"));
  }

  @Test
  void constantsMayBeWrittenOut() throws IOException {
    same(
        new Graph()
            .input("x", -1, 5)
            .weights("w", 4, 5)
            .weights("c", 4)
            .scalar("k", 1.5)
            .node("Transpose", "wt", "w", ints("perm", 1, 0))
            .node("Mul", "wk", "wt k")
            .node("MatMul", "m", "x wk")
            .node("Mul", "mc", "m c")
            .node("Sub", "y", "k mc")
            .output("y"));
  }

  @Test
  void marginsGoIntoTheKernel() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 2, 4, 4)
            .wholes("pads", 0, 0, 1, 0, 0, 0, 1, 2)
            .weights("w", 3, 2, 3, 3)
            .node("Pad", "p", "x pads")
            .node("Conv", "y", "p w")
            .output("y");
    assertThat(same(graph).populations()).hasSize(2);
  }

  @Test
  void sheetsMayHaveTheirChannelsLast() throws IOException {
    Graph graph =
        new Graph()
            .input("x", -1, 4, 5, 3)
            .weights("w", 4, 3, 3, 3)
            .node("Transpose", "t", "x", ints("perm", 0, 3, 1, 2))
            .node("Conv", "y", "t w")
            .output("y");
    assertThat(same(graph).populations()).hasSize(2);
  }

  @Test
  void theNearestIsEnlargedAndBlocksBecomeDepth() throws IOException {
    same(
        new Graph()
            .input("x", -1, 4, 3, 3)
            .constant("scales", new float[] {1, 1, 2, 2}, 4)
            .weights("w", 2, 4, 3, 3)
            .node("Resize", "r", "x _ scales", text("mode", "nearest"))
            .node("Conv", "c", "r w")
            .node("DepthToSpace", "d", "x", whole("blocksize", 2))
            .node("GlobalMaxPool", "p", "d")
            .node("GlobalMaxPool", "q", "c")
            .node("Concat", "y", "p q", whole("axis", 1))
            .output("y"));
  }
}

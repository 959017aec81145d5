package org.hillock.verify.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.data.Dataset;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;

/** Writes small ONNX graphs, with drawn constants and a readout that is fitted to images. */
final class SmallGraph {

  /** So that the readout does not follow single images. */
  private static final double RIDGE = 3;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
  private long drawn;

  /** An input of single precision; an extent below 0 is open. */
  SmallGraph input(String name, long... dims) {
    return input(name, ElementType.FLOAT, dims);
  }

  SmallGraph input(String name, ElementType type, long... dims) {
    graph.addInput(value(name, type, dims));
    return this;
  }

  SmallGraph output(String name, long... dims) {
    graph.addOutput(value(name, ElementType.FLOAT, dims));
    return this;
  }

  private static ValueInfoProto value(String name, ElementType type, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      if (dim < 0) {
        shape.addDimBuilder().setDimParam("open");
      } else {
        shape.addDimBuilder().setDimValue(dim);
      }
    }
    ValueInfoProto.Builder made = ValueInfoProto.newBuilder().setName(name);
    made.getTypeBuilder().getTensorTypeBuilder().setElemType(type.number()).setShape(shape);
    return made.build();
  }

  SmallGraph constant(String name, float[] values, long... dims) {
    List<Long> all = Arrays.stream(dims).boxed().toList();
    graph.addInitializer(Tensors.proto(name, TensorData.of(all, values)));
    return this;
  }

  SmallGraph wholes(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(ElementType.INT64.number())
            .addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    graph.addInitializer(tensor);
    return this;
  }

  /** Normal numbers of that standard deviation. */
  SmallGraph weights(String name, double sd, long... dims) {
    Draws draws = new Draws(11, Purpose.EXPERIMENT, drawn++);
    float[] values = new float[(int) Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sd * draws.normal());
    }
    return constant(name, values, dims);
  }

  /**
   * Adds a node.
   *
   * @param outputs separated by blanks
   * @param inputs separated by blanks; {@code _} is one left out
   */
  SmallGraph node(String operator, String outputs, String inputs, AttributeProto... attributes) {
    NodeProto.Builder node = graph.addNodeBuilder().setOpType(operator).setName("n_" + outputs);
    for (String input : inputs.split(" ")) {
      if (!input.isEmpty()) {
        node.addInput(input.equals("_") ? "" : input);
      }
    }
    node.addAllOutput(Arrays.stream(outputs.split(" ")).map(o -> o.equals("_") ? "" : o).toList());
    node.addAllAttribute(List.of(attributes));
    return this;
  }

  static AttributeProto ints(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto real(String name, double value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(com.google.protobuf.ByteString.copyFromUtf8(value))
        .build();
  }

  OnnxFile write(Path folder, String name) {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setGraph(graph.clone().setName(name))
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .build();
    Path file = folder.resolve(name + ".onnx");
    try {
      Files.write(file, model.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OnnxFile.read(file);
  }

  /**
   * Adds a linear readout, {@code logits = features · w + b}, fitted to images by least squares
   * with a ridge.
   *
   * @param features a value [1, count] of the graph so far
   * @param dims extents in which an image goes into the first input
   */
  SmallGraph fitted(Path folder, String features, int count, Dataset images, long... dims) {
    SmallGraph sofar = new SmallGraph();
    sofar.graph.mergeFrom(graph.build());
    sofar.output(features, -1, count);
    OnnxFile file = sofar.write(folder, "features");
    int classes = images.classes();
    int width = count + 1;
    double[][] normal = new double[width][width + classes];
    try (Executable run = Executable.plain(file, Map.of(), 1)) {
      for (int i = 0; i < images.size(); i++) {
        TensorData shown = TensorData.of(Arrays.stream(dims).boxed().toList(), images.images()[i]);
        GraphValue seen =
            Objects.requireNonNull(
                run.run(
                        Map.of(file.inputNames().getFirst(), GraphValue.of(shown)),
                        List.of(features))
                    .get(features));
        double[] x = Arrays.copyOf(((GraphValue.Tensor) seen).data().numbers(), width);
        x[count] = 1;
        for (int a = 0; a < width; a++) {
          for (int b = 0; b < width; b++) {
            normal[a][b] += x[a] * x[b];
          }
          normal[a][width + images.labels()[i]] += x[a];
        }
      }
    }
    for (int a = 0; a < count; a++) {
      normal[a][a] += RIDGE;
    }
    eliminate(normal);
    float[] w = new float[count * classes];
    float[] b = new float[classes];
    for (int c = 0; c < classes; c++) {
      for (int k = 0; k < count; k++) {
        w[k * classes + c] = (float) normal[k][width + c];
      }
      b[c] = (float) normal[count][width + c];
    }
    return constant("readout_w", w, count, classes)
        .constant("readout_b", b, classes)
        .node("Gemm", "logits", features + " readout_w readout_b");
  }

  /** Gauss and Jordan; what stands behind the square becomes the solution. */
  private static void eliminate(double[][] rows) {
    for (int k = 0; k < rows.length; k++) {
      for (int r = k + 1; r < rows.length; r++) {
        if (Math.abs(rows[r][k]) > Math.abs(rows[k][k])) {
          double[] larger = rows[r];
          rows[r] = rows[k];
          rows[k] = larger;
        }
      }
      double pivot = rows[k][k];
      for (int c = k; c < rows[k].length; c++) {
        rows[k][c] /= pivot;
      }
      for (int r = 0; r < rows.length; r++) {
        double factor = rows[r][k];
        for (int c = k; r != k && c < rows[k].length; c++) {
          rows[r][c] -= factor * rows[k][c];
        }
      }
    }
  }

  /**
   * Attention over the rows of a digit: each row is a token of 8 pixels, heads of 8 numbers, and a
   * ReLU layer behind.
   */
  static SmallGraph attention(Path folder, Dataset images) {
    return new SmallGraph()
        .input("image", -1, 8, 8)
        .weights("wq", 0.8, 8, 8)
        .weights("wk", 0.8, 8, 8)
        .weights("wv", 0.6, 8, 8)
        .weights("w1", 0.2, 64, 96)
        .weights("b1", 0.5, 96)
        .constant("scale", new float[] {(float) Math.sqrt(8)})
        .wholes("flat", 0, 64)
        .node("MatMul", "q", "image wq")
        .node("MatMul", "k", "image wk")
        .node("MatMul", "v", "image wv")
        .node("Transpose", "kt", "k", ints("perm", 0, 2, 1))
        .node("MatMul", "qk", "q kt")
        .node("Div", "scores", "qk scale")
        .node("Softmax", "attention", "scores", whole("axis", -1))
        .node("MatMul", "mixed", "attention v")
        .node("Add", "beside", "mixed image")
        .node("Reshape", "row", "beside flat")
        .node("Gemm", "sum", "row w1 b1")
        .node("Relu", "hidden", "sum")
        .fitted(folder, "hidden", 96, images, 1, 8, 8);
  }

  /** The same with normal numbers added to what is read. */
  static SmallGraph noisy(Path folder, Dataset images, double sd) {
    return attention(folder, images)
        .node("RandomNormalLike", "noise", "logits", real("scale", sd))
        .node("Add", "answers", "logits noise")
        .output("answers", -1, 10);
  }

  /** A GRU that reads the rows of a digit from above and from below. */
  static SmallGraph bothWays(Path folder, Dataset images) {
    return new SmallGraph()
        .input("image", -1, 8, 8)
        .weights("w", 0.5, 2, 72, 8)
        .weights("r", 0.25, 2, 72, 24)
        .wholes("flat", 0, 48)
        .wholes("all", 0, 384)
        .node("Transpose", "rows", "image", ints("perm", 1, 0, 2))
        .node("GRU", "y", "rows w r", text("direction", "bidirectional"), whole("hidden_size", 24))
        .node("Transpose", "each", "y", ints("perm", 2, 0, 1, 3))
        .node("Reshape", "features", "each all")
        .fitted(folder, "features", 384, images, 1, 8, 8)
        .node("Softmax", "shares", "logits", whole("axis", -1))
        .output("shares", -1, 10);
  }
}

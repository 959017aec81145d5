package org.hillock.onnx.read;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
import org.hillock.onnx.proto.TypeProto;

/** Writes small graphs for tests, with weights drawn from a seed. */
final class Graph {

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
  private final SplittableRandom random = new SplittableRandom(7);
  private long opset = 17;

  Graph opset(long version) {
    opset = version;
    return this;
  }

  Graph input(String name, long... dims) {
    return valueOf(graph.addInputBuilder().setName(name).getTypeBuilder(), dims);
  }

  Graph output(String name, long... dims) {
    return valueOf(graph.addOutputBuilder().setName(name).getTypeBuilder(), dims);
  }

  /** An extent below 0 is an open one, named {@code batch}. */
  private Graph valueOf(TypeProto.Builder type, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      if (dim < 0) {
        shape.addDimBuilder().setDimParam("batch");
      } else {
        shape.addDimBuilder().setDimValue(dim);
      }
    }
    type.getTensorTypeBuilder().setElemType(ElementType.FLOAT.number()).setShape(shape);
    return this;
  }

  /** Weights in -1..1 divided by the root of how many of them meet in a neuron. */
  Graph weights(String name, long... dims) {
    int count = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    float[] values = new float[count];
    double scale = dims.length < 2 ? 1 : 1 / Math.sqrt((double) count / dims[0]);
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * (2 * random.nextDouble() - 1));
    }
    return constant(name, values, dims);
  }

  Graph positive(String name, long... dims) {
    int count = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (0.5 + random.nextDouble());
    }
    return constant(name, values, dims);
  }

  Graph constant(String name, float[] values, long... dims) {
    List<Long> all = Arrays.stream(dims).boxed().toList();
    graph.addInitializer(Tensors.proto(name, TensorData.of(all, values)));
    return this;
  }

  Graph scalar(String name, double value) {
    return constant(name, new float[] {(float) value});
  }

  Graph scalarWhole(String name, long value) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(ElementType.INT64.number())
            .addInt64Data(value));
    return this;
  }

  Graph wholes(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(ElementType.INT64.number())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return this;
  }

  /**
   * Adds a node.
   *
   * @param outputs separated by blanks
   * @param inputs separated by blanks; {@code _} is one left out
   */
  Graph node(String operator, String outputs, String inputs, AttributeProto... attributes) {
    NodeProto.Builder node = graph.addNodeBuilder().setOpType(operator).setName("n_" + outputs);
    for (String input : inputs.split(" ")) {
      node.addInput(input.equals("_") ? "" : input);
    }
    node.addAllOutput(List.of(outputs.split(" ")));
    node.addAllAttribute(List.of(attributes));
    return this;
  }

  static AttributeProto ints(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
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
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  /** Writes the graph to a file of that folder and reads it. */
  OnnxFile write(Path folder, String name) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setProducerName("test")
            .setGraph(graph)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
            .build();
    Path file = folder.resolve(name + ".onnx");
    Files.write(file, model.toByteArray());
    return OnnxFile.read(file);
  }
}

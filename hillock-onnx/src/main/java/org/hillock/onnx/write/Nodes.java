package org.hillock.onnx.write;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;

/** Puts nodes and weights into a graph, each under a name of its own. */
final class Nodes {

  private final GraphProto.Builder graph;
  private final Set<String> taken = new HashSet<>();

  Nodes(GraphProto.Builder graph) {
    this.graph = graph;
  }

  /** A name that nothing has yet. */
  String free(String wanted) {
    String name = wanted;
    for (int copy = 2; !taken.add(name); copy++) {
      name = wanted + "_" + copy;
    }
    return name;
  }

  /** Adds a node with one output and gives the output's name. */
  String add(String operator, String output, List<String> inputs, List<AttributeProto> attributes) {
    String name = free(output);
    addNamed(operator, name, inputs, attributes);
    return name;
  }

  /** Adds a node whose output has a name that was taken for it before. */
  void addNamed(
      String operator, String name, List<String> inputs, List<AttributeProto> attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(attributes));
  }

  String add(String operator, String output, String... inputs) {
    return add(operator, output, List.of(inputs), List.of());
  }

  /** Adds weights in single precision and gives their name. */
  String weights(String wanted, double[] numbers, long... dims) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    String name = free(wanted);
    List<Long> all = java.util.Arrays.stream(dims).boxed().toList();
    graph.addInitializer(Tensors.proto(name, TensorData.of(all, narrow)));
    return name;
  }

  /** Adds one number. */
  String number(String wanted, double value) {
    return weights(wanted, new double[] {value});
  }

  /** Adds whole numbers, such as a shape. */
  String wholes(String wanted, long... values) {
    String name = free(wanted);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(ElementType.INT64.number())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return name;
  }

  static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto wholes(String name, List<Integer> values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    values.forEach(attribute::addInts);
    return attribute.build();
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
}

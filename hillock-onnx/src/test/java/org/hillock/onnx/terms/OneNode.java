package org.hillock.onnx.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;

/**
 * A graph with one node to ask about: h = −x, y = node(h, …), z = −y.
 *
 * @param name of the case
 * @param operators set of operators
 * @param dims of x
 * @param graph without its ends
 * @param additive whether its terms add up
 */
record OneNode(
    String name, long operators, List<Long> dims, GraphProto.Builder graph, boolean additive) {

  /** A node from inputs that are separated by blanks, with its weights still to come. */
  static OneNode of(
      boolean additive,
      long operators,
      long[] dims,
      String operator,
      String inputs,
      AttributeProto... attributes) {
    GraphProto.Builder graph = GraphProto.newBuilder();
    graph
        .addInput(Models.value("x", ElementType.FLOAT, dims))
        .addNode(Models.node("Neg", List.of("x"), "h"))
        .addNode(
            Models.node(operator, List.of(inputs.split(" ")), "y").toBuilder()
                .addAllAttribute(List.of(attributes)));
    String told =
        operator
            + operators
            + Arrays.toString(dims)
            + Arrays.stream(attributes)
                .map(a -> " " + a.getName() + a.getIntsList() + a.getI())
                .toList();
    return new OneNode(told, operators, Arrays.stream(dims).boxed().toList(), graph, additive);
  }

  /** Weights, drawn, at least 0.1 from 0. */
  OneNode weights(String weights, long... extents) {
    graph.addInitializer(Tensors.proto(weights, drawn(extents, weights.hashCode())));
    return this;
  }

  OneNode positive(String weights, long... extents) {
    double[] drawn = drawn(extents, weights.hashCode()).numbers();
    float[] sizes = new float[drawn.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (float) Math.abs(drawn[i]);
    }
    List<Long> all = Arrays.stream(extents).boxed().toList();
    graph.addInitializer(Tensors.proto(weights, Models.floats(all, sizes)));
    return this;
  }

  OneNode wholes(String name, long... numbers) {
    TensorData data = Models.longs(List.of((long) numbers.length), numbers);
    graph.addInitializer(Tensors.proto(name, data));
    return this;
  }

  /** Another value of the graph, k = tanh(x), which the node reads beside h. */
  OneNode besides() {
    List<org.hillock.onnx.proto.NodeProto> nodes = new ArrayList<>(graph.getNodeList());
    nodes.add(1, Models.node("Tanh", List.of("x"), "k"));
    graph.clearNode().addAllNode(nodes);
    return this;
  }

  ModelProto model() {
    return Models.model(
        operators,
        graph
            .clone()
            .addNode(Models.node("Neg", List.of("y"), "z"))
            .addOutput(org.hillock.onnx.proto.ValueInfoProto.newBuilder().setName("z")));
  }

  static TensorData drawn(long[] extents, long seed) {
    int count = (int) Arrays.stream(extents).reduce(1, (a, b) -> a * b);
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 0);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      double number = draws.normal();
      numbers[i] = (float) (number + Math.copySign(0.1, number));
    }
    return Models.floats(Arrays.stream(extents).boxed().toList(), numbers);
  }

  @Override
  public String toString() {
    return name;
  }
}

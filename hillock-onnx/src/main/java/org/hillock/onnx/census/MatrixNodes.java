package org.hillock.onnx.census;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Products;

/** Products of matrices: with weights they are layers, without they are products of values. */
final class MatrixNodes {

  private MatrixNodes() {}

  /** αAB + βC, where A and B may be turned. */
  static void gemm(Node node, GraphCount count) {
    boolean right = node.kept(1);
    boolean left = node.kept(0);
    Optional<long[]> weights = node.dims(right ? 1 : 0);
    if (right == left || weights.isEmpty() || weights.get().length != 2) {
      values(node, count, node.attributes().whole("transA", 0) == 0);
      return;
    }
    boolean turned = node.attributes().whole(right ? "transB" : "transA", 0) != 0;
    // rows of W are columns of B, and rows of A
    int rows = right == turned ? 0 : 1;
    long outputs = weights.get()[rows];
    long inputs = weights.get()[1 - rows];
    boolean bias = node.kept(2) && node.size(2).orElse(0) == outputs;
    linear(node, count, right ? 1 : 0, outputs, inputs, bias ? 2 : -1);
    if (node.kept(2) && !bias) {
      count.constants(node.name() + ".added", "summands", List.of(node.input(2)));
    }
    if (node.operator().startsWith("Fused")) {
      count.activation(node, node.attributes().text("activation", "activation"));
    }
  }

  /** AB, of which A is input 0, and B the one that is named. */
  static void product(Node node, GraphCount count, int b) {
    boolean right = node.kept(b);
    Optional<long[]> weights = node.dims(right ? b : 0);
    if (right == node.kept(0) || weights.isEmpty() || weights.get().length == 0) {
      values(node, count, node.attributes().whole("transA", 0) == 0);
      return;
    }
    long[] dims = weights.get();
    int last = dims.length - 1;
    long numbers = 1;
    for (long dim : dims) {
      numbers = Math.multiplyExact(numbers, dim);
    }
    String flag = right ? "transB" : "transA";
    boolean turned = node.attributes().whole(flag, 0) != 0 && last > 0;
    // what is summed over: the last axis of A, the last but one of B
    boolean summedLast = last == 0 || right == turned;
    long inputs = dims[summedLast ? last : last - 1];
    long outputs = inputs == 0 ? 0 : numbers / inputs;
    linear(node, count, right ? b : 0, outputs, inputs, -1);
  }

  private static void linear(
      Node node, GraphCount count, int weights, long outputs, long inputs, int bias) {
    long uses = count.uses(node.outputSize(), outputs);
    Layer layer = Layer.of(node.name(), new Linear(outputs, inputs, bias >= 0)).on(uses);
    List<String> kept =
        bias >= 0 ? List.of(node.input(weights), node.input(bias)) : List.of(node.input(weights));
    count.add(layer, kept, node.output());
  }

  /** Both are values: no synapses. */
  private static void values(Node node, GraphCount count, boolean summedLast) {
    Optional<long[]> left = node.dims(0);
    OptionalLong made = node.outputSize();
    if (left.isEmpty() || made.isEmpty() || left.get().length == 0) {
      count.uncounted(node, "the extents of what it multiplies depend on what is fed");
      return;
    }
    int last = left.get().length - 1;
    long summed = left.get()[summedLast || last == 0 ? last : last - 1];
    long products = Math.multiplyExact(made.getAsLong(), summed);
    count.add(
        Layer.of(node.name(), Products.elementwise("products of values", products)),
        List.of(),
        node.output());
  }
}

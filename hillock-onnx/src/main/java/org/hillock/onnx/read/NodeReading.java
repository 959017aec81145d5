package org.hillock.onnx.read;

import java.util.List;
import java.util.Optional;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.shape.Attributes;
import org.hillock.onnx.shape.ValueShape;
import org.jspecify.annotations.Nullable;

/**
 * A node that is read, with what it reads.
 *
 * @param draft the network so far
 * @param node the node
 * @param inputs one for each of its inputs; null for one that is left out
 * @param opset version of its operators
 * @param shapes what is known of its outputs
 * @param hint name for what it makes
 * @param last whether one of its outputs is the graph's
 */
record NodeReading(
    Draft draft,
    NodeProto node,
    List<@Nullable Value> inputs,
    long opset,
    List<ValueShape> shapes,
    String hint,
    boolean last) {

  Attributes attributes() {
    return new Attributes(node);
  }

  boolean has(int i) {
    return i < inputs.size() && inputs.get(i) != null;
  }

  Value input(int i) {
    Value value = i < inputs.size() ? inputs.get(i) : null;
    if (value == null) {
      throw new NotRepresentable("its input " + i + " is missing");
    }
    return value;
  }

  /** An input that neurons give. */
  Signal signal(int i) {
    if (input(i) instanceof Signal signal) {
      return signal;
    }
    throw new NotRepresentable("its input " + i + " is a constant, which no neuron gives");
  }

  /** An input that is known. */
  Fixed fixed(int i, String what) {
    if (input(i) instanceof Fixed fixed) {
      return fixed;
    }
    throw new NotRepresentable("its " + what + " are computed by other nodes, not given");
  }

  Optional<Fixed> optional(int i, String what) {
    return has(i) ? Optional.of(fixed(i, what)) : Optional.empty();
  }

  /** Whole numbers that stand in an attribute or, later, in an input. */
  Optional<int[]> wholes(String attribute, int i) {
    Optional<List<Long>> given = attributes().wholes(attribute);
    if (given.isPresent()) {
      return Optional.of(given.get().stream().mapToInt(NodeReading::narrow).toArray());
    }
    return optional(i, attribute)
        .map(f -> java.util.Arrays.stream(f.numbers()).mapToInt(d -> narrow((long) d)).toArray());
  }

  private static int narrow(long number) {
    return (int) Math.clamp(number, Integer.MIN_VALUE, (long) Integer.MAX_VALUE);
  }

  int axis(long stated, int rank) {
    int axis = (int) (stated < 0 ? stated + rank : stated);
    if (axis < 0 || axis > rank) {
      throw new NotRepresentable("axis " + stated + " of a value with " + rank + " axes");
    }
    return axis;
  }

  /** The extents of output 0, as shape inference knows them. */
  int[] outputDims() {
    long[] dims =
        shapes
            .getFirst()
            .dims()
            .orElseThrow(() ->
                new NotRepresentable(
                    "the shape of what it makes, "
                        + shapes.getFirst().described()
                        + ", is not known before it is run"));
    return java.util.Arrays.stream(dims).mapToInt(Math::toIntExact).toArray();
  }

  boolean usesOutput(int i) {
    return i < node.getOutputCount() && !node.getOutput(i).isEmpty();
  }
}

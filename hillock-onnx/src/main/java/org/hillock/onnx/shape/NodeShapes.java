package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.onnx.proto.NodeProto;

/**
 * A node and what is known of what it reads.
 *
 * @param inputs one for each of the node's inputs; unknown for one that is left out
 * @param opset the version of the operator's domain
 */
record NodeShapes(NodeProto node, List<ValueShape> inputs, long opset) {

  Attributes attributes() {
    return new Attributes(node);
  }

  /** What is known of input {@code i}; unknown where the node has fewer. */
  ValueShape input(int i) {
    return i < inputs.size() ? inputs.get(i) : ValueShape.UNKNOWN;
  }

  boolean has(int i) {
    return i < node.getInputCount() && !node.getInput(i).isEmpty();
  }

  int type(int i) {
    return input(i).elementType();
  }

  /** The extents of input {@code i}. */
  Optional<List<Extent>> extents(int i) {
    return input(i).extents();
  }

  Optional<Constant> constant(int i) {
    return input(i).constant();
  }

  /**
   * A list of whole numbers that later versions read from input {@code i} and earlier ones from an
   * attribute. Absent where it is given but not known, too.
   */
  Optional<List<Long>> wholes(String attribute, int i) {
    Optional<List<Long>> given = attributes().wholes(attribute);
    if (given.isPresent() || !has(i)) {
      return given;
    }
    return constant(i)
        .map(Constant::extents)
        .filter(l -> l.stream().allMatch(e -> e.value().isPresent()))
        .map(l -> l.stream().map(e -> e.value().orElseThrow()).toList());
  }

  /** Whether that list is given at all. */
  boolean gives(String attribute, int i) {
    return attributes().has(attribute) || has(i);
  }

  /** The axis that {@code attribute} names, counted from the front. */
  int axis(String attribute, long otherwise, int rank) {
    return axis(attributes().whole(attribute, otherwise), rank);
  }

  static int axis(long axis, int rank) {
    long fromFront = axis < 0 ? axis + rank : axis;
    if (fromFront < 0 || fromFront > rank) {
      throw new ShapeMismatch("axis " + axis + " of a value with " + rank + " axes");
    }
    return Math.toIntExact(fromFront);
  }

  static List<Integer> axes(List<Long> axes, int rank) {
    List<Integer> all = new ArrayList<>();
    axes.forEach(a -> all.add(axis(a, rank)));
    return all;
  }

  /** Output 0 has these extents and input 0's type. */
  List<ValueShape> like(List<? extends Extent> extents) {
    return List.of(ValueShape.of(type(0), extents));
  }

  /** Only the type of output 0 is known: input 0's. */
  List<ValueShape> typeOnly() {
    return List.of(ValueShape.ofType(type(0)));
  }
}

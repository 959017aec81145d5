package org.hillock.onnx.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.shape.Attributes;
import org.hillock.onnx.shape.GraphShapes;

/**
 * A node with what is known of what it reads and gives.
 *
 * @param name unique in the graph
 * @param proto as the file has it
 * @param shapes of the graph's values
 * @param count which values are kept in the file
 */
record Node(String name, NodeProto proto, GraphShapes shapes, GraphCount count) {

  String operator() {
    return proto.getOpType();
  }

  Attributes attributes() {
    return new Attributes(proto);
  }

  boolean has(int input) {
    return input < proto.getInputCount() && !proto.getInput(input).isEmpty();
  }

  /** The name of an input. */
  String input(int input) {
    return proto.getInput(input);
  }

  /** The name of the first output. */
  String output() {
    return proto.getOutput(0);
  }

  /** Whether an input is kept in the file, or made of what is. */
  boolean kept(int input) {
    return has(input) && count.kept().has(input(input));
  }

  /** The extents of an input, where all are known. */
  Optional<long[]> dims(int input) {
    return has(input) ? shapes.of(input(input)).dims() : Optional.empty();
  }

  /** How many numbers an input holds, where that is known. */
  OptionalLong size(int input) {
    return has(input) ? shapes.of(input(input)).count() : OptionalLong.empty();
  }

  /** How many numbers the first output holds, where that is known. */
  OptionalLong outputSize() {
    return shapes.of(output()).count();
  }

  /** Extents of the first output, where all are known. */
  Optional<long[]> outputDims() {
    return shapes.of(output()).dims();
  }

  /** The inputs that are there and are not kept in the file. */
  List<Integer> fed() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < proto.getInputCount(); i++) {
      if (has(i) && !kept(i)) {
        all.add(i);
      }
    }
    return all;
  }
}

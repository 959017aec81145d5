package org.hillock.onnx.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** Checks that a file's graph, and those within its nodes, hang together. */
final class GraphCheck {

  /** Bodies within bodies beyond that are no model, but an attack on the stack. */
  private static final int MOST_DEPTH = 32;

  private final OnnxFile file;

  GraphCheck(OnnxFile file) {
    this.file = file;
  }

  void check() {
    check(file.model().getGraph(), Set.of(), "graph", 0);
  }

  /**
   * Checks a graph.
   *
   * @param outer values of the graphs around it, which its nodes may read
   * @param where it stands
   */
  private void check(GraphProto graph, Set<String> outer, String where, int depth) {
    if (depth > MOST_DEPTH) {
      throw bad(where, "has graphs within graphs, more than " + MOST_DEPTH + " deep");
    }
    Set<String> made = new HashSet<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      if (!made.add(tensor.getName())) {
        throw bad(where, "initializer '" + tensor.getName() + "' stands twice");
      }
      file.checkTensor(tensor);
    }
    graph.getSparseInitializerList().forEach(s -> made.add(s.getValues().getName()));
    Set<String> inputs = new HashSet<>();
    for (ValueInfoProto input : graph.getInputList()) {
      if (!inputs.add(input.getName())) {
        throw bad(where, "input '" + input.getName() + "' stands twice");
      }
      made.add(input.getName());
    }
    Set<String> known = new HashSet<>(outer);
    known.addAll(made);
    int index = 0;
    for (NodeProto node : graph.getNodeList()) {
      check(node, known, made, where + " node " + index++ + called(node), depth);
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      if (!known.contains(output.getName())) {
        throw bad(
            where,
            "output '"
                + output.getName()
                + "' is made by no node; "
                + NearestName.hint(output.getName(), known));
      }
    }
  }

  private void check(NodeProto node, Set<String> known, Set<String> made, String where, int depth) {
    if (node.getOpType().isEmpty()) {
      throw bad(where, "names no operator");
    }
    for (String input : node.getInputList()) {
      if (!input.isEmpty() && !known.contains(input)) {
        throw bad(
            where,
            "reads '"
                + input
                + "', which nothing before it makes; "
                + NearestName.hint(input, known));
      }
    }
    for (AttributeProto attribute : node.getAttributeList()) {
      String at = where + " attribute '" + attribute.getName() + "'";
      if (attribute.hasT()) {
        file.checkTensor(attribute.getT());
      }
      if (attribute.hasG()) {
        check(attribute.getG(), known, at, depth + 1);
      }
      List<GraphProto> graphs = attribute.getGraphsList();
      graphs.forEach(g -> check(g, known, at, depth + 1));
    }
    for (String output : node.getOutputList()) {
      if (output.isEmpty()) {
        continue;
      }
      if (!made.add(output)) {
        throw bad(where, "makes '" + output + "', which is made before it already");
      }
      known.add(output);
    }
  }

  /** A node's operator and name, as far as it has them. */
  static String called(NodeProto node) {
    return (node.getOpType().isEmpty() ? "" : " " + node.getOpType())
        + (node.getName().isEmpty() ? "" : " '" + node.getName() + "'");
  }

  private UsageException bad(String where, String what) {
    return new UsageException(file.path() + ": " + where, what);
  }
}

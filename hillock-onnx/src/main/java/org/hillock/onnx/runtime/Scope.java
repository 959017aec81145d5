package org.hillock.onnx.runtime;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** Which names a graph within a node takes from around it. */
final class Scope {

  private Scope() {}

  /** The names that a graph, or a graph within its nodes, reads and does not make itself. */
  static Set<String> readFromOutside(GraphProto graph) {
    Set<String> made = new HashSet<>();
    for (ValueInfoProto input : graph.getInputList()) {
      made.add(input.getName());
    }
    for (TensorProto tensor : graph.getInitializerList()) {
      made.add(tensor.getName());
    }
    graph.getSparseInitializerList().forEach(s -> made.add(s.getValues().getName()));
    Set<String> read = new LinkedHashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      for (String name : readBy(node)) {
        if (!made.contains(name)) {
          read.add(name);
        }
      }
      made.addAll(node.getOutputList());
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      if (!made.contains(output.getName())) {
        read.add(output.getName());
      }
    }
    return read;
  }

  /** The names that a node reads, those that graphs within it read of what is around them too. */
  static Set<String> readBy(NodeProto node) {
    Set<String> read = new LinkedHashSet<>();
    for (String input : node.getInputList()) {
      if (!input.isEmpty()) {
        read.add(input);
      }
    }
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        read.addAll(readFromOutside(attribute.getG()));
      }
      attribute.getGraphsList().forEach(g -> read.addAll(readFromOutside(g)));
    }
    return read;
  }
}

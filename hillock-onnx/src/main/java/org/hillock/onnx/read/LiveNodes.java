package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;

/** The nodes that a graph's outputs depend on, in the graph's order. */
public record LiveNodes(GraphProto graph) {

  /** In order. */
  public List<NodeProto> nodes() {
    Set<String> needed = new HashSet<>();
    graph.getOutputList().forEach(o -> needed.add(o.getName()));
    List<NodeProto> live = new ArrayList<>();
    for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
      NodeProto node = graph.getNode(i);
      if (node.getOutputList().stream().anyMatch(needed::contains)) {
        live.add(node);
        need(node, needed);
      }
    }
    return live.reversed();
  }

  private static void need(NodeProto node, Set<String> needed) {
    needed.addAll(node.getInputList());
    for (AttributeProto attribute : node.getAttributeList()) {
      attribute.getG().getNodeList().forEach(inner -> need(inner, needed));
      attribute.getG().getOutputList().forEach(o -> needed.add(o.getName()));
    }
  }
}

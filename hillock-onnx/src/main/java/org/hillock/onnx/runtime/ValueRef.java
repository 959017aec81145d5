package org.hillock.onnx.runtime;

import java.util.ArrayList;
import java.util.List;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;

/**
 * Which value of a model: one that a node makes, in the graph itself or in a graph within a node (a
 * branch of an If, the body of a Loop or Scan).
 *
 * @param within the nodes that it lies in, outermost first; none for a value of the graph itself
 * @param name as the node calls it
 */
public record ValueRef(List<Step> within, String name) {

  /**
   * One step inwards.
   *
   * @param node index of the node in its graph
   * @param attribute that holds the graph within
   * @param called what the node is called in an address: its name, or operator and index
   */
  public record Step(int node, String attribute, String called) {}

  public ValueRef {
    within = List.copyOf(within);
  }

  /** A value of the graph itself. */
  public static ValueRef of(String name) {
    return new ValueRef(List.of(), name);
  }

  /** All values that nodes make, in the order of the nodes, those within a node before its own. */
  static List<ValueRef> all(GraphProto graph) {
    List<ValueRef> all = new ArrayList<>();
    collect(graph, List.of(), all);
    return all;
  }

  private static void collect(GraphProto graph, List<Step> within, List<ValueRef> all) {
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          List<Step> deeper = new ArrayList<>(within);
          deeper.add(new Step(i, attribute.getName(), called(node, i)));
          collect(attribute.getG(), deeper, all);
        }
      }
      for (String output : node.getOutputList()) {
        if (!output.isEmpty()) {
          all.add(new ValueRef(within, output));
        }
      }
    }
  }

  /** What a node is called in an address: its name, or operator and index. */
  public static String called(NodeProto node, int index) {
    return node.getName().isEmpty() ? node.getOpType() + "_" + index : node.getName();
  }

  /** Whether it is a value of the graph itself. */
  public boolean isOuter() {
    return within.isEmpty();
  }

  /** Its address, such as {@code h} or {@code Loop_3.body/h}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    within.forEach(s -> text.append(s.called()).append('.').append(s.attribute()).append('/'));
    return text.append(name).toString();
  }
}

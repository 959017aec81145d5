package org.hillock.onnx.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;

/**
 * Casts of half precision to half precision become Identity, which does the same: ONNX Runtime
 * refuses such a graph with a type error when it is not optimised (seen in 1.29.0).
 */
final class IdleCasts {

  private IdleCasts() {}

  /** A model without them; the same model where it has none. */
  static ModelProto replaced(ModelProto model, Map<ValueRef, TypeProto> types) {
    GraphProto graph = model.getGraph();
    Map<String, TypeProto> known = new HashMap<>();
    graph.getInputList().forEach(i -> known.put(i.getName(), i.getType()));
    types.forEach((value, type) -> {
      if (value.isOuter()) {
        known.put(value.name(), type);
      }
    });
    GraphProto.Builder changed = graph.toBuilder();
    boolean any = false;
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      if (isIdle(node, known)) {
        changed.setNode(i, node.toBuilder().setOpType("Identity").clearAttribute());
        any = true;
      }
    }
    return any ? model.toBuilder().setGraph(changed).build() : model;
  }

  private static boolean isIdle(NodeProto node, Map<String, TypeProto> known) {
    if (!node.getOpType().equals("Cast") || node.getInputCount() != 1) {
      return false;
    }
    TypeProto from = known.get(node.getInput(0));
    Optional<ElementType> to =
        Types.attribute(node, "to").flatMap(a -> ElementType.numbered((int) a.getI()));
    return to.equals(Optional.of(ElementType.FLOAT16))
        && from != null
        && ValueTypes.element(from).equals(to);
  }
}

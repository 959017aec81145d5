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
 * What is done to half precision before a graph is run without optimisation.
 *
 * <p>Most operators have no code for it, and ONNX Runtime computes them in single precision between
 * casts that it puts in; casts that meet it takes away, also without optimisation. So whether a
 * value is rounded to half precision would depend on what stands behind it. An Identity, which has
 * code for it, behind every such value keeps it as the file says: rounded, looked at or not.
 *
 * <p>Casts of half precision to half precision become Identity, which does the same: the runtime
 * refuses such a graph with a type error when it is not optimised (seen in 1.29.0).
 */
final class HalfPrecision {

  private HalfPrecision() {}

  /** Whether values of a type are to be kept from being left unrounded. */
  static boolean isHalf(TypeProto type) {
    return ValueTypes.element(type)
        .filter(t -> t == ElementType.FLOAT16 || t == ElementType.BFLOAT16)
        .isPresent();
  }

  /** A model without casts that do nothing. */
  static ModelProto withoutIdleCasts(ModelProto model, Map<ValueRef, TypeProto> types) {
    GraphProto graph = model.getGraph();
    Map<String, TypeProto> known = new HashMap<>();
    graph.getInputList().forEach(i -> known.put(i.getName(), i.getType()));
    types.forEach((value, type) -> {
      if (value.isOuter()) {
        known.put(value.name(), type);
      }
    });
    GraphProto.Builder changed = graph.toBuilder();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      if (isIdle(node, known)) {
        changed.setNode(i, node.toBuilder().setOpType("Identity").clearAttribute());
      }
    }
    return model.toBuilder().setGraph(changed).build();
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

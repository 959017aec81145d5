package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;

/** Operators that make one number of an axis. */
final class ReductionRules {

  private static final String REDUCTIONS =
      "ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum"
          + " ReduceLogSumExp ReduceSumSquare";

  private ReductionRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    for (String name : REDUCTIONS.split(" ")) {
      rules.put(name, ReductionRules::reduce);
    }
    rules.put("ArgMax", ReductionRules::place);
    rules.put("ArgMin", ReductionRules::place);
    rules.put("SoftmaxCrossEntropyLoss", n -> loss(n));
    rules.put("NegativeLogLikelihoodLoss", n -> loss(n));
  }

  private static List<ValueShape> reduce(NodeShapes node) {
    Optional<List<Long>> axes = node.wholes("axes", 1);
    boolean keep = node.attributes().whole("keepdims", 1) != 0;
    boolean given = node.gives("axes", 1);
    if (node.extents(0).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    if (given && axes.isEmpty()) {
      return keep ? node.like(Extents.unknown(source.size())) : node.typeOnly();
    }
    boolean none = axes.map(List::isEmpty).orElse(true);
    if (none && node.attributes().whole("noop_with_empty_axes", 0) != 0) {
      return node.like(source);
    }
    List<Integer> reduced = none ? List.of() : NodeShapes.axes(axes.orElseThrow(), source.size());
    List<Extent> all = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      if (!none && !reduced.contains(i)) {
        all.add(source.get(i));
      } else if (keep) {
        all.add(Extent.of(1));
      }
    }
    return node.like(all);
  }

  private static List<ValueShape> place(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return List.of(ValueShape.ofType(ElementType.INT64.number()));
    }
    List<Extent> source = node.extents(0).get();
    int axis = node.axis("axis", 0, source.size());
    boolean keep = node.attributes().whole("keepdims", 1) != 0;
    return List.of(
        ValueShape.of(
            ElementType.INT64.number(),
            keep ? Extents.with(source, axis, Extent.of(1)) : Extents.without(source, axis)));
  }

  private static List<ValueShape> loss(NodeShapes node) {
    boolean single = !node.attributes().text("reduction", "mean").equals("none");
    ValueShape loss =
        single
            ? ValueShape.of(node.type(0), List.of())
            : node.input(1).withoutConstant().withType(node.type(0));
    return List.of(loss, node.input(0).withoutConstant());
  }
}

package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;

/** Goes through the nodes of one graph in their order and keeps what is known. */
final class NodeWalk {

  /** Below so many graphs a loop is gone through once: twice each would double with every level. */
  private static final int DEEP = 3;

  private final ShapeInference inference;
  private final Map<String, ValueShape> values;
  private final Map<String, ValueShape> declared;
  private final int depth;
  private final Map<String, GraphShapes> inner = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();

  NodeWalk(
      ShapeInference inference,
      Map<String, ValueShape> values,
      Map<String, ValueShape> declared,
      int depth) {
    this.depth = depth;
    this.inference = inference;
    this.values = values;
    this.declared = declared;
  }

  Map<String, GraphShapes> inner() {
    return inner;
  }

  List<String> contradictions() {
    return contradictions;
  }

  void node(int number, NodeProto node) {
    List<ValueShape> inputs = new ArrayList<>();
    node.getInputList().forEach(i -> inputs.add(values.getOrDefault(i, ValueShape.UNKNOWN)));
    List<ValueShape> outputs = outputs(number, node, inputs);
    for (int i = 0; i < node.getOutputCount(); i++) {
      String name = node.getOutput(i);
      if (!name.isEmpty()) {
        ValueShape known = i < outputs.size() ? outputs.get(i) : ValueShape.UNKNOWN;
        values.put(name, known.filledFrom(declared.getOrDefault(name, ValueShape.UNKNOWN)));
      }
    }
  }

  private List<ValueShape> outputs(int number, NodeProto node, List<ValueShape> inputs) {
    try {
      return switch (node.getOpType()) {
        case "If" -> choice(number, node);
        case "Loop" -> loop(number, node, inputs);
        case "Scan" -> scan(number, node, inputs);
        default -> ruled(node, inputs);
      };
    } catch (ShapeMismatch mismatch) {
      contradictions.add(described(number, node) + ": " + mismatch.getMessage());
      return List.of();
    } catch (IndexOutOfBoundsException
        | ArithmeticException
        | IllegalArgumentException
        | java.util.NoSuchElementException unfit) {
      // A rule reads what the standard promises to be there; where a file breaks that promise,
      // nothing is known of what the node gives, and whoever runs the file says why.
      contradictions.add(described(number, node) + ": its inputs do not fit together");
      return List.of();
    }
  }

  private static String described(int number, NodeProto node) {
    String name = node.getName().isEmpty() ? "number " + number : "'" + node.getName() + "'";
    return "node " + name + " (" + node.getOpType() + ")";
  }

  private List<ValueShape> ruled(NodeProto node, List<ValueShape> inputs) {
    Optional<ShapeRule> rule = ShapeRules.of(node.getDomain(), node.getOpType());
    if (rule.isEmpty()) {
      return List.of();
    }
    NodeShapes shapes = new NodeShapes(node, inputs, inference.opset(node.getDomain()));
    return ConstantFolding.fold(shapes, rule.get().outputs(shapes));
  }

  private List<ValueShape> results(
      int number, NodeProto node, String name, List<ValueShape> inputs) {
    Optional<GraphProto> graph =
        new Attributes(node).find(name).filter(AttributeProto::hasG).map(AttributeProto::getG);
    if (graph.isEmpty()) {
      return List.of();
    }
    GraphShapes shapes = inference.graph(graph.get(), values, inputs, depth + 1);
    inner.put(GraphShapes.place(number, name), shapes);
    contradictions.addAll(shapes.contradictions());
    return graph.get().getOutputList().stream().map(o -> shapes.of(o.getName())).toList();
  }

  private List<ValueShape> choice(int number, NodeProto node) {
    List<ValueShape> yes = results(number, node, "then_branch", List.of());
    List<ValueShape> no = results(number, node, "else_branch", List.of());
    List<ValueShape> all = new ArrayList<>();
    for (int i = 0; i < Math.min(yes.size(), no.size()); i++) {
      all.add(yes.get(i).sharedWith(no.get(i)));
    }
    return all;
  }

  /** What a round hands to the next must have the same shape before and after to be known. */
  private List<ValueShape> loop(int number, NodeProto node, List<ValueShape> inputs) {
    List<ValueShape> carried =
        new ArrayList<>(inputs.stream().skip(2).map(ValueShape::withoutConstant).toList());
    List<ValueShape> results = List.of();
    if (depth > DEEP) {
      carried.replaceAll(c -> ValueShape.ofType(c.elementType()));
    }
    for (int round = 0; round < (depth > DEEP ? 1 : 2); round++) {
      List<ValueShape> body = new ArrayList<>();
      body.add(ValueShape.of(ElementType.INT64.number(), List.of()));
      body.add(ValueShape.of(ElementType.BOOL.number(), List.of()));
      body.addAll(carried);
      results = results(number, node, "body", body);
      for (int i = 0; i < carried.size() && i + 1 < results.size(); i++) {
        carried.set(i, carried.get(i).sharedWith(results.get(i + 1)));
      }
    }
    List<ValueShape> all = new ArrayList<>(carried);
    for (int i = carried.size() + 1; i < results.size(); i++) {
      all.add(stacked(results.get(i), Extent.UNKNOWN));
    }
    return all;
  }

  private List<ValueShape> scan(int number, NodeProto node, List<ValueShape> inputs) {
    int scanned = (int) new Attributes(node).whole("num_scan_inputs", 0);
    boolean plain =
        inference.opset("") >= 9
            && new Attributes(node)
                .wholes("scan_input_axes").orElse(List.of()).stream().allMatch(a -> a == 0)
            && new Attributes(node)
                .wholes("scan_output_axes").orElse(List.of()).stream().allMatch(a -> a == 0);
    if (!plain || scanned > inputs.size()) {
      results(number, node, "body", List.of());
      return List.of();
    }
    int states = inputs.size() - scanned;
    List<ValueShape> body = new ArrayList<>();
    Extent length = Extent.UNKNOWN;
    for (int i = 0; i < inputs.size(); i++) {
      ValueShape input = inputs.get(i).withoutConstant();
      if (i < states || input.extents().isEmpty()) {
        body.add(i < states ? input : ValueShape.ofType(input.elementType()));
      } else {
        length = input.extents().get().getFirst();
        body.add(ValueShape.of(input.elementType(), Extents.without(input.extents().get(), 0)));
      }
    }
    List<ValueShape> results = results(number, node, "body", body);
    List<ValueShape> all = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      all.add(
          i < states ? body.get(i).sharedWith(results.get(i)) : stacked(results.get(i), length));
    }
    return all;
  }

  private static ValueShape stacked(ValueShape each, Extent count) {
    if (each.extents().isEmpty()) {
      return ValueShape.ofType(each.elementType());
    }
    List<Extent> all = new ArrayList<>(each.extents().get());
    all.addFirst(count);
    return ValueShape.of(each.elementType(), all);
  }
}

package org.hillock.onnx.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * Lets values in that the runtime's Java interface does not take: numbers of types that it has no
 * word for come in by another type and a Cast, a sequence as its tensors and a SequenceConstruct,
 * an optional value as what it holds and an Optional. Nothing else of the graph is touched.
 */
final class InputDoors {

  private final Map<String, TensorData> feeds = new LinkedHashMap<>();
  private final List<ValueInfoProto> inputs = new ArrayList<>();
  private final List<NodeProto> before = new ArrayList<>();
  private final GraphProto graph;

  /**
   * Makes doors for a graph.
   *
   * @param values what its inputs are given
   */
  InputDoors(GraphProto graph, Map<String, GraphValue> values) {
    this.graph = graph;
    for (ValueInfoProto input : graph.getInputList()) {
      GraphValue value = values.get(input.getName());
      if (value == null) {
        inputs.add(input);
      } else if (input.getType().hasOptionalType()) {
        letOptional(input, value);
      } else {
        letIn(input, input.getName(), value);
      }
    }
  }

  /** The graph with its doors. */
  GraphProto graph() {
    if (before.isEmpty()) {
      return graph;
    }
    GraphProto.Builder changed = graph.toBuilder().clearInput().addAllInput(inputs).clearNode();
    return changed.addAllNode(before).addAllNode(graph.getNodeList()).build();
  }

  /** What stands for these values before the doors. */
  Map<String, TensorData> feeds() {
    return feeds;
  }

  /** A name for the kind of the values: with other ones of the same signature the doors fit. */
  static String signature(Map<String, GraphValue> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) ->
        text.append(name)
            .append(
                switch (value) {
                  case GraphValue.Tensor _ -> ":";
                  case GraphValue.Sequence(ElementType type, List<TensorData> items) ->
                      ":" + type + items.size();
                  case GraphValue.Absent _ -> ":-";
                })
            .append('\n'));
    return text.toString();
  }

  private void letIn(ValueInfoProto input, String name, GraphValue value) {
    switch (value) {
      case GraphValue.Tensor(TensorData data) -> letTensor(input, name, data);
      case GraphValue.Sequence sequence -> letSequence(name, sequence);
      case GraphValue.Absent _ ->
          throw new RuntimeProblem(
              RuntimeProblem.Kind.INVALID, "input '" + name + "' is no optional one");
    }
  }

  private void letTensor(ValueInfoProto input, String name, TensorData data) {
    ElementType carrier = OrtValues.carrier(data.type());
    boolean asItIs = carrier == data.type() && name.equals(input.getName());
    if (asItIs && input.getType().hasTensorType()) {
      inputs.add(input);
      feeds.put(name, data);
      return;
    }
    String outside = carrier == data.type() ? name : Gate.PREFIX + "carried:" + name;
    inputs.add(Types.value(outside, Types.tensor(carrier)));
    feeds.put(outside, OrtValues.carried(data));
    if (carrier != data.type()) {
      before.add(Types.cast(outside, data.type(), name));
    }
  }

  private void letSequence(String name, GraphValue.Sequence sequence) {
    if (sequence.items().isEmpty()) {
      before.add(
          Types.node("SequenceEmpty", List.of(), name).toBuilder()
              .addAttribute(Types.whole("dtype", sequence.type().number()))
              .build());
      return;
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      String item = Gate.PREFIX + "item" + i + ":" + name;
      items.add(item);
      letTensor(ValueInfoProto.getDefaultInstance(), item, sequence.items().get(i));
    }
    before.add(Types.node("SequenceConstruct", items, name));
  }

  private void letOptional(ValueInfoProto input, GraphValue value) {
    String name = input.getName();
    TypeProto held = input.getType().getOptionalType().getElemType();
    AttributeProto type =
        AttributeProto.newBuilder()
            .setName("type")
            .setType(AttributeProto.AttributeType.TYPE_PROTO)
            .setTp(held)
            .build();
    if (value instanceof GraphValue.Absent) {
      before.add(Types.node("Optional", List.of(), name).toBuilder().addAttribute(type).build());
      return;
    }
    String inside = Gate.PREFIX + "inside:" + name;
    letIn(Types.value(inside, held), inside, value);
    before.add(Types.node("Optional", List.of(inside), name));
  }
}

package org.hillock.onnx.runtime;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** A model of one node. */
public final class SingleNode {

  private SingleNode() {}

  /**
   * A node as a model.
   *
   * @param model that it stands in, whose operators and functions it uses
   * @param folder where tensors lie that are in other files
   * @param inputs what it reads, by name
   */
  public static Executable of(
      ModelProto model, Path folder, NodeProto node, Map<String, GraphValue> inputs) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("one").addNode(node);
    inputs.forEach((name, value) -> graph.addInput(declared(name, value)));
    node.getOutputList().stream()
        .filter(o -> !o.isEmpty())
        .forEach(o -> graph.addOutput(Types.value(o)));
    ModelProto alone = model.toBuilder().setGraph(graph).build();
    Map<String, ElementType> hints = new HashMap<>();
    hint(node, inputs).ifPresent(type -> hints.put(node.getOutput(0), type));
    return new Executable(alone, folder, 1, OnnxRuntime.Optimisation.NONE, hints);
  }

  private static ValueInfoProto declared(String name, GraphValue value) {
    return switch (value) {
      case GraphValue.Tensor(TensorData data) -> Types.value(name, Types.tensor(data.type()));
      case GraphValue.Sequence(ElementType type, _) ->
          Types.value(
              name,
              TypeProto.newBuilder()
                  .setSequenceType(TypeProto.Sequence.newBuilder().setElemType(Types.tensor(type)))
                  .build());
      case GraphValue.Absent _ -> Types.value(name);
    };
  }

  /** The type of what the node makes, where the runtime may have no word for it. */
  private static Optional<ElementType> hint(NodeProto node, Map<String, GraphValue> inputs) {
    BiFunction<Integer, Map<String, GraphValue>, Optional<ElementType>> of =
        (i, all) ->
            node.getInputCount() > i
                    && all.get(node.getInput(i)) instanceof GraphValue.Tensor(TensorData data)
                ? Optional.of(data.type())
                : Optional.empty();
    return switch (node.getOpType()) {
      case "Cast" -> Types.attribute(node, "to").flatMap(a -> ElementType.numbered((int) a.getI()));
      case "QuantizeLinear" ->
          Types.attribute(node, "output_dtype")
              .flatMap(a -> ElementType.numbered((int) a.getI()))
              .or(() -> of.apply(2, inputs));
      case "CastLike" -> of.apply(1, inputs);
      case "Constant" ->
          Types.attribute(node, "value").flatMap(a -> ElementType.numbered(a.getT().getDataType()));
      default -> of.apply(0, inputs);
    };
  }
}

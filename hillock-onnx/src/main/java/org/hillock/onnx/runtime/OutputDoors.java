package org.hillock.onnx.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * Lets values out that the runtime's Java interface has no word for: numbers of other types leave
 * by a Cast, a sequence as its length and then its tensors one by one.
 */
final class OutputDoors {

  private final Map<String, ElementType> hinted;
  private final Map<String, ElementType> carried = new HashMap<>();

  /** How many items of each sequence come out; −1 where that is not known yet. */
  private final Map<String, Integer> sequences = new LinkedHashMap<>();

  private final Map<String, ElementType> sequenceTypes = new HashMap<>();

  /**
   * Doors for a graph's outputs.
   *
   * @param hinted element types of outputs that the runtime may not name
   */
  OutputDoors(Map<String, ElementType> hinted) {
    this.hinted = hinted;
  }

  private static String carriedName(String name) {
    return Gate.PREFIX + "carried:" + name;
  }

  private static String lengthName(String name) {
    return Gate.PREFIX + "length:" + name;
  }

  private static String itemName(String name, int i) {
    return Gate.PREFIX + "item" + i + ":" + name;
  }

  /** Notes which outputs need doors; whether there are new ones. */
  boolean look(Map<String, NodeInfo> outputs) {
    boolean found = false;
    for (Map.Entry<String, NodeInfo> output : outputs.entrySet()) {
      String name = output.getKey();
      switch (output.getValue().getInfo()) {
        case TensorInfo info -> {
          Optional<ElementType> type = OrtValues.type(info);
          if (type.isEmpty() || !OrtValues.readable(type.get())) {
            ElementType known = type.orElse(hinted.get(name));
            if (known != null && known.isReal()) {
              found |= carried.put(name, known) == null;
            }
          }
        }
        case SequenceInfo info -> {
          if (!info.isSequenceOfMaps() && !sequences.containsKey(name)) {
            sequences.put(name, -1);
            ValueTypes.element(info)
                .or(() -> Optional.ofNullable(hinted.get(name)))
                .ifPresent(type -> sequenceTypes.put(name, type));
            found = true;
          }
        }
        default -> {
          // nothing that could be let out
        }
      }
    }
    return found;
  }

  /** The graph with its doors; sequences give their lengths. */
  GraphProto graph(GraphProto graph) {
    return graph(graph, false);
  }

  /** The graph with its doors; sequences give as many items as were counted. */
  GraphProto graphWithItems(GraphProto graph) {
    return graph(graph, true);
  }

  private GraphProto graph(GraphProto graph, boolean withItems) {
    if (carried.isEmpty() && sequences.isEmpty()) {
      return graph;
    }
    List<ValueInfoProto> outputs = new ArrayList<>();
    List<NodeProto> after = new ArrayList<>();
    for (ValueInfoProto output : graph.getOutputList()) {
      String name = output.getName();
      ElementType type = carried.get(name);
      Integer items = sequences.get(name);
      if (type != null) {
        after.add(Types.cast(name, OrtValues.carrier(type), carriedName(name)));
        outputs.add(Types.value(carriedName(name), Types.tensor(OrtValues.carrier(type))));
      } else if (items != null) {
        after.add(Types.node("SequenceLength", List.of(name), lengthName(name)));
        outputs.add(Types.value(lengthName(name), Types.tensor(ElementType.INT64)));
        for (int i = 0; withItems && i < items; i++) {
          String item = itemName(name, i);
          after.add(position(i, item + ":at"));
          after.add(Types.node("SequenceAt", List.of(name, item + ":at"), item));
          ElementType own = carried.get(item);
          if (own != null) {
            after.add(Types.cast(item, OrtValues.carrier(own), carriedName(item)));
          }
          outputs.add(Types.value(own == null ? item : carriedName(item)));
        }
      } else {
        outputs.add(output);
      }
    }
    return graph.toBuilder().clearOutput().addAllOutput(outputs).addAllNode(after).build();
  }

  private static NodeProto position(int i, String name) {
    java.nio.ByteBuffer bytes =
        java.nio.ByteBuffer.allocate(Long.BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    AttributeProto value =
        AttributeProto.newBuilder()
            .setName("value")
            .setType(AttributeProto.AttributeType.TENSOR)
            .setT(
                Tensors.proto("", TensorData.of(ElementType.INT64, List.of(), bytes.putLong(0, i))))
            .build();
    return Types.node("Constant", List.of(), name).toBuilder().addAttribute(value).build();
  }

  /** Whether there are sequences among some outputs. */
  boolean hasSequences(Collection<String> wanted) {
    return wanted.stream().anyMatch(sequences::containsKey);
  }

  /** The outputs that tell how long the sequences among some outputs are. */
  Set<String> lengths(Collection<String> wanted) {
    Set<String> lengths = new LinkedHashSet<>();
    for (String name : wanted) {
      if (sequences.containsKey(name)) {
        lengths.add(lengthName(name));
      }
    }
    return lengths;
  }

  /** Notes how long the sequences among some outputs are; of others nothing comes out. */
  void measure(Collection<String> wanted, Map<String, GraphValue> found) {
    sequences.replaceAll((_, _) -> 0);
    for (String name : wanted) {
      if (found.get(lengthName(name)) instanceof GraphValue.Tensor(TensorData length)) {
        sequences.put(name, Math.toIntExact(length.whole(0)));
      }
    }
  }

  /** How long the sequences were when they were last measured. */
  String counts() {
    return sequences.toString();
  }

  /** The outputs of the graph with its doors that some of its own come out of. */
  Set<String> names(Collection<String> wanted) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : wanted) {
      Integer items = sequences.get(name);
      if (items == null) {
        names.add(single(name));
        continue;
      }
      names.add(lengthName(name));
      for (int i = 0; i < items; i++) {
        names.add(single(itemName(name, i)));
      }
    }
    return names;
  }

  private String single(String name) {
    return carried.containsKey(name) ? carriedName(name) : name;
  }

  /** A value from what came out. */
  GraphValue value(String name, Map<String, GraphValue> made) {
    Integer items = sequences.get(name);
    if (items == null) {
      GraphValue value = Objects.requireNonNull(made.get(single(name)));
      ElementType type = carried.get(name);
      return type != null && value instanceof GraphValue.Tensor(TensorData data)
          ? GraphValue.of(OrtValues.restored(data, type))
          : value;
    }
    List<TensorData> all = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      if (value(itemName(name, i), made) instanceof GraphValue.Tensor(TensorData data)) {
        all.add(data);
      }
    }
    ElementType type =
        all.isEmpty() ? sequenceTypes.getOrDefault(name, ElementType.FLOAT) : all.getFirst().type();
    return new GraphValue.Sequence(type, all);
  }
}

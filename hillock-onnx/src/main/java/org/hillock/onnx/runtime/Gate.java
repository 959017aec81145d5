package org.hillock.onnx.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * A gate in a value: {@code y = Where(mask, held, raw)}, with mask and held value fed as inputs of
 * the model. Where the mask is false nothing of the value changes, not a bit.
 *
 * <p>{@code Where} knows few types; numbers of others are cast to one that holds them all exactly
 * and back. Sets of operators before 9 have no {@code Where}; there {@code y = raw·keep + added},
 * with keep 1 and added −0.0 where nothing is held, which leaves the bits of every floating-point
 * number.
 *
 * @param value where it stands
 * @param type of the value's elements
 * @param number of the gate, which makes its names unique
 * @param chosen whether the set of operators has {@code Where}
 */
record Gate(ValueRef value, ElementType type, int number, boolean chosen) {

  /** What no value of a user's file is named like. */
  static final String PREFIX = "hillock:";

  private static final long FIRST_WITH_WHERE = 9;
  private static final long FIRST_WITH_STRETCHING = 7;

  static Gate of(ValueRef value, ElementType type, int number, long operatorSet) {
    refusal(type, operatorSet)
        .ifPresent(reason -> {
          throw new RuntimeProblem(
              RuntimeProblem.Kind.NOT_SUPPORTED, "value '" + value + "' cannot be held: " + reason);
        });
    return new Gate(value, type, number, operatorSet >= FIRST_WITH_WHERE);
  }

  /** Why values of a type cannot be held, in a sentence; empty where they can. */
  static Optional<String> refusal(ElementType type, long operatorSet) {
    if (!type.isReal() && type != ElementType.STRING) {
      return Optional.of("there is no gate for elements of type " + type);
    }
    boolean simple =
        switch (type) {
          case FLOAT, DOUBLE, INT32, INT64, BOOL -> operatorSet >= FIRST_WITH_STRETCHING;
          default -> false;
        };
    return operatorSet >= FIRST_WITH_WHERE || simple
        ? Optional.empty()
        : Optional.of(
            "its elements are of type "
                + type
                + " and the model's operator set is "
                + operatorSet
                + "; from "
                + FIRST_WITH_WHERE
                + " on they can");
  }

  /** The type in which {@code Where} chooses. */
  ElementType carrier() {
    return switch (type) {
      case FLOAT, DOUBLE, INT32, INT64, UINT8, STRING -> type;
      case INT8, INT16, UINT16, BOOL -> ElementType.INT32;
      case UINT32, UINT64 -> ElementType.INT64;
      case FLOAT16, BFLOAT16 -> ElementType.DOUBLE;
      default -> ElementType.FLOAT;
    };
  }

  String mask() {
    return PREFIX + "mask" + number;
  }

  String held() {
    return PREFIX + "held" + number;
  }

  /** What the node makes, before the gate. */
  String raw() {
    return PREFIX + "raw" + number;
  }

  /** Inputs that the model gains. */
  List<ValueInfoProto> inputs() {
    ElementType mask = chosen ? ElementType.BOOL : type;
    ElementType held = chosen ? carrier() : type;
    return List.of(
        Types.value(mask(), Types.tensor(mask)), Types.value(held(), Types.tensor(held)));
  }

  /** Nodes that stand behind the one that makes the value. */
  List<NodeProto> nodes() {
    String y = value.name();
    if (!chosen) {
      String kept = PREFIX + "kept" + number;
      boolean truths = type == ElementType.BOOL;
      return List.of(
          Types.node(truths ? "And" : "Mul", List.of(raw(), mask()), kept),
          Types.node(truths ? "Or" : "Add", List.of(kept, held()), y));
    }
    if (carrier() == type) {
      return List.of(Types.node("Where", List.of(mask(), held(), raw()), y));
    }
    String wide = PREFIX + "wide" + number;
    String chosenWide = PREFIX + "chosen" + number;
    List<NodeProto> nodes = new ArrayList<>();
    nodes.add(Types.cast(raw(), carrier(), wide));
    nodes.add(Types.node("Where", List.of(mask(), held(), wide), chosenWide));
    nodes.add(Types.cast(chosenWide, type, y));
    return nodes;
  }

  /** What is fed where nothing is held. */
  void feedNothing(Map<String, GraphValue> inputs) {
    if (chosen) {
      feed(inputs, TensorData.zeros(ElementType.BOOL, List.of()), nothing());
    } else {
      inputs.put(mask(), GraphValue.of(ones()));
      inputs.put(held(), GraphValue.of(minusZero()));
    }
  }

  private TensorData nothing() {
    return TensorData.zeros(carrier(), List.of());
  }

  /** What is fed where the whole value is silent. */
  void feedSilence(Map<String, GraphValue> inputs) {
    if (chosen) {
      TensorData mask = TensorData.zeros(ElementType.BOOL, List.of());
      ByteBuffer one = ByteBuffer.allocate(1).put(0, (byte) 1);
      feed(inputs, TensorData.of(ElementType.BOOL, mask.dims(), one), nothing());
    } else {
      inputs.put(mask(), GraphValue.of(TensorData.zeros(type, List.of())));
      inputs.put(held(), GraphValue.of(TensorData.zeros(type, List.of())));
    }
  }

  /** Feeds what is held of the value. */
  void feed(Map<String, GraphValue> inputs, Holding holding) {
    if (chosen) {
      feed(inputs, holding.maskData(), holding.numbersData(carrier()));
    } else {
      feed(inputs, holding.kept(type), holding.added(type));
    }
  }

  private void feed(Map<String, GraphValue> inputs, TensorData mask, TensorData values) {
    inputs.put(mask(), GraphValue.of(mask));
    inputs.put(held(), GraphValue.of(values));
  }

  private TensorData ones() {
    return scalar(1);
  }

  private TensorData minusZero() {
    return scalar(-0.0);
  }

  private TensorData scalar(double number) {
    ByteBuffer bytes = ByteBuffer.allocate(type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case FLOAT -> bytes.putFloat(0, (float) number);
      case DOUBLE -> bytes.putDouble(0, number);
      case INT32 -> bytes.putInt(0, (int) number);
      case INT64 -> bytes.putLong(0, (long) number);
      default -> bytes.put(0, (byte) number);
    }
    return TensorData.of(type, List.of(), bytes);
  }
}

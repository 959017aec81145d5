package org.hillock.onnx.runtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TypeProto;

/**
 * A copy of a model with gates in some of its values and taps behind some.
 *
 * <p>A tapped value of the graph itself becomes an output. One within a branch or a body is brought
 * out through the nodes around it, see {@link Fitting}. Names that are new begin with {@value
 * Gate#PREFIX}.
 */
final class Instruments {

  private static final long STANDARD_OPERATORS = 17;

  private final Map<ValueRef, Gate> gates = new LinkedHashMap<>();
  private final Map<ValueRef, String> taps;
  private final ModelProto fitted;

  /**
   * Fits a model with instruments.
   *
   * @param model which stays as it is
   * @param types of its values
   * @param gated values that can be held
   * @param tapped values that are to be read
   * @throws RuntimeProblem where one cannot be, with the reason
   */
  Instruments(
      ModelProto model,
      Map<ValueRef, TypeProto> types,
      Collection<ValueRef> gated,
      Collection<ValueRef> tapped) {
    long operators = operatorSet(model);
    for (ValueRef value : gated) {
      gates.put(value, Gate.of(value, element(types, value), gates.size(), operators));
    }
    for (ValueRef value : tapped) {
      if (!value.isOuter()) {
        element(types, value);
      }
    }
    Fitting fitting = new Fitting(gates, types, tapped, operators);
    GraphProto.Builder graph =
        fitting.fit(HalfPrecision.withoutIdleCasts(model, types).getGraph()).toBuilder();
    taps = fitting.outputs();
    gates.values().forEach(gate -> graph.addAllInput(gate.inputs()));
    Set<String> outputs = new HashSet<>();
    graph.getOutputList().forEach(o -> outputs.add(o.getName()));
    for (String output : taps.values()) {
      if (outputs.add(output)) {
        graph.addOutput(Types.value(output));
      }
    }
    ModelProto.Builder whole = model.toBuilder().setGraph(graph);
    if (!hasStandardOperators(model)) {
      whole.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(STANDARD_OPERATORS));
    }
    fitted = whole.build();
  }

  private static boolean hasStandardOperators(ModelProto model) {
    return model.getOpsetImportList().stream()
        .anyMatch(s -> s.getDomain().isEmpty() || s.getDomain().equals("ai.onnx"));
  }

  /**
   * The version of the standard operators that a model uses, or for one that uses only others the
   * version that ours are of.
   */
  static long operatorSet(ModelProto model) {
    return model.getOpsetImportList().stream()
        .filter(s -> s.getDomain().isEmpty() || s.getDomain().equals("ai.onnx"))
        .mapToLong(OperatorSetIdProto::getVersion)
        .findFirst()
        .orElse(model.getOpsetImportCount() == 0 ? 1 : STANDARD_OPERATORS);
  }

  /**
   * The element type of a value that is a tensor.
   *
   * @throws RuntimeProblem where it is none
   */
  static ElementType element(Map<ValueRef, TypeProto> types, ValueRef value) {
    TypeProto type = types.get(value);
    return (type == null ? java.util.Optional.<ElementType>empty() : ValueTypes.element(type))
        .orElseThrow(() ->
            new RuntimeProblem(
                RuntimeProblem.Kind.NOT_SUPPORTED,
                "value '" + value + "' is no tensor of a known type"));
  }

  /** The model with its instruments. */
  ModelProto model() {
    return fitted;
  }

  Collection<Gate> gates() {
    return gates.values();
  }

  Gate gate(ValueRef value) {
    return Objects.requireNonNull(gates.get(value));
  }

  /** The output that brings a tapped value out. */
  String output(ValueRef value) {
    return Objects.requireNonNull(taps.get(value));
  }

  /** Types of outputs that the runtime may have no word for. */
  Map<String, ElementType> hints(Map<ValueRef, TypeProto> types) {
    Map<String, ElementType> hints = new LinkedHashMap<>();
    taps.forEach((value, output) -> {
      TypeProto type = types.get(value);
      if (type != null) {
        ValueTypes.element(type).ifPresent(t -> hints.put(output, t));
      }
    });
    return hints;
  }

  /** Feeds every gate with nothing to hold, except those that are fed already. */
  void feedOpen(Map<String, GraphValue> inputs) {
    for (Gate gate : gates.values()) {
      if (!inputs.containsKey(gate.mask())) {
        gate.feedNothing(inputs);
      }
    }
  }

  /** All values of a model, outer and inner, that nodes make. */
  static List<ValueRef> values(ModelProto model) {
    return ValueRef.all(model.getGraph());
  }
}

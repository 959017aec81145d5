package org.hillock.onnx.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.read.LiveNodes;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.ValueRef;

/**
 * Which values of a graph stand for neurons. As in a network that is read from a file, a neuron is
 * a sum together with what is made of it: numbers that are only carried elsewhere are the same
 * neurons, and a sum that one function alone reads is that function's.
 */
final class UnitValues {

  /** Operators that carry numbers elsewhere. */
  private static final Set<String> MOVES =
      Set.of(
          "Identity",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Concat",
          "Split",
          "Slice",
          "Gather",
          "GatherElements",
          "GatherND",
          "Expand",
          "Tile",
          "Pad",
          "DepthToSpace",
          "SpaceToDepth",
          "Cast",
          "CastLike");

  /** Those that carry all numbers of one value, each to one place. */
  private static final Set<String> WHOLE_MOVES =
      Set.of(
          "Identity",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Cast",
          "CastLike");

  /** Functions of one sum, or of the sums of one layer. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "Relu",
          "LeakyRelu",
          "PRelu",
          "Elu",
          "Selu",
          "Celu",
          "ThresholdedRelu",
          "Sigmoid",
          "HardSigmoid",
          "HardSwish",
          "Tanh",
          "Softplus",
          "Softsign",
          "Gelu",
          "Mish",
          "Swish",
          "Erf",
          "Clip",
          "Softmax",
          "LogSoftmax",
          "Hardmax",
          "Abs",
          "Neg",
          "Exp",
          "Log",
          "Sqrt",
          "Reciprocal",
          "Sin",
          "Cos",
          "Pow",
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Sum",
          "Min",
          "Max",
          "BatchNormalization",
          "Dropout",
          "Bernoulli",
          "Shrink",
          "Sign",
          "Floor",
          "Ceil",
          "Round",
          "QuantizeLinear",
          "DequantizeLinear");

  private final OnnxFile file;
  private final List<NodeProto> live;
  private final Set<String> varying = new LinkedHashSet<>();
  private final Set<String> drawn = new HashSet<>();
  private final Map<String, NodeProto> maker = new HashMap<>();
  private final Map<String, Set<NodeProto>> readers = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();

  UnitValues(OnnxFile file) {
    this.file = file;
    GraphProto graph = file.model().getGraph();
    live = new LiveNodes(graph).nodes();
    varying.addAll(file.inputNames());
    graph.getOutputList().forEach(o -> outputs.add(o.getName()));
    for (NodeProto node : live) {
      Set<String> reads = Rounds.reads(node);
      reads.forEach(v -> readers.computeIfAbsent(v, _ -> new LinkedHashSet<>()).add(node));
      boolean extents = node.getOpType().equals("Shape") || node.getOpType().equals("Size");
      boolean draws = Chances.draws(node, graph);
      if (draws || !extents && reads.stream().anyMatch(varying::contains)) {
        varying.addAll(node.getOutputList());
      }
      if (draws && Chances.SOURCES.contains(node.getOpType())) {
        drawn.addAll(node.getOutputList());
      }
      node.getOutputList().forEach(o -> maker.put(o, node));
    }
  }

  /** The nodes that the outputs depend on. */
  List<NodeProto> live() {
    return live;
  }

  /** Values that are not the same in each run: those that inputs or draws go into. */
  boolean varies(String value) {
    return varying.contains(value);
  }

  /** The name of the operator that makes a value; empty of an input. */
  String operator(String value) {
    NodeProto node = maker.get(value);
    return node == null ? "" : node.getOpType();
  }

  /**
   * The values whose elements stand for neurons, in the order of the graph.
   *
   * @param answer the value that the answer is read from, one of them however it is made; empty
   *     where none is read
   */
  Set<String> units(Map<ValueRef, TypeProto> types, String answer) {
    Set<String> held = new HashSet<>();
    Instrumented.holdable(file, types, types.keySet()).stream()
        .filter(ValueRef::isOuter)
        .filter(v -> floating(types.get(v)))
        .forEach(v -> held.add(v.name()));
    Set<String> units = new LinkedHashSet<>();
    for (NodeProto node : live) {
      for (String value : node.getOutputList()) {
        boolean own =
            varying.contains(value)
                && !drawn.contains(value)
                && !MOVES.contains(node.getOpType())
                && !onItsWay(value, answer);
        if (held.contains(value) && (own || value.equals(answer))) {
          units.add(value);
        }
      }
    }
    return units;
  }

  private static boolean floating(@org.jspecify.annotations.Nullable TypeProto type) {
    return type != null
        && type.hasTensorType()
        && ElementType.numbered(type.getTensorType().getElemType())
            .filter(ElementType::isFloating)
            .isPresent();
  }

  /** Whether one function alone reads a value, so that it is no neuron yet. */
  private boolean onItsWay(String value, String answer) {
    Set<NodeProto> by = readers.getOrDefault(value, Set.of());
    if (outputs.contains(value) || by.size() != 1) {
      return false;
    }
    NodeProto reader = by.iterator().next();
    long variable = reader.getInputList().stream().filter(varying::contains).distinct().count();
    boolean once = reader.getInputList().stream().filter(value::equals).count() == 1;
    if (variable != 1 || !once) {
      return false;
    }
    if (FUNCTIONS.contains(reader.getOpType())) {
      return true;
    }
    String moved = reader.getOutput(0);
    return WHOLE_MOVES.contains(reader.getOpType())
        && (moved.equals(answer) || onItsWay(moved, answer));
  }
}

package org.hillock.onnx.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * Puts gates and taps into a graph and the graphs within its nodes.
 *
 * <p>To bring a value out of a branch or a body, a sequence begins empty in front of the outermost
 * node, is carried through every node around the value, and each time that the value is made it is
 * put at the end. So what comes out is the value once for each time that it was made, whatever its
 * shapes; nothing, where its branch was not taken.
 *
 * <p>Where sequences cannot be carried (through a Scan, or before operator set 13) the value leaves
 * its node as one more output and goes on as a value of the graph around: of a Loop or Scan with
 * the rounds along its first axis, of a branch that was not taken with no element.
 */
final class Fitting {

  /** From here on If and Loop take sequences. */
  private static final long FIRST_WITH_SEQUENCES = 13;

  /** And Identity from here on. */
  private static final long FIRST_WITH_SAME_SEQUENCE = 14;

  private final Map<ValueRef, Gate> gates;
  private final Map<ValueRef, TypeProto> types;
  private final Set<ValueRef> tapped;
  private final long operators;
  private final Map<ValueRef, String> outputs = new LinkedHashMap<>();
  private int names;

  Fitting(
      Map<ValueRef, Gate> gates,
      Map<ValueRef, TypeProto> types,
      Collection<ValueRef> tapped,
      long operators) {
    this.gates = gates;
    this.types = types;
    this.tapped = new LinkedHashSet<>(tapped);
    this.operators = operators;
  }

  /** The output that each tapped value comes out of, once the graph has been fitted. */
  Map<ValueRef, String> outputs() {
    return outputs;
  }

  /** The outermost graph with its instruments; outputs are not yet declared. */
  GraphProto fit(GraphProto graph) {
    Map<ValueRef, String> begun = new LinkedHashMap<>();
    List<NodeProto> first = new ArrayList<>();
    for (ValueRef value : tapped) {
      if (value.isOuter()) {
        outputs.put(value, value.name());
      } else if (carries(graph.getNode(value.within().getFirst().node()))) {
        String empty = fresh("none");
        first.add(
            Types.node("SequenceEmpty", List.of(), empty).toBuilder()
                .addAttribute(Types.whole("dtype", element(value).number()))
                .build());
        begun.put(value, empty);
      }
    }
    Level level = new Level(graph, List.of(), begun);
    outputs.putAll(level.left);
    outputs.putAll(level.carried);
    return level.fitted.toBuilder()
        .clearNode()
        .addAllNode(first)
        .addAllNode(level.fitted.getNodeList())
        .build();
  }

  private boolean carries(NodeProto node) {
    return operators >= FIRST_WITH_SEQUENCES
        && (node.getOpType().equals("If") || node.getOpType().equals("Loop"));
  }

  private ElementType element(ValueRef value) {
    return Instruments.element(types, value);
  }

  private TypeProto sequence(ValueRef value) {
    return TypeProto.newBuilder()
        .setSequenceType(TypeProto.Sequence.newBuilder().setElemType(Types.tensor(element(value))))
        .build();
  }

  /** A sequence under another name. */
  private List<NodeProto> same(ValueRef value, String name, String given) {
    if (operators >= FIRST_WITH_SAME_SEQUENCE) {
      return List.of(Types.node("Identity", List.of(name), given));
    }
    String nothing = fresh("nothing");
    String longer = fresh("longer");
    return List.of(
        nothing(value, nothing),
        Types.node("SequenceInsert", List.of(name, nothing), longer),
        Types.node("SequenceErase", List.of(longer), given));
  }

  /** A tensor of no element, as a constant. */
  private NodeProto nothing(ValueRef value, String name) {
    AttributeProto none =
        AttributeProto.newBuilder()
            .setName("value")
            .setType(AttributeProto.AttributeType.TENSOR)
            .setT(Tensors.proto("", TensorData.zeros(element(value), List.of(0L))))
            .build();
    return Types.node("Constant", List.of(), name).toBuilder().addAttribute(none).build();
  }

  private String fresh(String what) {
    return Gate.PREFIX + what + names++;
  }

  private static boolean liesIn(ValueRef value, List<ValueRef.Step> within) {
    return value.within().size() >= within.size()
        && value.within().subList(0, within.size()).equals(within);
  }

  /** One graph, at its depth. */
  private final class Level {
    private final List<ValueRef.Step> within;
    private final List<NodeProto> nodes = new ArrayList<>();

    /** The sequence that each tapped value is put into, as it is called after the last node. */
    private final Map<ValueRef, String> carried;

    /** Tapped values that have left a node of this graph, or were made here, without a sequence. */
    private final Map<ValueRef, String> left = new LinkedHashMap<>();

    private final GraphProto fitted;

    Level(GraphProto graph, List<ValueRef.Step> within, Map<ValueRef, String> begun) {
      this.within = within;
      carried = new LinkedHashMap<>(begun);
      for (int i = 0; i < graph.getNodeCount(); i++) {
        fit(graph.getNode(i), i);
      }
      fitted = graph.toBuilder().clearNode().addAllNode(nodes).build();
    }

    private void fit(NodeProto node, int index) {
      NodeProto.Builder own = node.toBuilder();
      List<ValueRef> inner =
          tapped.stream()
              .filter(v ->
                  v.within().size() > within.size()
                      && liesIn(v, within)
                      && v.within().get(within.size()).node() == index)
              .toList();
      Control control =
          carries(node) && carried.keySet().containsAll(inner)
              ? new Carrying(node, inner, carried)
              : new Leaving(node, inner);
      for (int a = 0; a < node.getAttributeCount(); a++) {
        AttributeProto attribute = node.getAttribute(a);
        if (attribute.hasG()) {
          List<ValueRef.Step> deeper = new ArrayList<>(within);
          deeper.add(new ValueRef.Step(index, attribute.getName(), ValueRef.called(node, index)));
          own.setAttribute(a, attribute.toBuilder().setG(control.body(attribute.getG(), deeper)));
        }
      }
      Map<ValueRef, String> out = control.around(own);
      List<NodeProto> behind = gated(own);
      nodes.add(own.build());
      nodes.addAll(behind);
      if (control instanceof Carrying) {
        carried.putAll(out);
      } else {
        out.forEach(this::put);
      }
      for (String output : node.getOutputList()) {
        ValueRef value = new ValueRef(within, output);
        if (!output.isEmpty() && tapped.contains(value) && !within.isEmpty()) {
          put(value, output);
        }
      }
    }

    /** Puts a value at the end of its sequence, where it has one. */
    private void put(ValueRef value, String name) {
      String into = carried.get(value);
      if (into == null) {
        left.put(value, name);
        return;
      }
      String longer = fresh("seen");
      nodes.add(Types.node("SequenceInsert", List.of(into, name), longer));
      carried.put(value, longer);
    }

    private List<NodeProto> gated(NodeProto.Builder node) {
      List<NodeProto> behind = new ArrayList<>();
      for (int o = 0; o < node.getOutputCount(); o++) {
        String name = node.getOutput(o);
        ValueRef value = new ValueRef(within, name);
        Gate gate = gates.get(value);
        TypeProto type = types.get(value);
        if (gate != null) {
          node.setOutput(o, gate.raw());
          behind.addAll(gate.nodes());
        } else if (type != null && HalfPrecision.isHalf(type)) {
          String unrounded = fresh("half");
          node.setOutput(o, unrounded);
          behind.add(Types.node("Identity", List.of(unrounded), name));
        }
      }
      return behind;
    }
  }

  /** How tapped values come out of a node with graphs within it. */
  private sealed interface Control {
    /** A graph within the node, with what it needs. */
    GraphProto body(GraphProto graph, List<ValueRef.Step> within);

    /** Fits the node itself; under which name each value, or its sequence, comes out. */
    Map<ValueRef, String> around(NodeProto.Builder node);
  }

  /** As sequences that go through. */
  private final class Carrying implements Control {
    private final NodeProto node;
    private final Map<ValueRef, String> before = new LinkedHashMap<>();

    Carrying(NodeProto node, List<ValueRef> inner, Map<ValueRef, String> carried) {
      this.node = node;
      inner.forEach(v -> before.put(v, Objects.requireNonNull(carried.get(v))));
    }

    @Override
    public GraphProto body(GraphProto graph, List<ValueRef.Step> within) {
      return node.getOpType().equals("If") ? branch(graph, within) : round(graph, within);
    }

    /** Both branches give every sequence: the one that a value is not in as it was. */
    private GraphProto branch(GraphProto graph, List<ValueRef.Step> within) {
      Map<ValueRef, String> mine = new LinkedHashMap<>(before);
      mine.keySet().removeIf(value -> !liesIn(value, within));
      Level level = new Level(graph, within, mine);
      GraphProto.Builder out = level.fitted.toBuilder();
      before.forEach((value, name) -> {
        String given = level.carried.get(value);
        if (given == null) {
          given = fresh("same");
          out.addAllNode(same(value, name, given));
        }
        out.addOutput(Types.value(given, sequence(value)));
      });
      return out.build();
    }

    private GraphProto round(GraphProto graph, List<ValueRef.Step> within) {
      Map<ValueRef, String> begun = new LinkedHashMap<>();
      List<ValueInfoProto> inputs = new ArrayList<>();
      for (ValueRef value : before.keySet()) {
        String name = fresh("so-far");
        begun.put(value, name);
        inputs.add(Types.value(name, sequence(value)));
      }
      Level level = new Level(graph, within, begun);
      List<ValueInfoProto> outputs = new ArrayList<>(level.fitted.getOutputList());
      int at = 1 + states();
      for (ValueRef value : before.keySet()) {
        String name = Objects.requireNonNull(level.carried.get(value));
        outputs.add(at++, Types.value(name, sequence(value)));
      }
      return level.fitted.toBuilder()
          .addAllInput(inputs)
          .clearOutput()
          .addAllOutput(outputs)
          .build();
    }

    private int states() {
      return Math.max(0, node.getInputCount() - 2);
    }

    @Override
    public Map<ValueRef, String> around(NodeProto.Builder own) {
      Map<ValueRef, String> after = new LinkedHashMap<>();
      before.keySet().forEach(value -> after.put(value, fresh("seen")));
      if (after.isEmpty()) {
        return after;
      }
      if (node.getOpType().equals("If")) {
        own.addAllOutput(after.values());
        return after;
      }
      while (own.getInputCount() < 2) {
        own.addInput("");
      }
      before.values().forEach(own::addInput);
      List<String> outputs = new ArrayList<>(own.getOutputList());
      while (outputs.size() < states()) {
        outputs.add("");
      }
      outputs.addAll(states(), after.values());
      own.clearOutput().addAllOutput(outputs);
      return after;
    }
  }

  /** As outputs of the node. */
  private final class Leaving implements Control {
    private final NodeProto node;
    private final List<ValueRef> inner;

    Leaving(NodeProto node, List<ValueRef> inner) {
      this.node = node;
      this.inner = inner;
    }

    @Override
    public GraphProto body(GraphProto graph, List<ValueRef.Step> within) {
      Level level = new Level(graph, within, Map.of());
      GraphProto.Builder out = level.fitted.toBuilder();
      for (ValueRef value : inner) {
        String name = level.left.get(value);
        String given = fresh("leaving");
        if (name != null) {
          out.addNode(Types.node("Identity", List.of(name), given));
        } else {
          // the branch that the value is not in
          out.addNode(nothing(value, given));
        }
        out.addOutput(Types.value(given, Types.tensor(element(value))));
      }
      return out.build();
    }

    @Override
    public Map<ValueRef, String> around(NodeProto.Builder own) {
      Map<ValueRef, String> after = new LinkedHashMap<>();
      if (inner.isEmpty()) {
        return after;
      }
      padOutputs(own);
      for (ValueRef value : inner) {
        String name = fresh("left");
        own.addOutput(name);
        after.put(value, name);
      }
      for (int a = 0; a < own.getAttributeCount(); a++) {
        String name = own.getAttribute(a).getName();
        if (name.equals("scan_output_axes") || name.equals("scan_output_directions")) {
          AttributeProto.Builder attribute = own.getAttribute(a).toBuilder();
          inner.forEach(_ -> attribute.addInts(0));
          own.setAttribute(a, attribute);
        }
      }
      return after;
    }

    /** Outputs that nobody reads may be left out at the end; ours stand behind them. */
    private void padOutputs(NodeProto.Builder own) {
      int bodies =
          node.getAttributeList().stream()
              .filter(AttributeProto::hasG)
              .mapToInt(a -> a.getG().getOutputCount())
              .max()
              .orElse(0);
      int own0 = node.getOpType().equals("Loop") ? bodies - 1 : bodies;
      while (own.getOutputCount() < own0) {
        own.addOutput("");
      }
    }
  }
}

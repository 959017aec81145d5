package org.hillock.onnx.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.jspecify.annotations.Nullable;

/**
 * The plain twin of the graph engine: it walks the nodes of a file in their order and runs each as
 * a model of its own; branches, loops and scans it walks itself. It rewrites nothing, and to
 * silence a value it puts zeros where the value was.
 *
 * <p>Slow, and independent of all that {@link Instruments} does: the judge of it.
 */
public final class NodeByNode implements AutoCloseable {

  /** A loop that takes more rounds is not followed. */
  private static final long MOST_ROUNDS = 100_000;

  private final OnnxFile file;
  private final ModelProto model;
  private final Path folder;
  private final Map<String, Executable> nodes = new HashMap<>();
  private final Set<ValueRef> silenced = new HashSet<>();

  /** Values by name, and those of the graphs around. */
  private record Scene(Map<String, GraphValue> here, @Nullable Scene around) {
    GraphValue get(String name) {
      GraphValue value = here.get(name);
      if (value != null) {
        return value;
      }
      if (around == null) {
        throw new RuntimeProblem(RuntimeProblem.Kind.INVALID, "value '" + name + "' was not made");
      }
      return around.get(name);
    }
  }

  public NodeByNode(OnnxFile file) {
    this.file = file;
    model = file.model();
    folder = file.folder();
  }

  /** What values are silent from now on. */
  public void silence(Set<ValueRef> values) {
    silenced.clear();
    silenced.addAll(values);
  }

  /**
   * Walks the graph.
   *
   * @param inputs by name
   * @return every value of the graph itself, by name
   * @throws RuntimeProblem where a node cannot be run
   */
  public Map<String, GraphValue> run(Map<String, GraphValue> inputs) {
    Scene scene = new Scene(new LinkedHashMap<>(inputs), null);
    walk(model.getGraph(), List.of(), scene, node -> true);
    return scene.here();
  }

  /**
   * Walks only what depends on some values that are silent now.
   *
   * @param known all values as they were without that, from {@link #run}
   * @param changed outer values, or outer nodes' outputs within which something is silent
   */
  public Map<String, GraphValue> runFrom(Map<String, GraphValue> known, Set<String> changed) {
    Scene scene = new Scene(new LinkedHashMap<>(known), null);
    Set<String> touched = new HashSet<>(changed);
    walk(
        model.getGraph(),
        List.of(),
        scene,
        node -> {
          boolean runs = Scope.readBy(node).stream().anyMatch(touched::contains);
          runs |= node.getOutputList().stream().anyMatch(touched::contains);
          if (runs) {
            touched.addAll(node.getOutputList());
          }
          return runs;
        });
    return scene.here();
  }

  private void walk(
      GraphProto graph,
      List<ValueRef.Step> within,
      Scene scene,
      java.util.function.Predicate<NodeProto> needed) {
    for (TensorProto tensor : graph.getInitializerList()) {
      scene.here().computeIfAbsent(tensor.getName(), _ -> GraphValue.of(file.tensor(tensor)));
    }
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      if (!needed.test(node)) {
        continue;
      }
      List<GraphValue> made =
          switch (node.getOpType()) {
            case "If" -> branch(node, i, within, scene);
            case "Loop" -> loop(node, i, within, scene);
            case "Scan" -> scan(node, i, within, scene);
            case "SequenceMap" -> sequenceMap(node, i, within, scene);
            case "OptionalHasElement" ->
                List.of(GraphValue.of(bool(optional(node, scene).isPresent())));
            case "OptionalGetElement" -> List.of(optional(node, scene).orElseThrow());
            case "Optional" -> List.of(optional(node, scene).orElseGet(GraphValue.Absent::new));
            default -> single(node, i, within, scene);
          };
      for (int o = 0; o < node.getOutputCount() && o < made.size(); o++) {
        String output = node.getOutput(o);
        if (!output.isEmpty()) {
          GraphValue value = made.get(o);
          boolean silent = silenced.contains(new ValueRef(within, output));
          scene.here().put(output, silent ? silent(value) : value);
        }
      }
    }
  }

  /** What an optional value holds: a value that may be missing is the value, or nothing. */
  private static Optional<GraphValue> optional(NodeProto node, Scene scene) {
    return node.getInputCount() == 0 || node.getInput(0).isEmpty()
        ? Optional.empty()
        : Optional.of(scene.get(node.getInput(0))).filter(v -> !(v instanceof GraphValue.Absent));
  }

  private static GraphValue silent(GraphValue value) {
    return value instanceof GraphValue.Tensor(TensorData data)
        ? GraphValue.of(TensorData.zeros(data.type(), data.dims()))
        : value;
  }

  private List<GraphValue> single(
      NodeProto node, int index, List<ValueRef.Step> within, Scene scene) {
    Map<String, GraphValue> inputs = new LinkedHashMap<>();
    Scope.readBy(node).forEach(name -> inputs.put(name, scene.get(name)));
    List<String> wanted = node.getOutputList().stream().filter(o -> !o.isEmpty()).toList();
    String key = within + ":" + index + kinds(inputs);
    Executable executable =
        nodes.computeIfAbsent(key, _ -> SingleNode.of(model, folder, node, inputs));
    Map<String, GraphValue> outputs = executable.run(inputs, wanted);
    List<GraphValue> made = new ArrayList<>();
    for (String output : node.getOutputList()) {
      made.add(
          output.isEmpty() ? new GraphValue.Absent() : Objects.requireNonNull(outputs.get(output)));
    }
    return made;
  }

  private static String kinds(Map<String, GraphValue> inputs) {
    StringBuilder text = new StringBuilder();
    inputs.forEach((name, value) ->
        text.append(';')
            .append(
                value instanceof GraphValue.Tensor(TensorData data)
                    ? data.type() + "^" + data.dims().size()
                    : value));
    return text.toString();
  }

  private List<ValueRef.Step> deeper(
      List<ValueRef.Step> within, NodeProto node, int index, String attribute) {
    List<ValueRef.Step> deeper = new ArrayList<>(within);
    deeper.add(new ValueRef.Step(index, attribute, ValueRef.called(node, index)));
    return deeper;
  }

  private List<GraphValue> branch(
      NodeProto node, int index, List<ValueRef.Step> within, Scene scene) {
    String taken = truth(scene.get(node.getInput(0))) ? "then_branch" : "else_branch";
    GraphProto body = body(node, taken);
    Scene inside = new Scene(new LinkedHashMap<>(), scene);
    walk(body, deeper(within, node, index, taken), inside, _ -> true);
    return outputs(body, inside);
  }

  private static GraphProto body(NodeProto node, String attribute) {
    return Types.attribute(node, attribute)
        .orElseThrow(() ->
            new RuntimeProblem(
                RuntimeProblem.Kind.INVALID, node.getOpType() + " has no " + attribute))
        .getG();
  }

  private static List<GraphValue> outputs(GraphProto body, Scene inside) {
    return body.getOutputList().stream().map(o -> inside.get(o.getName())).toList();
  }

  private static boolean truth(GraphValue value) {
    return tensor(value).number(0) != 0;
  }

  /** A value that must be a tensor. */
  static TensorData tensor(GraphValue value) {
    if (value instanceof GraphValue.Tensor(TensorData data)) {
      return data;
    }
    throw new RuntimeProblem(RuntimeProblem.Kind.INVALID, "expected a tensor, got " + value);
  }

  private List<GraphValue> loop(
      NodeProto node, int index, List<ValueRef.Step> within, Scene scene) {
    GraphProto body = body(node, "body");
    List<ValueRef.Step> deeper = deeper(within, node, index, "body");
    String most = node.getInputCount() > 0 ? node.getInput(0) : "";
    String condition = node.getInputCount() > 1 ? node.getInput(1) : "";
    long rounds = most.isEmpty() ? Long.MAX_VALUE : tensor(scene.get(most)).whole(0);
    boolean on = condition.isEmpty() || truth(scene.get(condition));
    int count = Math.max(0, node.getInputCount() - 2);
    List<GraphValue> carried = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      carried.add(scene.get(node.getInput(i + 2)));
    }
    int scans = body.getOutputCount() - 1 - count;
    List<List<TensorData>> scanned = new ArrayList<>();
    for (int s = 0; s < scans; s++) {
      scanned.add(new ArrayList<>());
    }
    for (long round = 0; round < rounds && on; round++) {
      if (round >= MOST_ROUNDS) {
        throw new RuntimeProblem(
            RuntimeProblem.Kind.FAILED, "a loop takes more than " + MOST_ROUNDS + " rounds");
      }
      Scene inside = new Scene(new LinkedHashMap<>(), scene);
      inside.here().put(body.getInput(0).getName(), GraphValue.of(whole(round)));
      inside.here().put(body.getInput(1).getName(), GraphValue.of(bool(on)));
      for (int i = 0; i < count; i++) {
        inside.here().put(body.getInput(i + 2).getName(), carried.get(i));
      }
      walk(body, deeper, inside, _ -> true);
      List<GraphValue> given = outputs(body, inside);
      on = truth(given.get(0));
      for (int i = 0; i < count; i++) {
        carried.set(i, given.get(i + 1));
      }
      for (int s = 0; s < scans; s++) {
        scanned.get(s).add(tensor(given.get(1 + count + s)));
      }
    }
    List<GraphValue> made = new ArrayList<>(carried);
    for (int s = 0; s < scans; s++) {
      ValueInfoProto output = body.getOutput(1 + count + s);
      made.add(GraphValue.of(Stacks.stacked(scanned.get(s), 0, output)));
    }
    return made;
  }

  private static TensorData whole(long number) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return TensorData.of(ElementType.INT64, List.of(), bytes.putLong(0, number));
  }

  private static TensorData bool(boolean truth) {
    return TensorData.of(
        ElementType.BOOL, List.of(), ByteBuffer.allocate(1).put(0, (byte) (truth ? 1 : 0)));
  }

  private List<GraphValue> scan(
      NodeProto node, int index, List<ValueRef.Step> within, Scene scene) {
    if (Instruments.operatorSet(model) < 9) {
      throw new RuntimeProblem(
          RuntimeProblem.Kind.NOT_SUPPORTED, "the batched Scan of operator set 8 is not walked");
    }
    return new ScanWalk(node, body(node, "body"))
        .walk(
            scene::get,
            (body, values) -> {
              Scene inside = new Scene(new LinkedHashMap<>(values), scene);
              walk(body, deeper(within, node, index, "body"), inside, _ -> true);
              return outputs(body, inside);
            });
  }

  private List<GraphValue> sequenceMap(
      NodeProto node, int index, List<ValueRef.Step> within, Scene scene) {
    GraphProto body = body(node, "body");
    List<GraphValue> given = node.getInputList().stream().map(scene::get).toList();
    if (!(given.getFirst() instanceof GraphValue.Sequence(_, List<TensorData> first))) {
      throw new RuntimeProblem(RuntimeProblem.Kind.INVALID, "SequenceMap maps no sequence");
    }
    List<List<TensorData>> made = new ArrayList<>();
    body.getOutputList().forEach(_ -> made.add(new ArrayList<>()));
    for (int i = 0; i < first.size(); i++) {
      Scene inside = new Scene(new LinkedHashMap<>(), scene);
      for (int k = 0; k < given.size(); k++) {
        GraphValue one =
            given.get(k) instanceof GraphValue.Sequence(_, List<TensorData> items)
                ? GraphValue.of(items.get(i))
                : given.get(k);
        inside.here().put(body.getInput(k).getName(), one);
      }
      walk(body, deeper(within, node, index, "body"), inside, _ -> true);
      List<GraphValue> outputs = outputs(body, inside);
      for (int o = 0; o < outputs.size(); o++) {
        made.get(o).add(tensor(outputs.get(o)));
      }
    }
    List<GraphValue> sequences = new ArrayList<>();
    for (int o = 0; o < made.size(); o++) {
      ElementType declared =
          ValueTypes.element(body.getOutput(o).getType()).orElse(ElementType.FLOAT);
      List<TensorData> items = made.get(o);
      sequences.add(
          new GraphValue.Sequence(items.isEmpty() ? declared : items.getFirst().type(), items));
    }
    return sequences;
  }

  @Override
  public void close() {
    nodes.values().forEach(Executable::close);
    nodes.clear();
  }
}

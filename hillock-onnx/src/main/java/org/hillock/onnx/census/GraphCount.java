package org.hillock.onnx.census;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator;
import org.hillock.core.census.Operator.Constants;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Uncounted;
import org.hillock.core.census.Part;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.shape.GraphShapes;
import org.jspecify.annotations.Nullable;

/**
 * Walks the nodes of a graph and makes layers of them. Values that are kept in the file, or made of
 * nothing else, are weights where something is multiplied with them.
 */
final class GraphCount {

  private final GraphProto graph;
  private final GraphShapes shapes;

  private final KeptValues kept;

  /** The layer that a tensor is a weight of. */
  private final Map<String, String> home = new LinkedHashMap<>();

  private final List<Layer> layers = new ArrayList<>();

  /** The layer whose sums a value is, perhaps pooled, normalised or reshaped since. */
  private final Map<String, Integer> sums = new HashMap<>();

  /** The layer that a value comes from directly, to which a bias may be added. */
  private final Map<String, Integer> direct = new HashMap<>();

  private final Map<String, Integer> weightless = new TreeMap<>();
  private final Set<String> names = new HashSet<>();
  private boolean open;

  GraphCount(GraphProto graph, GraphShapes shapes) {
    this.graph = graph;
    this.shapes = shapes;
    kept = new KeptValues(graph, shapes);
  }

  void walk() {
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOutputCount() > 0 && !kept.fold(node)) {
        layer(new Node(unique(node), node, shapes, this));
      }
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      Integer layer = sums.get(output.getName());
      if (layer != null) {
        layers.set(layer, layers.get(layer).answering());
      }
    }
    if (!weightless.isEmpty()) {
      List<String> all = new ArrayList<>();
      weightless.forEach((operator, count) -> all.add(operator + (count > 1 ? " × " + count : "")));
      layers.add(
          Layer.of(
              "without_weights", new Operator.Weightless("no weights: " + String.join(", ", all))));
    }
  }

  /** A damaged node may have inputs of any extents. */
  private void layer(Node node) {
    try {
      new Nodes(node, this).add();
    } catch (ArithmeticException e) {
      throw new UsageException(node.name(), "a count of it is beyond 2^63 - 1");
    } catch (UsageException e) {
      throw new UsageException(node.name(), String.valueOf(e.getMessage()));
    } catch (IndexOutOfBoundsException e) {
      throw new UsageException(
          node.name(), "the extents of its inputs do not fit a " + node.operator());
    }
  }

  private String unique(NodeProto node) {
    String base = node.getName().isEmpty() ? node.getOutput(0) : node.getName();
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + "#" + i;
    }
    return name;
  }

  /** The values that are kept in the file. */
  KeptValues kept() {
    return kept;
  }

  /** Whether some extent was open. */
  boolean open() {
    return open;
  }

  /** All layers. */
  List<Part> layers() {
    return List.copyOf(layers);
  }

  /** The tensors that are weights, each once. */
  Collection<TensorProto> used() {
    List<TensorProto> all = new ArrayList<>();
    home.keySet().forEach(name -> kept.tensor(name).ifPresent(all::add));
    return all;
  }

  /** How many numbers these hold. */
  long weights() {
    return used().stream().mapToLong(t -> shapes.of(t.getName()).count().orElse(0)).sum();
  }

  /** Uses of a row of weights; 1, and said so, where extents are open. */
  long uses(java.util.OptionalLong all, long each) {
    if (all.isEmpty()) {
      open = true;
      return 1;
    }
    return each == 0 ? 1 : Math.max(1, all.getAsLong() / each);
  }

  /**
   * Adds a layer that gives a value.
   *
   * @param weights names of the values that are its weights
   * @param output the value, for activations and biases behind it
   */
  void add(Layer layer, List<String> weights, String output) {
    String first = "";
    boolean all = !weights.isEmpty();
    for (String weight : weights) {
      for (String root : kept.rootsOf(weight)) {
        String before = home.putIfAbsent(root, layer.name());
        all &= before != null;
        first = before == null ? first : before;
      }
    }
    layers.add(all ? layer.tiedTo(first) : layer);
    sums.put(output, layers.size() - 1);
    direct.put(output, layers.size() - 1);
  }

  /** Adds a layer of several within one node. */
  void add(Layer layer) {
    layers.add(layer);
  }

  /** Adds numbers that are kept in the file, each tensor once. */
  void constants(String name, String word, List<String> values) {
    long count = 0;
    for (String value : values) {
      for (String root : kept.rootsOf(value)) {
        long size = shapes.of(root).count().orElse(0);
        if (kept.learnt(root, size) && home.putIfAbsent(root, name) == null) {
          count = Math.addExact(count, size);
        }
      }
    }
    if (count > 0) {
      layers.add(Layer.of(name, new Constants(word, count)));
    }
  }

  /** A node without weights: what it gives are still the sums of what it was fed. */
  void weightless(Node node) {
    weightless.merge(node.operator(), 1, Integer::sum);
    pass(node);
  }

  /** What a node gives are the sums of the latest layer that it was fed from. */
  void pass(Node node) {
    int latest = -1;
    for (int i : node.fed()) {
      Integer layer = sums.get(node.input(i));
      latest = layer == null ? latest : Math.max(latest, layer);
    }
    if (latest >= 0) {
      for (String output : node.proto().getOutputList()) {
        sums.put(output, latest);
      }
    }
  }

  /** A value is the sums that another one is. */
  void also(String value, String other) {
    Integer layer = sums.get(other);
    if (layer != null && !value.isEmpty()) {
      sums.put(value, layer);
    }
  }

  /** A normalisation is part of the neurons before it: their activation may come behind it. */
  void normalisation(Node node, Layer layer, List<String> weights) {
    int before = layers.size();
    add(layer, weights, node.output());
    direct.remove(node.output());
    sums.remove(node.output());
    pass(node);
    if (!sums.containsKey(node.output())) {
      sums.put(node.output(), before);
    }
  }

  /** An activation function of the sums that a node is fed. */
  void activation(Node node, String function) {
    Integer layer = node.fed().isEmpty() ? null : sums.get(node.input(node.fed().getFirst()));
    if (layer == null || layers.get(layer).activation().isPresent()) {
      weightless.merge(node.operator(), 1, Integer::sum);
    } else {
      layers.set(layer, layers.get(layer).then(function));
    }
    pass(node);
  }

  /** Gives a layer the bias that is added to what comes directly from it, where it has none. */
  boolean bias(String value, String summand, String output) {
    Integer index = direct.get(value);
    long size = shapes.of(summand).count().orElse(0);
    if (index == null || home.keySet().containsAll(kept.rootsOf(summand))) {
      return false;
    }
    Layer layer = layers.get(index);
    Operator biased = biased(layer.operator(), size);
    if (biased == null || layer.tied().isPresent()) {
      return false;
    }
    layers.set(
        index,
        new Layer(
            layer.name(),
            biased,
            layer.activation(),
            layer.answer(),
            layer.joins(),
            layer.tokens(),
            layer.tied()));
    kept.rootsOf(summand).forEach(root -> home.putIfAbsent(root, layer.name()));
    sums.put(output, index);
    return true;
  }

  private static @Nullable Operator biased(Operator operator, long size) {
    return switch (operator) {
      case Linear l when !l.bias() && l.outputs() == size ->
          new Linear(l.outputs(), l.inputs(), true);
      case Operator.Convolution c when !c.bias() && c.outputs() == size ->
          new Operator.Convolution(c.window(), c.inputs(), c.outputs(), c.pairs(), true);
      default -> null;
    };
  }

  /** What is not counted; numbers that it keeps are parameters all the same. */
  void uncounted(Node node, String why) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < node.proto().getInputCount(); i++) {
      if (node.kept(i)) {
        numbers.add(node.input(i));
      }
    }
    constants(node.name() + ".numbers", "numbers of " + node.operator(), numbers);
    layers.add(Layer.of(node.name(), new Uncounted(node.operator(), why)));
    pass(node);
  }
}

package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.shape.Attributes;
import org.hillock.onnx.shape.Extent;
import org.hillock.onnx.shape.GraphShapes;
import org.hillock.onnx.shape.Item;
import org.hillock.onnx.shape.ShapeInference;
import org.hillock.onnx.shape.ValueShape;
import org.jspecify.annotations.Nullable;

/** Goes through a graph's nodes in their order and drafts the network. */
final class GraphReading {

  private final OnnxFile file;
  private final ReadOptions options;
  private final GraphProto graph;
  private final GraphShapes shapes;
  private final Draft draft = new Draft();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> lost = new HashSet<>();
  private final List<Unread> losses = new ArrayList<>();
  private final List<Port> inputs = new ArrayList<>();

  GraphReading(OnnxFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
    graph = file.model().getGraph();
    ShapeInference inference = ShapeInference.of(file).bindFirstAxis(1);
    options.extents().forEach(inference::bind);
    shapes = inference.infer();
  }

  OnnxNetwork read() {
    graph.getInitializerList().forEach(t -> constants.put(t.getName(), t));
    List<NodeProto> nodes = WrittenOut.shortened(new LiveNodes(graph).nodes(), this::scalar);
    nodes.forEach(n -> n.getInputList().forEach(i -> uses.merge(i, 1, Integer::sum)));
    graph.getOutputList().forEach(o -> uses.merge(o.getName(), 1, Integer::sum));
    for (ValueInfoProto input : graph.getInputList()) {
      if (!constants.containsKey(input.getName())) {
        try {
          input(input, nodes);
        } catch (NotRepresentable | ArithmeticException problem) {
          String why = String.valueOf(problem.getMessage());
          lose(input.getName(), new Unread("'" + input.getName() + "'", "input", why));
        }
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      node(i, nodes.get(i));
    }
    Finish finish = new Finish(draft, file);
    List<Port> outputs = new ArrayList<>();
    for (ValueInfoProto output : graph.getOutputList()) {
      output(output.getName(), finish).ifPresent(outputs::add);
    }
    Optional<Network> network =
        losses.isEmpty() ? Optional.of(finish.network(options, outputs)) : Optional.empty();
    return new OnnxNetwork(
        file.path().toString(), network, losses, inputs, losses.isEmpty() ? outputs : List.of());
  }

  /** A single number that stands in the file. */
  private java.util.OptionalDouble scalar(String name) {
    return shapes.of(name).constant().map(c -> c.real()).orElse(java.util.OptionalDouble.empty());
  }

  private void input(ValueInfoProto input, List<NodeProto> nodes) {
    String name = input.getName();
    ValueShape shape = shapes.of(name);
    if (shape.dims().isEmpty() || shape.count().orElse(0) < 1) {
      lose(
          name,
          new Unread(
              "'" + name + "'",
              "input",
              "its extents " + shape.described() + " are not all known"));
      return;
    }
    int[] dims = Arrays.stream(shape.dims().get()).mapToInt(Math::toIntExact).toArray();
    boolean columnsLast = nodes.stream().anyMatch(n -> turnsToChannelsFirst(n, name));
    int[] plain = dims.length > 1 && dims[0] == 1 ? Arrays.copyOfRange(dims, 1, dims.length) : dims;
    Signal signal;
    DraftPopulation made;
    if (dims.length == 4 && dims[0] == 1 && !columnsLast) {
      made = draft.add(name, DraftPopulation.INPUT, dims[2], dims[3], dims[1]);
      signal = ConvolutionReading.sheetSignal(made);
    } else {
      int[] own = plain.length == 0 || plain.length > 4 ? new int[] {Value.count(dims)} : plain;
      made = draft.add(name, DraftPopulation.INPUT, own);
      signal = Signal.of(made.id(), dims);
    }
    inputs.add(port(name, made.name(), signal));
    values.put(name, ranged(name, signal));
  }

  /** What the graph is fed where the network is shown 0..1. */
  private Value ranged(String name, Signal signal) {
    InputRange range = options.range();
    Signal scaled = signal.withFactor(range.white() - range.black());
    if (range.black() == 0) {
      return scaled;
    }
    NodeReading node =
        new NodeReading(
            draft, NodeProto.getDefaultInstance(), List.of(), 1, List.of(), name + "_range", false);
    Fixed shift = new Fixed(new int[0], new double[] {range.black()});
    return ArithmeticReading.plus(node, scaled, shift);
  }

  private static boolean turnsToChannelsFirst(NodeProto node, String input) {
    return node.getOpType().equals("Transpose")
        && node.getInput(0).equals(input)
        && new Attributes(node).wholes("perm").filter(List.of(0L, 3L, 1L, 2L)::equals).isPresent();
  }

  private static Port port(String value, String population, Signal signal) {
    return new Port(
        value,
        population,
        Arrays.stream(signal.dims()).boxed().toList(),
        Arrays.stream(signal.cells()).mapToObj(Signal::neuron).toList());
  }

  private void lose(String value, Unread why) {
    lost.add(value);
    losses.add(why);
  }

  private void node(int number, NodeProto node) {
    if (node.getInputList().stream().anyMatch(lost::contains)) {
      // What it reads is listed already.
      lost.addAll(node.getOutputList());
      return;
    }
    try {
      List<? extends Value> made = known(node).orElseGet(() -> made(node));
      for (int i = 0; i < node.getOutputCount(); i++) {
        if (i < made.size()) {
          values.put(node.getOutput(i), made.get(i));
        } else if (uses.containsKey(node.getOutput(i))) {
          throw new NotRepresentable("its output '" + node.getOutput(i) + "' is used");
        }
      }
    } catch (NotRepresentable problem) {
      fail(number, node, problem.reason());
    } catch (ArithmeticException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | IllegalArgumentException
        | IllegalStateException unfit) {
      fail(number, node, "its inputs do not fit together");
    } catch (UsageException problem) {
      // A rule of the network's own refuses what the graph says.
      fail(number, node, String.valueOf(problem.getMessage()));
    }
  }

  private void fail(int number, NodeProto node, String reason) {
    String name = node.getName().isBlank() ? "" : "'" + node.getName() + "' ";
    String made = node.getOutputCount() == 0 ? "nothing" : "'" + node.getOutput(0) + "'";
    losses.add(
        new Unread(
            name + "(node " + (number + 1) + ", makes " + made + ")", operator(node), reason));
    lost.addAll(node.getOutputList());
  }

  private static String operator(NodeProto node) {
    return node.getDomain().isEmpty()
        ? node.getOpType()
        : node.getDomain() + "." + node.getOpType();
  }

  /** Small numbers that shape inference has worked out, such as extents. */
  private Optional<List<? extends Value>> known(NodeProto node) {
    if (node.getOutputCount() != 1) {
      return Optional.empty();
    }
    ValueShape shape = shapes.of(node.getOutput(0));
    if (shape.constant().isEmpty() || shape.dims().isEmpty()) {
      return Optional.empty();
    }
    List<Item> items = shape.constant().get().items();
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      switch (items.get(i)) {
        case Item.Real real -> numbers[i] = real.value();
        case Extent.Known whole -> numbers[i] = whole.number();
        default -> {
          return Optional.empty();
        }
      }
    }
    int[] dims = Arrays.stream(shape.dims().get()).mapToInt(Math::toIntExact).toArray();
    return Optional.of(List.of(new Fixed(dims, numbers)));
  }

  private List<? extends Value> made(NodeProto node) {
    if (node.getOpType().equals("Constant")) {
      return new Attributes(node)
          .tensor("value")
          .map(t -> List.of(fixed(t)))
          .orElseThrow(() -> new NotRepresentable("it is no constant of numbers"));
    }
    NodeReader reader =
        NodeReaders.of(node.getDomain(), node.getOpType())
            .orElseThrow(
                () -> new NotRepresentable("no population and projection stand for this operator"));
    List<@Nullable Value> read = new ArrayList<>();
    boolean keepsSteps = NodeReaders.keepsSteps(node.getOpType());
    for (String input : node.getInputList()) {
      Value value = input.isEmpty() ? null : value(input);
      read.add(
          value instanceof Signal signal && !keepsSteps
              ? draft.sequences().atTheEnd(signal)
              : value);
    }
    List<ValueShape> outputs = node.getOutputList().stream().map(shapes::of).toList();
    boolean last =
        graph.getOutputList().stream().anyMatch(o -> node.getOutputList().contains(o.getName()));
    return reader.read(
        new NodeReading(draft, node, read, opset(node), outputs, Hints.of(node, constants), last));
  }

  private long opset(NodeProto node) {
    String domain = node.getDomain().isEmpty() ? "ai.onnx" : node.getDomain();
    return file.operatorSets().getOrDefault(domain, 1L);
  }

  private Value value(String name) {
    Value value = values.get(name);
    if (value == null) {
      TensorProto tensor = constants.get(name);
      if (tensor == null) {
        throw new NotRepresentable("it reads '" + name + "', which is given to it from outside");
      }
      value = fixed(tensor);
    }
    boolean shared = uses.getOrDefault(name, 0) > 1;
    return value instanceof Signal signal && shared ? signal.shared() : value;
  }

  private Fixed fixed(TensorProto tensor) {
    TensorData data = file.tensor(tensor);
    if (!data.type().isReal()) {
      throw new NotRepresentable("it reads " + data.type() + ", which are no numbers");
    }
    int[] dims = data.dims().stream().mapToInt(Math::toIntExact).toArray();
    return new Fixed(dims, data.numbers());
  }

  /** The population that gives an output, its neurons in the order of the output's elements. */
  private Optional<Port> output(String name, Finish finish) {
    if (lost.contains(name)) {
      return Optional.empty();
    }
    if (!(values.get(name) instanceof Signal given)) {
      lose(name, new Unread("'" + name + "'", "output", "it does not depend on the input"));
      return Optional.empty();
    }
    Signal signal;
    try {
      signal = draft.sequences().atTheEnd(given);
    } catch (NotRepresentable problem) {
      lose(name, new Unread("'" + name + "'", "output", problem.reason()));
      return Optional.empty();
    }
    Set<Integer> sources = signal.populations();
    boolean flat = Arrays.stream(signal.dims()).filter(d -> d > 1).count() <= 1;
    boolean direct =
        signal.factor() == 1
            && signal.coversOnce(draft)
            && sources.size() == 1
            && !draft.population(sources.iterator().next()).neuron().equals(DraftPopulation.INPUT)
            && (!flat || draft.whole(signal, Draft.straight(signal.size())).isPresent());
    NodeReading node =
        new NodeReading(draft, NodeProto.getDefaultInstance(), List.of(), 1, List.of(), name, true);
    Signal read = direct ? signal : Ownership.gathered(node, signal);
    DraftPopulation population = draft.population(read.populations().iterator().next());
    finish.keep(population);
    return Optional.of(port(name, population.name(), read));
  }
}

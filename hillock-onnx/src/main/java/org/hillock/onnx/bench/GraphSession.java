package org.hillock.onnx.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.RuntimeProblem;
import org.hillock.onnx.runtime.ValueRef;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX graph on the bench: one {@link #advance()} is one pass over what its inputs are given.
 *
 * <p>Every value that holds numbers is a population, see {@link GraphNetwork}; how its elements are
 * addressed says {@link GraphSite}. A value can be silenced, clamped, patched and stimulated at its
 * elements: the numbers that its readers get are changed; what goes on within a node is the node's.
 * A value within a branch or a body, {@code Loop_3.body/h}, can be silenced as a whole.
 *
 * <p>Instruments are fitted when they are first needed, at the values that are watched or acted on;
 * the graph is run as it stands, node by node, so that none of them changes a bit of the others.
 */
public final class GraphSession implements Session, Capability.Batched {

  /** The name of the engine. */
  public static final String ENGINE = "graph";

  /** What ONNX Runtime says of a run that was ended. */
  private static final String TERMINATED = "terminate flag";

  private final OnnxFile file;
  private final int threads;
  private final Map<ValueRef, TypeProto> types;
  private final Map<String, ValueRef> known = new LinkedHashMap<>();
  private final GraphInputs inputs;
  private final List<Intervention> interventions = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final Set<ValueRef> tapped = new LinkedHashSet<>();
  private final Set<ValueRef> gated = new LinkedHashSet<>();
  private final Map<String, List<Long>> dims = new LinkedHashMap<>();
  private final Map<String, TensorData> values = new HashMap<>();
  private BooleanSupplier stop = () -> false;
  private @Nullable Network network;
  private @Nullable Instrumented instrumented;
  private int rows;
  private long samples;

  private record Watch(SiteRef site, RecordingSink sink) {}

  private GraphSession(OnnxFile file, int threads) {
    this.file = file;
    this.threads = threads;
    types = Instrumented.types(file);
    inputs = new GraphInputs(file);
    for (ValueRef value : Instrumented.values(file)) {
      known.put(value.toString(), value);
    }
  }

  /**
   * Opens a file.
   *
   * @param options of which the number of threads is heeded; chosen by the session it is 1
   * @throws UsageException where ONNX Runtime does not take it, with its reason
   */
  public static GraphSession open(OnnxFile file, SessionOptions options) {
    try {
      return new GraphSession(file, Math.max(1, options.threads()));
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
  }

  private static UsageException told(OnnxFile file, RuntimeProblem e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains(TERMINATED)) {
      return new UsageException(file.path().toString(), "was stopped while it ran");
    }
    return new UsageException(
        file.path().toString(),
        (e.kind() == RuntimeProblem.Kind.NOT_SUPPORTED
                ? "ONNX Runtime does not support it: "
                : "ONNX Runtime cannot run it: ")
            + e.getMessage());
  }

  /** Ends a pass early, with a message, where this becomes true while it runs. */
  public void stopWhen(BooleanSupplier wanted) {
    stop = wanted;
    fitAnew();
  }

  /** The names of the graph's inputs, without constants. */
  public List<String> inputNames() {
    return inputs.names();
  }

  /**
   * Gives an input a value of any type.
   *
   * @throws UsageException where there is no such input, or the value does not fit
   */
  public void feed(String input, GraphValue value) {
    inputs.feed(input, value);
    forget();
  }

  @Override
  public void present(Stimulus stimulus) {
    inputs.present(stimulus);
    forget();
  }

  private void forget() {
    values.clear();
    network = null;
  }

  /**
   * The graph as populations, with the extents that its values have for the inputs as they are: it
   * is run once to find them.
   */
  @Override
  public Network network() {
    if (network == null) {
      survey();
      network = GraphNetwork.of(file, dims);
    }
    return Objects.requireNonNull(network);
  }

  /** Runs with every value tapped, to learn their extents. */
  private void survey() {
    List<ValueRef> outer =
        Instrumented.readable(types, known.values()).stream().filter(ValueRef::isOuter).toList();
    dims.clear();
    try (Instrumented all = new Instrumented(file, types, List.of(), outer, threads)) {
      all.stopWhen(stop);
      Map<String, GraphValue> fed = inputs.values();
      Instrumented.Result result = all.run(fed, Set.of());
      fed.forEach(this::note);
      for (ValueRef value : outer) {
        note(value.name(), Objects.requireNonNull(result.seen().get(value)));
      }
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
  }

  private void note(String name, GraphValue value) {
    if (value instanceof GraphValue.Tensor(TensorData data) && data.type().isReal()) {
      dims.put(name, data.dims());
    }
  }

  @Override
  public String engine() {
    return ENGINE;
  }

  @Override
  public Site bind(SiteRef ref) {
    Population population = population(ref);
    String wanted = ref.variable().orElse(GraphNetwork.NUMBER.name());
    if (!wanted.equals(GraphNetwork.NUMBER.name())) {
      throw new UsageException(
          "site '" + ref + "': values of a graph have no variable '" + wanted + "', only 'value'");
    }
    GraphSite site = find(ref);
    return new Site(
        ref, population, Indices.of(site.elements()), GraphNetwork.NUMBER, Optional.empty());
  }

  private Population population(SiteRef ref) {
    Population population = network().populations().get(ref.owner());
    if (population == null) {
      if (known.containsKey(ref.owner())) {
        throw new UsageException(
            "site '"
                + ref
                + "': the value holds no numbers, or lies within a node, where it can be silenced"
                + " as a whole");
      }
      throw new UsageException(
          "site '"
              + ref
              + "': the graph has no value '"
              + ref.owner()
              + "'; "
              + NearestName.hint(ref.owner(), network().populations().keySet()));
    }
    return population;
  }

  private GraphSite find(SiteRef ref) {
    population(ref);
    return GraphSite.find(
        ref,
        Objects.requireNonNull(dims.get(ref.owner())),
        ExtentNames.of(file.model().getGraph(), ref.owner()));
  }

  @Override
  public void apply(Intervention intervention) {
    if (!intervention.window().equals(Intervention.Window.ALWAYS)) {
      throw new UsageException("a graph runs without time: an intervention holds always");
    }
    ValueRef value = new Held(this::find, this::dimsOf).check(intervention, known);
    if (gated.add(value)) {
      fitAnew();
    }
    interventions.add(intervention);
    values.clear();
  }

  private List<Long> dimsOf(String name) {
    return Objects.requireNonNull(dims.get(name));
  }

  @Override
  public void clearInterventions() {
    interventions.clear();
    values.clear();
  }

  @Override
  public void record(Probe probe, RecordingSink sink) {
    if (probe.everyMs() != 0) {
      throw new UsageException(
          "probe of '" + probe.site() + "': a graph runs without time; leave the interval out");
    }
    Site site = bind(probe.site());
    sink.begin(
        new RecordingSchema(
            probe.site().toString(),
            network().name(),
            ENGINE,
            "sample",
            "",
            site.variable().name(),
            ""));
    tap(probe.site().owner());
    watches.add(new Watch(probe.site(), sink));
  }

  private void tap(String name) {
    ValueRef value = known.get(name);
    if (value != null && tapped.add(value)) {
      fitAnew();
    }
  }

  private void fitAnew() {
    if (instrumented != null) {
      instrumented.close();
      instrumented = null;
    }
  }

  @Override
  public void advance() {
    run();
    for (Watch watch : watches) {
      GraphSite site = find(watch.site());
      double[][] read = read(watch.site(), site);
      for (int r = 0; r < read.length; r++) {
        for (int k = 0; k < read[r].length; k++) {
          watch.sink().row(samples + site.rows()[r], site.elements()[k], read[r][k]);
        }
      }
    }
    samples += rows;
  }

  private void run() {
    network();
    for (Intervention intervention : interventions) {
      if (intervention instanceof Intervention.Stimulate stimulate) {
        tap(stimulate.site().owner());
      }
    }
    if (instrumented == null) {
      instrumented = new Instrumented(file, types, gated, tapped, threads);
    }
    Instrumented ready = Objects.requireNonNull(instrumented);
    ready.stopWhen(stop);
    try {
      Map<String, GraphValue> fed = inputs.values();
      Held held = new Held(this::find, this::dimsOf);
      Instrumented.Result result = held.run(ready, fed, interventions, known);
      values.clear();
      fed.forEach(this::keep);
      result.outputs().forEach(this::keep);
      result.seen().forEach((value, seen) -> keep(value.name(), seen));
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
    rows = inputs.names().isEmpty() ? 1 : rowsOf(inputs.names().getFirst());
  }

  private void keep(String name, GraphValue value) {
    if (value instanceof GraphValue.Tensor(TensorData data)) {
      values.put(name, data);
    }
  }

  private int rowsOf(String name) {
    List<Long> extents = dims.getOrDefault(name, List.of());
    return extents.size() < 2 ? 1 : Math.toIntExact(extents.getFirst());
  }

  @Override
  public double[][] read(Site site) {
    if (values.isEmpty()) {
      throw new UsageException(
          "site '" + site.ref() + "' has no value yet: nothing has been run since the start");
    }
    return read(site.ref(), find(site.ref()));
  }

  private double[][] read(SiteRef ref, GraphSite site) {
    if (!values.containsKey(ref.owner())) {
      tap(ref.owner());
      run();
    }
    TensorData data = Objects.requireNonNull(values.get(ref.owner()));
    int width = Math.toIntExact(TensorData.elements(GraphNetwork.ofRow(data.dims())));
    return IntStream.of(site.rows())
        .mapToObj(row ->
            IntStream.of(site.elements()).mapToDouble(e -> data.number(row * width + e)).toArray())
        .toArray(double[][]::new);
  }

  /** The outputs of the graph after the last pass that are tensors, by name. */
  public Map<String, TensorData> outputs() {
    Map<String, TensorData> outputs = new LinkedHashMap<>();
    file.model()
        .getGraph()
        .getOutputList()
        .forEach(o -> {
          TensorData data = values.get(o.getName());
          if (data != null) {
            outputs.put(o.getName(), data);
          }
        });
    return outputs;
  }

  @Override
  public void reset(long trial) {
    inputs.clear();
    forget();
    samples = 0;
    rows = 0;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public void close() {
    watches.forEach(watch -> watch.sink().close());
    watches.clear();
    fitAnew();
  }
}

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
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.IsolatedNeuron;
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
import org.hillock.onnx.terms.Element;
import org.hillock.onnx.terms.GraphTerms;
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
public final class GraphSession implements Session, Capability.Batched, Capability.Terms {

  /** The name of the engine. */
  public static final String ENGINE = "graph";

  /** What ONNX Runtime says of a run that was ended. */
  private static final String TERMINATED = "terminate flag";

  /** What is explained is read from a pass with all values tapped, unless they hold more. */
  private static final long MOST_KEPT = 50_000_000;

  private final OnnxFile file;
  private final int threads;
  private final Map<ValueRef, TypeProto> types;
  private final GraphInputs inputs;
  private final GraphSites sites;
  private final GraphTerms terms;
  private final List<Intervention> interventions = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final Set<ValueRef> tapped = new LinkedHashSet<>();
  private final Set<ValueRef> gated = new LinkedHashSet<>();
  private final Map<String, TensorData> values = new HashMap<>();
  private BooleanSupplier stop = () -> false;
  private @Nullable Instrumented instrumented;
  private int rows;
  private long samples;

  private record Watch(SiteRef site, RecordingSink sink) {}

  private GraphSession(OnnxFile file, int threads) {
    this.file = file;
    this.threads = threads;
    types = Instrumented.types(file);
    inputs = new GraphInputs(file);
    sites = new GraphSites(file, types, inputs, threads);
    terms = new GraphTerms(file, this::tensor);
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
    sites.stopWhen(wanted);
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
    forgetPass();
    sites.forget();
  }

  private void forgetPass() {
    values.clear();
    terms.forget();
  }

  /**
   * The graph as populations, with the extents that its values have for the inputs as they are: it
   * is run once to find them.
   */
  @Override
  public Network network() {
    try {
      return sites.network();
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
  }

  @Override
  public String engine() {
    return ENGINE;
  }

  @Override
  public Site bind(SiteRef ref) {
    network();
    return sites.bind(ref);
  }

  @Override
  public void apply(Intervention intervention) {
    if (!intervention.window().equals(Intervention.Window.ALWAYS)) {
      throw new UsageException("a graph runs without time: an intervention holds always");
    }
    network();
    ValueRef value = held().check(intervention, sites.known());
    if (gated.add(value)) {
      fitAnew();
    }
    interventions.add(intervention);
    forgetPass();
  }

  private Held held() {
    return new Held(sites::find, sites::dims);
  }

  @Override
  public void clearInterventions() {
    interventions.clear();
    forgetPass();
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
    ValueRef value = sites.known().get(name);
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
      GraphSite site = sites.find(watch.site());
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
      Instrumented.Result result = held().run(ready, fed, interventions, sites.known());
      values.clear();
      fed.forEach(this::keep);
      result.outputs().forEach(this::keep);
      result.seen().forEach((value, seen) -> keep(value.name(), seen));
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
    rows = inputs.names().isEmpty() ? 1 : sites.rows(inputs.names().getFirst());
  }

  private void keep(String name, GraphValue value) {
    if (value instanceof GraphValue.Tensor(TensorData data)) {
      values.put(name, data);
    }
  }

  @Override
  public double[][] read(Site site) {
    requireRun(site);
    return read(site.ref(), sites.find(site.ref()));
  }

  private void requireRun(Site site) {
    if (values.isEmpty()) {
      throw new UsageException(
          "site '" + site.ref() + "' has no value yet: nothing has been run since the start");
    }
  }

  private double[][] read(SiteRef ref, GraphSite site) {
    TensorData data = tensor(ref.owner()).orElseThrow();
    int width = Math.toIntExact(TensorData.elements(GraphNetwork.ofRow(data.dims())));
    return IntStream.of(site.rows())
        .mapToObj(row ->
            IntStream.of(site.elements()).mapToDouble(e -> data.number(row * width + e)).toArray())
        .toArray(double[][]::new);
  }

  /** What a value holds after the last pass; empty where it is no tensor. */
  private Optional<TensorData> tensor(String name) {
    if (!values.containsKey(name) && sites.known().containsKey(name)) {
      tap(name);
      run();
    }
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public void keep(SiteRef neurons, double fromMs) {
    bind(neurons);
    terms.check(neurons.owner());
    tapAll();
  }

  /** Taps all values at once, where they are few enough, so that the graph is fitted once. */
  private void tapAll() {
    if (sites.numbers() <= MOST_KEPT && tapped.addAll(sites.outer())) {
      fitAnew();
    }
  }

  @Override
  public IsolatedNeuron isolate(SiteRef neuron, int row) {
    Site site = bind(neuron);
    requireRun(site);
    GraphSite found = sites.find(neuron);
    int at =
        found.elementAt(
            neuron, row, Math.max(rows, sites.rows(neuron.owner())), sites.dims(neuron.owner()));
    tapAll();
    try {
      Element element = new Element(neuron.owner(), at);
      return terms.isolate(element, held().hand(neuron.owner(), at, interventions));
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
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
    terms.close();
    fitAnew();
  }
}

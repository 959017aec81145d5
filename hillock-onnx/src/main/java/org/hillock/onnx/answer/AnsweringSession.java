package org.hillock.onnx.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Holding;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.RuntimeProblem;
import org.hillock.onnx.runtime.ValueRef;
import org.jspecify.annotations.Nullable;

/**
 * A graph as it stands, asked like any network without time: one {@link #advance()} is a pass over
 * the images shown, all at once where the graph takes them so, else one after the other.
 *
 * <p>Nothing stays from one pass to the next but interventions. Nodes that draw are seeded by seed,
 * trial and number of the pass, so that a trial can be repeated to the bit.
 */
final class AnsweringSession implements Session, Capability.Batched {

  /** All units are tapped at once where they hold no more numbers. */
  private static final long MOST_KEPT = 50_000_000;

  /** Images that go through at once at most, so that gates and taps stay small. */
  private static final int MOST_AT_ONCE = 256;

  private final AnsweringGraph graph;
  private final long seed;
  private final Map<String, String> values = new HashMap<>();
  private final List<Intervention> interventions = new ArrayList<>();
  private final Map<String, float[]> beside = new HashMap<>();
  private final Set<ValueRef> tapped = new LinkedHashSet<>();
  private final Map<String, double[][]> seen = new HashMap<>();
  private final List<Watch> watches = new ArrayList<>();
  private final boolean draws;
  private boolean gated;
  private float[][] images = new float[0][];
  private @Nullable Instrumented instrumented;
  private long trial;
  private long pass;
  private int rows;
  private long samples;

  private record Watch(Site site, RecordingSink sink) {}

  AnsweringSession(AnsweringGraph graph, long seed) {
    this.graph = graph;
    this.seed = seed;
    graph.doors().populations().forEach((value, population) -> values.put(population, value));
    draws = !graph.dataflow().sources().isEmpty();
    if (!graph.survey().answer().isEmpty()) {
      tapped.add(ValueRef.of(graph.survey().answer()));
    }
  }

  @Override
  public Network network() {
    return graph.outline();
  }

  @Override
  public String engine() {
    return "graph";
  }

  @Override
  public void present(Stimulus stimulus) {
    switch (stimulus) {
      case Stimulus.Frames(String name, float[][] shown) -> {
        int size = network().population(name).size();
        for (float[] row : shown) {
          if (row.length != size) {
            throw new UsageException(
                "a stimulus for '"
                    + name
                    + "' has "
                    + row.length
                    + " numbers, but it takes "
                    + size);
          }
        }
        if (isImage(name)) {
          images = shown.clone();
        } else if (isInput(name)) {
          beside.put(value(name), shown[0].clone());
        } else {
          throw new UsageException(
              "'" + name + "' is no input of the graph: nothing is shown there");
        }
      }
      case Stimulus.Nothing(String name) -> {
        network().population(name);
        if (isImage(name)) {
          images = new float[0][];
        }
        beside.remove(value(name));
      }
      case Stimulus.SpikeTrains(String name, var _) ->
          throw new UsageException(
              "input '" + name + "' takes no spike trains: a graph runs without time");
    }
  }

  private boolean isImage(String population) {
    return graph.doors().reception().filter(r -> r.input().equals(value(population))).isPresent();
  }

  private boolean isInput(String population) {
    return graph.file().inputNames().contains(value(population));
  }

  private String value(String population) {
    network().population(population);
    return Objects.requireNonNull(values.get(population));
  }

  @Override
  public void apply(Intervention intervention) {
    if (!intervention.window().equals(Intervention.Window.ALWAYS)) {
      throw new UsageException("a graph runs without time: an intervention holds always");
    }
    Site site = bind(Holds.siteOf(intervention));
    if (isInput(site.population().name())) {
      throw new UsageException(
          "site '" + site.ref() + "' is an input of the graph: show something else instead");
    }
    interventions.add(intervention);
    if (!gated) {
      // all at once, so that the graph is fitted once however many are held one after the other
      gated = true;
      fitAnew();
    }
  }

  @Override
  public void clearInterventions() {
    interventions.clear();
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
            probe.site().toString(), network().name(), engine(), "sample", "", "value", ""));
    watches.add(new Watch(site, sink));
  }

  @Override
  public void advance() {
    pass++;
    run();
    for (Watch watch : watches) {
      double[][] read = read(watch.site());
      for (int r = 0; r < read.length; r++) {
        for (int k = 0; k < read[r].length; k++) {
          watch.sink().row(samples + r, watch.site().neurons().get(k), read[r][k]);
        }
      }
    }
    samples += rows;
  }

  /** A pass; the same one again gives the same. */
  private void run() {
    if (draws) {
      fitAnew();
    }
    boolean blank = images.length == 0;
    float[][] shown = blank ? new float[1][] : images;
    if (blank) {
      shown[0] = new float[graph.doors().reception().map(r -> r.pixels().length).orElse(0)];
    }
    rows = shown.length;
    seen.clear();
    tapped.forEach(v -> seen.put(v.name(), new double[rows][]));
    try {
      Instrumented ready = ready();
      int batch = graph.survey().batch();
      int most = batch == Reception.ANY ? MOST_AT_ONCE : batch;
      for (int from = 0; from < rows; from += most) {
        int count = Math.min(most, rows - from);
        float[][] some = new float[batch == Reception.ANY ? count : batch][];
        for (int r = 0; r < some.length; r++) {
          some[r] = shown[from + Math.min(r, count - 1)];
        }
        keep(ready.run(fed(some), held(some.length), Set.of()), from, count, some.length);
      }
    } catch (RuntimeProblem e) {
      throw AnsweringGraph.told(graph.file(), e);
    }
  }

  private Map<String, GraphValue> fed(float[][] some) {
    return Feeding.all(graph.file(), graph.doors().reception(), some, beside);
  }

  private Map<ValueRef, Holding> held(int count) {
    return Holds.of(interventions, this::bind, this::value, graph.survey(), count);
  }

  private void keep(Instrumented.Result result, int from, int count, int atOnce) {
    result
        .seen()
        .forEach((value, what) -> {
          int width = graph.survey().elements(value.name());
          double[][] into = Objects.requireNonNull(seen.get(value.name()));
          if (!(what instanceof GraphValue.Tensor(TensorData data))
              || data.size() != width * atOnce) {
            throw new UsageException(
                graph.file().path().toString(),
                "value '" + value.name() + "' has other extents for this image than for others");
          }
          for (int r = 0; r < count; r++) {
            double[] row = new double[width];
            for (int k = 0; k < width; k++) {
              row[k] = data.number(r * width + k);
            }
            into[from + r] = row;
          }
        });
  }

  private Instrumented ready() {
    if (instrumented == null) {
      OnnxFile file = draws ? graph.chances().seeded(seed, trial, pass) : graph.file();
      List<ValueRef> gates =
          gated ? graph.survey().units().stream().map(ValueRef::of).toList() : List.of();
      instrumented = new Instrumented(file, graph.types(), gates, tapped, 1);
    }
    return Objects.requireNonNull(instrumented);
  }

  private void fitAnew() {
    if (instrumented != null) {
      instrumented.close();
      instrumented = null;
    }
  }

  @Override
  public double[][] read(Site site) {
    if (rows == 0) {
      throw new UsageException(
          "site '" + site.ref() + "' has no value yet: nothing has been run since the start");
    }
    String name = site.population().name();
    String value = value(name);
    if (isInput(name)) {
      seen.put(value, shownAt(name));
    }
    if (!seen.containsKey(value)) {
      boolean few = graph.dataflow().unitElements() * rows <= MOST_KEPT;
      (few ? graph.survey().units() : Set.of(value)).forEach(v -> tapped.add(ValueRef.of(v)));
      fitAnew();
      run();
    }
    double[][] whole = Objects.requireNonNull(seen.get(value));
    int[] which = site.neurons().toArray();
    double[][] read = new double[whole.length][which.length];
    for (int r = 0; r < whole.length; r++) {
      for (int k = 0; k < which.length; k++) {
        read[r][k] = whole[r][which[k]];
      }
    }
    return read;
  }

  /** What an input was given in the last pass. */
  private double[][] shownAt(String input) {
    int size = network().population(input).size();
    double[][] given = new double[rows][size];
    for (int r = 0; r < rows; r++) {
      float[] row =
          isImage(input)
              ? (images.length == 0 ? new float[size] : images[r])
              : beside.getOrDefault(value(input), new float[size]);
      for (int k = 0; k < size; k++) {
        given[r][k] = row[k];
      }
    }
    return given;
  }

  @Override
  public void reset(long next) {
    trial = next;
    pass = 0;
    images = new float[0][];
    beside.clear();
    seen.clear();
    rows = 0;
    samples = 0;
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

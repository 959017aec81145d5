package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Site;
import org.hillock.spiking.lowered.TimeGrid;

/** Hands the rows of one probe to its sink: by time, then by neuron. */
final class BlockRecorder {

  private static final String SPIKES = "spikes";

  private final SessionState state;
  private final TimeGrid grid;
  private final RecordingSink sink;
  private final String variable;
  private final int population;
  private final int[] neurons;
  private final boolean[] watched;
  private final boolean everyone;
  private final int everySteps;

  /** Spikes of a window as (step, neuron), ascending. */
  private long[] keys = new long[256];

  private int size;
  private int next;

  /**
   * Begins a recording.
   *
   * @throws org.hillock.core.problem.UsageException where the interval is not a whole number of
   *     steps
   */
  BlockRecorder(
      Probe probe,
      Site site,
      int population,
      SessionState state,
      TimeGrid grid,
      RecordingSink sink,
      String network,
      String engine) {
    this.population = population;
    this.state = state;
    this.grid = grid;
    this.sink = sink;
    variable = site.variable().name();
    neurons = site.neurons().toArray();
    Arrays.sort(neurons);
    watched = new boolean[site.population().size()];
    for (int i : neurons) {
      watched[i] = true;
    }
    everyone = neurons.length == watched.length;
    everySteps =
        probe.everyMs() == 0
            ? 1
            : grid.whole("probe of '" + site.ref() + "'", "interval", probe.everyMs());
    sink.begin(
        new RecordingSchema(
            site.ref().toString(),
            network,
            engine,
            "time",
            "ms",
            ofSpikes() ? "" : variable,
            ofSpikes() ? "" : site.variable().unit()));
  }

  boolean ofSpikes() {
    return variable.equals(SPIKES);
  }

  /** The first step after {@code step} at whose beginning the variable is sampled. */
  long nextSample(long step) {
    return ofSpikes() ? Long.MAX_VALUE : (step / everySteps + 1) * everySteps;
  }

  /** Takes the spikes of a window. */
  void gather(StepLoop.Window window) {
    size = 0;
    next = 0;
    if (ofSpikes()) {
      state.spikes(population, window, this::add);
      Arrays.sort(keys, 0, size);
    }
  }

  private void add(int stepInWindow, int neuron) {
    if (!everyone && !watched[neuron]) {
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = ((long) stepInWindow << 32) | neuron;
  }

  /** Writes the rows of the {@code s}-th step of the window that was gathered. */
  void write(StepLoop.Window window, int s) {
    long t = window.step() + s + 1;
    double timeMs = grid.timeMs(t);
    while (next < size && keys[next] >>> 32 == s) {
      sink.row(timeMs, (int) keys[next], 0);
      next++;
    }
    if (!ofSpikes() && s == window.steps() - 1 && t % everySteps == 0) {
      for (int i : neurons) {
        sink.row(timeMs, i, state.value(population, variable, i, t));
      }
    }
  }

  /** Writes spikes of t_0. */
  void start(int neuron) {
    if (ofSpikes() && watched[neuron]) {
      sink.row(grid.timeMs(0), neuron, 0);
    }
  }

  int population() {
    return population;
  }

  void close() {
    sink.close();
  }
}

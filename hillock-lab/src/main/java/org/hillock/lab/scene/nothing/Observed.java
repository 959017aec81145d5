package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;

/** A network of assemblies, all of whose spikes are seen. */
final class Observed implements AutoCloseable {

  /** Parts of a run after which it is asked whether to stop. */
  private static final double PIECE_MS = 500;

  private final Session session;
  private final Capability.Timed timed;
  private final Map<String, Spikes> spikes = new LinkedHashMap<>();

  Observed(Network network, long seed) {
    // so few cells gain nothing from a second thread
    SessionOptions options =
        SessionOptions.seeded(seed).withStepMs(Assemblies.STEP_MS).withThreads(1);
    session = Engines.open(network, options);
    timed = session.capability(Capability.Timed.class).orElseThrow();
    for (String name : network.populations().keySet()) {
      Spikes sink = new Spikes();
      spikes.put(name, sink);
      session.record(new Probe(SiteRef.of(name, "spikes"), 0), sink);
    }
  }

  /**
   * A run from the start.
   *
   * @param interventions what is done, in times since the start
   * @throws StoppedException where the user asked to stop
   */
  void run(long trial, double lengthMs, List<Intervention> interventions, Progress progress) {
    session.clearInterventions();
    session.reset(trial);
    spikes.values().forEach(Spikes::clear);
    interventions.forEach(session::apply);
    goOn(lengthMs, progress);
  }

  /** The run that was begun goes on. */
  void goOn(double lengthMs, Progress progress) {
    for (double at = 0; at < lengthMs; at += PIECE_MS) {
      StoppedException.check(progress);
      timed.advance(Math.min(PIECE_MS, lengthMs - at));
    }
  }

  /** A current into some cells of a population: so much that they fire, 0.8 mV/ms. */
  static Intervention shown(String population, int cells, double fromMs, double toMs) {
    int[] which = new int[cells];
    Arrays.setAll(which, i -> i);
    return new Intervention.Stimulate(
        SiteRef.of(population, which, "v"), 0.8, new Intervention.Window(fromMs, toMs));
  }

  /** Cuts all synapses between excitatory cells. */
  List<Intervention> cut() {
    return session.network().projections().values().stream()
        .filter(
            p -> !p.from().equals(Assemblies.INHIBITION) && !p.to().equals(Assemblies.INHIBITION))
        .<Intervention>map(p -> new Intervention.Lesion(p.name(), Intervention.Window.ALWAYS))
        .toList();
  }

  /** Spikes of a population. */
  Spikes of(String population) {
    Spikes found = spikes.get(population);
    if (found == null) {
      throw new IllegalArgumentException("there is no population '" + population + "'");
    }
    return found;
  }

  /** Which of the assemblies led when, from a time on. */
  Train train(List<String> assemblies, double fromMs, double toMs) {
    int bins = (int) Math.round((toMs - fromMs) / Train.BIN_MS);
    int[][] counts = new int[assemblies.size()][bins];
    for (int a = 0; a < counts.length; a++) {
      Spikes own = of(assemblies.get(a));
      for (int k = 0; k < own.count(); k++) {
        double since = own.timeMs(k) - fromMs;
        int bin = (int) Math.floor(since / Train.BIN_MS);
        if (since >= 0 && bin < bins) {
          counts[a][bin]++;
        }
      }
    }
    return Train.of(counts, Assemblies.CELLS);
  }

  /** Spikes of all excitatory cells within [fromMs, toMs). */
  long excitatory(double fromMs, double toMs) {
    long count = 0;
    for (Map.Entry<String, Spikes> e : spikes.entrySet()) {
      count += e.getKey().equals(Assemblies.INHIBITION) ? 0 : e.getValue().within(fromMs, toMs);
    }
    return count;
  }

  /** Time of the last spike of any excitatory cell; 0 where none fired. */
  double lastMs() {
    double last = 0;
    for (Map.Entry<String, Spikes> e : spikes.entrySet()) {
      Spikes own = e.getValue();
      if (!e.getKey().equals(Assemblies.INHIBITION) && own.count() > 0) {
        last = Math.max(last, own.timeMs(own.count() - 1));
      }
    }
    return last;
  }

  Session session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
  }

  /** Spikes of one population, in the order of time. */
  static final class Spikes implements RecordingSink {
    private final List<Double> times = new ArrayList<>();
    private final List<Integer> cells = new ArrayList<>();

    int count() {
      return times.size();
    }

    double timeMs(int k) {
      return times.get(k);
    }

    int cell(int k) {
      return cells.get(k);
    }

    /** How many within [fromMs, toMs). */
    long within(double fromMs, double toMs) {
      return times.stream().filter(t -> t >= fromMs && t < toMs).count();
    }

    @Override
    public void begin(RecordingSchema schema) {
      clear();
    }

    @Override
    public void row(double along, int neuron, double value) {
      times.add(along);
      cells.add(neuron);
    }

    @Override
    public void close() {
      // the spikes stay readable
    }

    private void clear() {
      times.clear();
      cells.clear();
    }
  }
}

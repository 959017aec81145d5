package org.hillock.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.core.wiring.SynapseCount;
import org.jspecify.annotations.Nullable;

/** Builds and runs a network that lives in time, and measures both. */
public final class NetworkBench {

  private static final int RING_SLOTS = 16;
  private static final int STEPS_BETWEEN_REPORTS = 64;

  private NetworkBench() {}

  /**
   * A population that spikes.
   *
   * @param rateHz mean rate of its neurons
   * @param cvOfIntervals how irregular they are, mean over those with ten spikes or more; null
   *     where there are none
   */
  public record PopulationFigures(
      String name, int neurons, double rateHz, @Nullable Double cvOfIntervals) {}

  /**
   * Measures a network.
   *
   * @param seconds simulated, above 0
   * @return figures by the names that {@code --json} prints; {@code realTimeFactor} is wall time
   *     over simulated time, so smaller is faster
   * @throws UsageException where the network has no time
   */
  public static Map<String, Object> measure(
      Network network, SessionOptions options, double seconds, Progress progress) {
    Engine engine = Engines.suited(network);
    long before = usedHeap();
    long began = System.nanoTime();
    try (Session session = engine.open(network, options)) {
      double build = (System.nanoTime() - began) / 1e9;
      Capability.Timed timed =
          session
              .capability(Capability.Timed.class)
              .orElseThrow(() ->
                  new UsageException(
                      "network '" + network.name() + "' has no time: there is nothing to run"));
      long held = Math.max(0, usedHeap() - before);
      SpikeFingerprint fingerprint = new SpikeFingerprint();
      List<SpikeIntervals> watched = watch(session, timed, fingerprint);
      long steps = Math.max(1, Math.round(seconds * 1000 / timed.stepMs()));
      began = System.nanoTime();
      long done = run(session, steps, progress);
      double wall = (System.nanoTime() - began) / 1e9;
      long synapses =
          network.projections().values().stream()
              .mapToLong(p -> SynapseCount.synapses(network, p))
              .sum();
      int neurons = Math.toIntExact(Math.min(network.neurons(), 10_000_000));
      double events = timed.synapticEvents();
      double simulated = done * timed.stepMs() / 1000;
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("network", network.name());
      figures.put("engine", engine.name());
      figures.put("threads", 1);
      figures.put("neurons", network.neurons());
      figures.put("synapses", synapses);
      figures.put("buildSeconds", build);
      figures.put("simulatedSeconds", simulated);
      figures.put("wallSeconds", wall);
      figures.put("realTimeFactor", wall / simulated);
      figures.put("spikes", watched.stream().mapToLong(SpikeIntervals::count).sum());
      figures.put("meanRateHz", meanRate(watched, simulated));
      figures.put("synapticEventsPerSecond", events / wall);
      figures.put("neuronUpdatesPerSecond", (double) network.neurons() * done / wall);
      figures.put("engineNsPerEvent", events == 0 ? 0 : wall * 1e9 / events);
      figures.put("rawScatterNsPerEvent", new RawScatter(neurons, RING_SLOTS).nsPerEvent());
      figures.put("bytesPerSynapse", synapses == 0 ? 0 : (double) held / synapses);
      figures.put("peakMemoryBytes", peakHeap());
      figures.put("spikeHash", fingerprint.end());
      figures.put("populations", watched.stream().map(w -> figures(w, simulated)).toList());
      return figures;
    }
  }

  private static List<SpikeIntervals> watch(
      Session session, Capability.Timed timed, SpikeFingerprint fingerprint) {
    List<SpikeIntervals> watched = new ArrayList<>();
    for (Population p : session.network().populations().values()) {
      if (p.model().family() == NeuronModel.Family.SPIKING) {
        SpikeIntervals intervals = new SpikeIntervals(p, timed.stepMs(), fingerprint);
        session.record(new Probe(SiteRef.of(p.name(), "spikes"), 0), intervals);
        watched.add(intervals);
      }
    }
    return watched;
  }

  private static long run(Session session, long steps, Progress progress) {
    long done = 0;
    while (done < steps && !(progress.stopped() && done > 0)) {
      session.advance();
      done++;
      if (done % STEPS_BETWEEN_REPORTS == 0) {
        progress.report((double) done / steps, "running");
      }
    }
    return done;
  }

  private static double meanRate(List<SpikeIntervals> watched, double seconds) {
    long neurons = watched.stream().mapToLong(w -> w.population().size()).sum();
    long spikes = watched.stream().mapToLong(SpikeIntervals::count).sum();
    return neurons == 0 ? 0 : spikes / (neurons * seconds);
  }

  private static PopulationFigures figures(SpikeIntervals watched, double seconds) {
    Population p = watched.population();
    return new PopulationFigures(
        p.name(),
        p.size(),
        watched.count() / (p.size() * seconds),
        watched.meanCv().isPresent() ? watched.meanCv().getAsDouble() : null);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}

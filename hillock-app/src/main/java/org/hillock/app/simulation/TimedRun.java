package org.hillock.app.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.activity.Runaway;
import org.hillock.lab.activity.RunawayGuard;
import org.hillock.lab.comparison.Raster;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.NamedFigure;
import org.hillock.report.figure.RasterFigure;
import org.hillock.report.figure.RatesFigure;

/** Runs a network for a while: records, counts, draws. */
public final class TimedRun {

  /** Far from overflow: a century of 0.1 ms steps. */
  private static final double MOST_STEPS = 0x1p45;

  private final Session session;
  private final Capability.Timed timed;
  private final Records records;
  private final Optional<RunawayGuard> guard;
  private final SpikeFingerprint fingerprint = new SpikeFingerprint();
  private final List<SpikeWatch> watches = new ArrayList<>();
  private Optional<Runaway> runaway = Optional.empty();
  private Optional<NeuronPortraits> portraits = Optional.empty();
  private double wantedMs;

  /**
   * A run of a session that stands at its reset.
   *
   * @param limit at which a network that excites itself is stopped
   */
  public TimedRun(Session session, Capability.Timed timed, Records records, RateLimit limit) {
    this.session = session;
    this.timed = timed;
    this.records = records;
    guard = limit.guard(session.network());
    for (Population population : Records.spiking(session.network())) {
      watches.add(new SpikeWatch(population, timed.stepMs(), fingerprint));
    }
  }

  /**
   * What came of a run.
   *
   * @param stopped whether it ended before its time
   * @param runaway what ran away and was therefore stopped
   * @param fingerprint of all spikes, see {@link SpikeFingerprint}
   * @param realTimeFactor simulated time over wall time
   */
  public record Outcome(
      double simulatedMs,
      double wallSeconds,
      boolean stopped,
      Optional<Runaway> runaway,
      List<Rate> rates,
      long synapticEvents,
      String fingerprint,
      double realTimeFactor) {
    public Outcome {
      rates = List.copyOf(rates);
    }
  }

  /** What it records. */
  public Records records() {
    return records;
  }

  /** Length of a step in ms. */
  public double stepMs() {
    return timed.stepMs();
  }

  /** Spikes of a population and the mean rate of its neurons. */
  public record Rate(String population, int neurons, long spikes, double meanRateHz) {}

  /**
   * Runs, and leaves recordings in a folder and closes the session. It ends early where the user
   * asks for it or the network runs away, and keeps what was recorded.
   *
   * @throws UsageException where the time is shorter than a step, or beyond counting
   */
  public Outcome run(double forMs, OutputFolder folder, Progress progress) {
    long steps = steps(forMs);
    records.attach(session, folder);
    watches.forEach(
        w -> session.record(new Probe(SiteRef.of(w.population().name(), "spikes"), 0), w));
    portraits = Optional.of(NeuronPortraits.watch(session, forMs));
    wantedMs = forMs;
    RunProgress told = new RunProgress(session.network(), timed, forMs, progress);
    long began = System.nanoTime();
    long done =
        new Pace(timed)
            .run(
                steps,
                _ -> {
                  told.report();
                  runaway = guard.flatMap(g -> g.look(timed));
                  return runaway.isEmpty() && !progress.stopped();
                });
    double wall = (System.nanoTime() - began) / 1e9;
    double simulated = timed.timeMs();
    long events = timed.synapticEvents();
    session.close();
    List<Rate> rates = watches.stream().map(w -> rate(w, simulated)).toList();
    return new Outcome(
        simulated,
        wall,
        done < steps,
        runaway,
        rates,
        events,
        fingerprint.end(),
        simulated / 1000 / Math.max(wall, 1e-9));
  }

  private long steps(double forMs) {
    double steps = Math.rint(forMs / timed.stepMs());
    if (steps < 1) {
      throw new UsageException(
          "--for "
              + Quantity.text(forMs)
              + " ms is shorter than a step of "
              + Quantity.text(timed.stepMs())
              + " ms");
    }
    if (steps > MOST_STEPS) {
      throw new UsageException(
          "--for " + Quantity.text(forMs) + " ms is more steps than can be counted");
    }
    return (long) steps;
  }

  private static Rate rate(SpikeWatch watch, double simulatedMs) {
    int neurons = watch.population().size();
    double hz = simulatedMs == 0 ? 0 : watch.count() / (neurons * simulatedMs / 1000);
    return new Rate(watch.population().name(), neurons, watch.count(), hz);
  }

  /**
   * Draws raster and rates of the populations whose spikes are recorded, or of all that spike; and
   * of a small network what its neurons do.
   *
   * @return names of the files
   */
  public List<String> draw(OutputFolder folder, double simulatedMs) {
    Map<String, Drawable> figures = new LinkedHashMap<>(spikeFigures(simulatedMs));
    portraits.ifPresent(p -> figures.putAll(p.figures(wantedMs, simulatedMs)));
    List<String> files = new ArrayList<>();
    figures.forEach((name, drawn) -> {
      Drawable figure = new NamedFigure(drawn, Optional.of(session.network()));
      figure.svg(folder.file(name + ".svg"));
      figure.png(folder.file(name + ".png"));
      files.add(name + ".svg");
      files.add(name + ".png");
    });
    return files;
  }

  private Map<String, Drawable> spikeFigures(double simulatedMs) {
    List<SpikeWatch> recorded =
        watches.stream().filter(w -> records.hasSpikesOf(w.population())).toList();
    List<SpikeWatch> drawn = recorded.isEmpty() ? watches : recorded;
    double until =
        drawn.stream().mapToDouble(SpikeWatch::drawnUntilMs).reduce(simulatedMs, Math::min);
    if (drawn.isEmpty() || until <= 0) {
      return Map.of();
    }
    List<Raster.Lane> lanes = drawn.stream().map(SpikeWatch::lane).toList();
    Map<String, Drawable> figures = new LinkedHashMap<>();
    figures.put("raster", RasterFigure.of(lanes, 0, until));
    figures.put("rates", RatesFigure.of(lanes, 0, until));
    return figures;
  }
}

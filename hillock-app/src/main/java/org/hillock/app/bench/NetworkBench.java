package org.hillock.app.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hillock.app.simulation.Pace;
import org.hillock.app.simulation.RateLimit;
import org.hillock.app.simulation.RunProgress;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.activity.Runaway;
import org.hillock.lab.activity.RunawayGuard;

/**
 * Builds and runs a network that lives in time, and measures both.
 *
 * <p>The same session first runs to warm up (until the compiler has done its work), goes back to
 * its start, and is measured from there, so the spikes are those of a run that begins at once.
 */
public final class NetworkBench {

  /** Warming up takes this much simulated and this much wall time, whichever is longer. */
  private static final double WARMING_SIMULATED_MS = 100;

  private static final double WARMING_WALL_SECONDS = 0.5;

  private final Network network;
  private final BenchPlan plan;
  private final Session session;
  private final Capability.Timed timed;
  private final Pace pace;
  private final List<SpikeIntervals> watched = new ArrayList<>();
  private SpikeFingerprint fingerprint = new SpikeFingerprint();

  private NetworkBench(Network network, BenchPlan plan, Session session) {
    this.network = network;
    this.plan = plan;
    this.session = session;
    timed =
        session
            .capability(Capability.Timed.class)
            .orElseThrow(() ->
                new UsageException(
                    "network '" + network.name() + "' has no time: there is nothing to run"));
    pace = new Pace(timed);
  }

  /**
   * Measures a network.
   *
   * @throws UsageException where the network has no time
   * @throws FailureException where it runs away, or repeats do not agree
   */
  public static BenchFigures measure(Network network, BenchPlan plan, Progress progress) {
    long before = Memory.held();
    long began = System.nanoTime();
    BenchFigures.Cost cost;
    double stepMs;
    BenchRun run;
    try (Session session = plan.engine().open(network, plan.options())) {
      double build = (System.nanoTime() - began) / 1e9;
      long held = Math.max(0, Memory.held() - before);
      NetworkBench bench = new NetworkBench(network, plan, session);
      stepMs = bench.timed.stepMs();
      run = bench.runs(progress);
      cost = new BenchFigures.Cost(build, held, Memory.peak());
    }
    int threads = run.profile().isPresent() ? run.profile().get().threads() : 1;
    RawLimits raw = RawLimits.measure(WorkingSet.of(network, stepMs), threads);
    return new BenchFigures(network, plan, cost, run, raw);
  }

  /**
   * The run of median wall time, of those that were whole; where the user ends the first early,
   * that.
   */
  private BenchRun runs(Progress progress) {
    for (Population p : network.populations().values()) {
      if (p.model().family() == NeuronModel.Family.SPIKING) {
        SpikeIntervals intervals = new SpikeIntervals(p, timed.stepMs(), fingerprint);
        session.record(new Probe(SiteRef.of(p.name(), "spikes"), 0), intervals);
        watched.add(intervals);
      }
    }
    double warmSeconds = warmUp(progress) / 1e9;
    double expected = plan.repeats() * plan.seconds() * 1000 * warmSeconds / timed.timeMs();
    // The time left that is shown counts from the start of all, so the warm-up has its share.
    double share = warmSeconds / (warmSeconds + expected);
    List<BenchRun> runs = new ArrayList<>();
    for (int k = 0; k < plan.repeats(); k++) {
      double width = (1 - share) / plan.repeats();
      String name = plan.repeats() == 1 ? "" : "run " + (k + 1) + " of " + plan.repeats();
      BenchRun run = run(progress.part(share + k * width, share + (k + 1) * width, name));
      if (run.steps() == steps() || runs.isEmpty()) {
        runs.add(run);
      }
      if (progress.stopped()) {
        break;
      }
    }
    requireAlike(runs);
    runs.sort(Comparator.comparingDouble(BenchRun::wallSeconds));
    return runs.get(runs.size() / 2);
  }

  /** Gives the wall time that it took, in ns. */
  private long warmUp(Progress progress) {
    long began = System.nanoTime();
    guarded(
        Long.MAX_VALUE,
        progress,
        () ->
            timed.timeMs() < WARMING_SIMULATED_MS
                || System.nanoTime() - began < WARMING_WALL_SECONDS * 1e9);
    return System.nanoTime() - began;
  }

  private BenchRun run(Progress progress) {
    session.reset(0);
    fingerprint = new SpikeFingerprint();
    watched.forEach(w -> w.restart(fingerprint));
    RunProgress told = new RunProgress(network, timed, plan.seconds() * 1000, progress);
    long began = System.nanoTime();
    long done =
        guarded(
            steps(),
            progress,
            () -> {
              told.report();
              return true;
            });
    double wall = (System.nanoTime() - began) / 1e9;
    return BenchRun.read(session, timed, wall, done, watched, fingerprint);
  }

  private long steps() {
    return Math.max(1, Math.round(plan.seconds() * 1000 / timed.stepMs()));
  }

  /** Runs at least one stride, so that there is something to tell. */
  private long guarded(long steps, Progress progress, BooleanSupplier goesOn) {
    Optional<RunawayGuard> guard = plan.limit().guard(network);
    return pace.run(
        steps,
        done -> {
          Optional<Runaway> runaway = guard.flatMap(g -> g.look(timed));
          if (runaway.isPresent()) {
            throw RateLimit.problem(runaway.get(), "nothing was measured");
          }
          return goesOn.getAsBoolean() && !(progress.stopped() && done > 0);
        });
  }

  private void requireAlike(List<BenchRun> runs) {
    for (BenchRun run : runs) {
      if (!run.spikeHash().equals(runs.getFirst().spikeHash())) {
        throw new FailureException(
            "network '"
                + network.name()
                + "' did not repeat itself: "
                + runs.getFirst().spikeHash()
                + ", then "
                + run.spikeHash());
      }
    }
  }
}

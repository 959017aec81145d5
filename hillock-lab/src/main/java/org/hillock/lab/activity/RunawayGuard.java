package org.hillock.lab.activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;

/**
 * Watches a running network for activity that feeds itself without bound, as in a seizure.
 *
 * <p>A network runs away where a population of spiking neurons fires above a limit, as the mean of
 * its neurons over {@value #WINDOW_MS} ms, while it lies on a loop of excitation in which every
 * population fires. A population that is only driven from outside may fire as fast as it likes, and
 * so may all in the first {@value #WINDOW_MS} ms, in which many networks settle.
 *
 * <p>It reads counts that the session keeps anyway and changes no bit of the run.
 */
public final class RunawayGuard {

  /** Limit where none is set: faster than cortical populations fire together when healthy. */
  public static final int STANDARD_LIMIT_HZ = 250;

  /** Time that a rate is the mean of. */
  public static final double WINDOW_MS = 100;

  /** How often to look: a fifth of the window, so that the mean is of 100 to 120 ms. */
  public static final double LOOK_EVERY_MS = 20;

  /** Room for the sum of step lengths to differ from a whole number. */
  private static final double ROUNDING_MS = 1e-6;

  private final Network network;
  private final double limitHz;
  private final ExcitatoryGraph graph;
  private final Deque<Counts> seen = new ArrayDeque<>();

  /** Spikes of each population until a time. */
  private record Counts(double timeMs, long[] spikes) {}

  /**
   * Guards a session from its reset on.
   *
   * @param limitHz mean rate of a population that is still allowed, above 0
   * @throws UsageException where the limit is not above 0
   */
  public RunawayGuard(Network network, double limitHz) {
    if (!(limitHz > 0)) {
      throw new UsageException("rate limit " + limitHz + " Hz is not > 0 Hz");
    }
    this.network = network;
    this.limitHz = limitHz;
    graph = new ExcitatoryGraph(network);
    seen.add(new Counts(0, new long[graph.populations().size()]));
  }

  /**
   * Looks once; every {@value #LOOK_EVERY_MS} ms of simulated time is often enough.
   *
   * @return what ran away, if anything did
   */
  public Optional<Runaway> look(Capability.Timed timed) {
    Counts now = new Counts(timed.timeMs(), count(timed));
    Counts then = windowStart(now.timeMs());
    seen.add(now);
    double elapsedMs = now.timeMs() - then.timeMs();
    if (elapsedMs < WINDOW_MS - ROUNDING_MS) {
      return Optional.empty();
    }
    return judge(rates(then, now), now.timeMs());
  }

  private long[] count(Capability.Timed timed) {
    return graph.populations().stream().mapToLong(p -> timed.spikes(p.name())).toArray();
  }

  /** The latest counts that are a window old, or the oldest; older ones are let go. */
  private Counts windowStart(double nowMs) {
    Counts start = seen.remove();
    while (!seen.isEmpty() && seen.element().timeMs() <= nowMs - WINDOW_MS + ROUNDING_MS) {
      start = seen.remove();
    }
    seen.addFirst(start);
    return start;
  }

  private double[] rates(Counts then, Counts now) {
    double seconds = (now.timeMs() - then.timeMs()) / 1000;
    double[] hz = new double[now.spikes().length];
    for (int k = 0; k < hz.length; k++) {
      long spikes = now.spikes()[k] - then.spikes()[k];
      hz[k] = spikes / (seconds * graph.populations().get(k).size());
    }
    return hz;
  }

  private Optional<Runaway> judge(double[] hz, double timeMs) {
    List<Population> populations = graph.populations();
    List<Runaway.Rate> above = new ArrayList<>();
    Optional<Loop> driver = Optional.empty();
    double fastest = 0;
    for (int k = 0; k < hz.length; k++) {
      if (hz[k] > limitHz) {
        Optional<Loop> loop = graph.strongestLoop(k, hz);
        if (loop.isPresent()) {
          above.add(new Runaway.Rate(populations.get(k).name(), hz[k]));
          if (hz[k] > fastest) {
            fastest = hz[k];
            driver = loop;
          }
        }
      }
    }
    above.sort(Comparator.comparingDouble(Runaway.Rate::hz).reversed());
    return driver.map(loop -> new Runaway(network.name(), timeMs, above, loop, limitHz));
  }
}

package org.hillock.app.bench;

import org.hillock.app.simulation.RateLimit;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engine;
import org.hillock.core.session.SessionOptions;

/**
 * What is measured of a network.
 *
 * @param engine that runs it
 * @param options how
 * @param scale that the network was made smaller by, to be told
 * @param seconds simulated in each run, above 0
 * @param repeats runs from the same start, at least 1; the one of median wall time is told
 * @param limit at which a network that excites itself is stopped
 */
public record BenchPlan(
    Engine engine,
    SessionOptions options,
    double scale,
    double seconds,
    int repeats,
    RateLimit limit) {

  public BenchPlan {
    if (!(seconds > 0) || !Double.isFinite(seconds)) {
      throw new UsageException("--seconds", seconds + " is not > 0");
    }
    if (repeats < 1) {
      throw new UsageException("--repeats", repeats + " is not >= 1");
    }
  }
}

package org.hillock.core.session;

import org.hillock.core.problem.UsageException;

/**
 * How a session runs.
 *
 * @param seed of everything that is random while it runs (not of the wiring: that is the network's)
 * @param stepMs step in ms, for engines with time
 * @param memoryBytes most that it may take
 */
public record SessionOptions(long seed, double stepMs, long memoryBytes) {

  /** Step where none is asked for, in ms. */
  public static final double STANDARD_STEP_MS = 0.1;

  public SessionOptions {
    if (!(stepMs > 0) || !Double.isFinite(stepMs)) {
      throw new UsageException("step " + stepMs + " ms is not > 0 ms");
    }
  }

  /** Standard step, and what the machine has. */
  public static SessionOptions seeded(long seed) {
    return new SessionOptions(seed, STANDARD_STEP_MS, Runtime.getRuntime().maxMemory());
  }

  public SessionOptions withStepMs(double newStepMs) {
    return new SessionOptions(seed, newStepMs, memoryBytes);
  }
}

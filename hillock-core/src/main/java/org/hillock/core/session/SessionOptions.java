package org.hillock.core.session;

import org.hillock.core.problem.UsageException;

/**
 * How a session runs. Threads and vectors change how long it takes and no bit of what comes of it.
 *
 * @param seed of everything that is random while it runs (not of the wiring: that is the network's)
 * @param stepMs step in ms, for engines with time
 * @param memoryBytes most that it may take
 * @param threads that engines which can may work on, 1 to {@value #MOST_THREADS}, or {@link
 *     #THREADS_CHOSEN} to let the engine choose by the size of the network
 * @param precision of the state of neurons, where an engine offers the choice
 * @param vectors whether the vector instructions of the processor may be used
 */
public record SessionOptions(
    long seed, double stepMs, long memoryBytes, int threads, Precision precision, boolean vectors) {

  /** What only some engines offer; see {@link Engine#heeds}. */
  public enum Choice {
    /** {@link SessionOptions#threads()}. */
    THREADS,
    /** {@link SessionOptions#precision()}. */
    PRECISION,
    /** {@link SessionOptions#vectors()}. */
    VECTORS
  }

  /** Step where none is asked for, in ms. */
  public static final double STANDARD_STEP_MS = 0.1;

  /** The step for networks with cells with parts where none is given, in ms. */
  public static final double CELL_STEP_MS = 0.025;

  /** The engine chooses. */
  public static final int THREADS_CHOSEN = 0;

  /** Beyond that the arrays of one worker are too small to be worth a thread. */
  public static final int MOST_THREADS = 1024;

  public SessionOptions {
    if (!(stepMs > 0) || !Double.isFinite(stepMs)) {
      throw new UsageException("step " + stepMs + " ms is not > 0 ms");
    }
    if (threads < THREADS_CHOSEN || threads > MOST_THREADS) {
      throw new UsageException("threads " + threads + " is not in 1.." + MOST_THREADS);
    }
  }

  /** Standard step, what the machine has, single precision. */
  public static SessionOptions seeded(long seed) {
    return new SessionOptions(
        seed,
        STANDARD_STEP_MS,
        Runtime.getRuntime().maxMemory(),
        THREADS_CHOSEN,
        Precision.SINGLE,
        true);
  }

  public SessionOptions withStepMs(double newStepMs) {
    return new SessionOptions(seed, newStepMs, memoryBytes, threads, precision, vectors);
  }

  public SessionOptions withMemoryBytes(long bytes) {
    return new SessionOptions(seed, stepMs, bytes, threads, precision, vectors);
  }

  public SessionOptions withThreads(int newThreads) {
    return new SessionOptions(seed, stepMs, memoryBytes, newThreads, precision, vectors);
  }

  public SessionOptions withPrecision(Precision newPrecision) {
    return new SessionOptions(seed, stepMs, memoryBytes, threads, newPrecision, vectors);
  }

  /** With the scalar twins of vector loops, which give the same bits. */
  public SessionOptions withoutVectors() {
    return new SessionOptions(seed, stepMs, memoryBytes, threads, precision, false);
  }
}

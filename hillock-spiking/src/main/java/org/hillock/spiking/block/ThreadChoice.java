package org.hillock.spiking.block;

import org.hillock.core.network.Population;
import org.hillock.core.session.SessionOptions;

/** On how many threads a network is best run. */
final class ThreadChoice {

  /**
   * Work in nanoseconds that a window must hold for each thread: what a barrier costs, and more.
   */
  private static final double WORTH_A_THREAD = 10_000;

  /** Rough costs in nanoseconds, and a rough rate of firing per step. */
  private static final double UPDATE = 0.3;

  private static final double DRAW = 1;
  private static final double EVENT = 1;
  private static final double RATE_HZ = 5;

  private ThreadChoice() {}

  /** As many as were asked for, else as many as have enough to do. */
  static int of(BlockProgram program, int asked) {
    if (asked != SessionOptions.THREADS_CHOSEN) {
      return asked;
    }
    double work = 0;
    for (Population p : program.populations) {
      work += p.size() * (p.model().takesSynapses() ? UPDATE : DRAW);
    }
    double firing = RATE_HZ * program.grid.stepMs() / 1000;
    work += MemoryPlan.synapses(program) * firing * EVENT;
    int worth = (int) Math.min(SessionOptions.MOST_THREADS, work * program.window / WORTH_A_THREAD);
    return Math.max(1, Math.min(worth, Runtime.getRuntime().availableProcessors()));
  }
}

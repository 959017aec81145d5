package org.hillock.spiking.block;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the threads of a loop wait for each other. They spin, for that is many times faster than
 * sleeping, then let others run, then sleep a little.
 */
final class Barrier {

  private static final int YIELDS = 200;
  private static final long NAP_NANOS = 20_000;

  private final int threads;
  private final int spins;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile int generation;
  private volatile boolean broken;

  Barrier(int threads) {
    this.threads = threads;
    spins = threads <= Runtime.getRuntime().availableProcessors() ? 20_000 : 0;
  }

  /**
   * Waits until all are here.
   *
   * @throws BrokenException where one of them failed
   */
  void await() {
    if (threads == 1) {
      return;
    }
    int mine = generation;
    if (waiting.incrementAndGet() == threads) {
      waiting.set(0);
      generation = mine + 1;
      return;
    }
    int tries = 0;
    while (generation == mine) {
      if (broken) {
        throw new BrokenException();
      }
      tries++;
      if (tries < spins) {
        Thread.onSpinWait();
      } else if (tries < spins + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  /** Lets nobody wait for a thread that failed. */
  void breakUp() {
    broken = true;
  }

  /** Another thread failed. */
  static final class BrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenException() {
      super("another thread failed", null, false, false);
    }
  }
}

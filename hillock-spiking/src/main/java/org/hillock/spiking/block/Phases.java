package org.hillock.spiking.block;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How threads share the blocks of a network, phase after phase. In each phase every block is worked
 * on once, by whichever thread takes it: a thread takes its own blocks first and then those that
 * nobody has begun, so that one that was put to sleep by the operating system keeps nobody waiting
 * for more than the block it is at. A block's phases never overlap.
 *
 * <p>Threads that wait spin, for that is many times faster than sleeping, then let others run, then
 * sleep a little.
 */
final class Phases {

  private static final int YIELDS = 200;
  private static final long NAP_NANOS = 20_000;

  /** Blocks are that far apart, for two in one cache line would be slow. */
  private static final int STRIDE = 16;

  private final int threads;
  private final int blocks;
  private final int spins;

  /** By block: twice the phases done, and one more while one is being worked on. */
  private final AtomicLongArray turn;

  /** Works done, of all phases. */
  private final AtomicLong done = new AtomicLong();

  private volatile boolean broken;

  Phases(int threads, int blocks) {
    this.threads = threads;
    this.blocks = blocks;
    turn = new AtomicLongArray((blocks + 1) * STRIDE);
    spins = threads <= Runtime.getRuntime().availableProcessors() ? 20_000 : 0;
  }

  /**
   * Takes a block for a phase.
   *
   * @param thread number of the thread that asks
   * @param phase counted from 0
   * @return the block, or -1 where none is to be had now
   */
  int take(int thread, long phase) {
    for (int block = thread; block < blocks; block += threads) {
      if (begin(block, phase)) {
        return block;
      }
    }
    for (int block = 0; block < blocks; block++) {
      if (begin(block, phase)) {
        return block;
      }
    }
    return -1;
  }

  private boolean begin(int block, long phase) {
    int at = block * STRIDE;
    return turn.get(at) == 2 * phase && turn.compareAndSet(at, 2 * phase, 2 * phase + 1);
  }

  /** A block is done for that phase. */
  void done(int block, long phase) {
    turn.set(block * STRIDE, 2 * phase + 2);
    done.incrementAndGet();
  }

  /** Something else is done that {@link #reached} counts. */
  void done() {
    done.incrementAndGet();
  }

  /** Whether so many works are done, of all phases. */
  boolean reached(long works) {
    return done.get() >= works;
  }

  /**
   * Lets some time pass.
   *
   * @param tries how often it was waited before, in a row
   * @throws BrokenException where another thread failed
   */
  void pause(int tries) {
    if (broken) {
      throw new BrokenException();
    }
    if (tries < spins) {
      Thread.onSpinWait();
    } else if (tries < spins + YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(NAP_NANOS);
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

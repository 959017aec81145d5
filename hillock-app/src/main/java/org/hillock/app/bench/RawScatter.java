package org.hillock.app.bench;

import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * What this machine's memory allows: the time to add one weight at one target, in a plain loop over
 * rows like those of a network, with nothing else around it.
 *
 * <p>Targets of two bytes and weights of two bytes are streamed from arrays as large as the
 * network's, a row of consecutive synapses at a time, rows in random order; each adds to a cell of
 * four bytes, ascending at random intervals within the row, in one of the time slots. A slot takes
 * some rows before the next one's turn, as the spikes of one step do. On several threads each owns
 * a part of the targets, of every row and so of the synapses, and all work at once. No engine that
 * delivers events one by one can be much faster on as many threads.
 */
final class RawScatter {

  private static final int ROWS_A_SLOT = 16;

  /** So many synapses are drawn; larger arrays repeat them, which no cache can know. */
  private static final int DRAWN = 1 << 20;

  private static final int WARMING_EVENTS = 1 << 27;

  private final WorkingSet set;
  private final int threads;

  RawScatter(WorkingSet set, int threads) {
    this.set = set;
    this.threads = threads;
  }

  /** Nanoseconds that one thread takes for an event. */
  double nsPerEvent() {
    double[] each = new double[threads];
    CyclicBarrier together = new CyclicBarrier(threads);
    Thread[] others = new Thread[threads - 1];
    for (int k = 1; k < threads; k++) {
      int place = k;
      others[k - 1] = Thread.ofPlatform().daemon().start(() -> each[place] = work(place, together));
    }
    each[0] = work(0, together);
    for (Thread other : others) {
      finish(other);
    }
    return Arrays.stream(each).average().orElseThrow();
  }

  private double work(int place, CyclicBarrier together) {
    Part part = new Part(set, threads, place);
    return Rounds.median(
        warming(),
        () -> {
          await(together);
          return part.nsPerEvent();
        });
  }

  /** The same for every thread, and long enough for the compiler. */
  private int warming() {
    return Math.max(2, WARMING_EVENTS / set.synapses());
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("a thread of the measurement was interrupted", e);
    }
  }

  private static void finish(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a thread of the measurement was interrupted", e);
    }
  }

  /** What one thread owns. */
  private static final class Part {
    private final int cells;
    private final int run;
    private final char[] target;
    private final short[] weight;
    private final int[] arrived;
    private final int[] rowStart;

    Part(WorkingSet set, int threads, int place) {
      cells = Math.max(1, set.cells() / threads);
      run = Math.max(1, set.run() / threads);
      int rows = Math.max(1, set.synapses() / threads / run);
      target = new char[rows * run];
      weight = new short[target.length];
      arrived = new int[set.slots() * cells];
      rowStart = new int[rows];
      Draws draws = new Draws(1, Purpose.EXPERIMENT, place);
      int drawn = Math.min(rows, Math.max(1, DRAWN / run)) * run;
      for (int k = 0; k < drawn; k++) {
        target[k] = (char) ((k % run + draws.uniform()) * cells / run);
      }
      for (int k = drawn; k < target.length; k += drawn) {
        System.arraycopy(target, 0, target, k, Math.min(drawn, target.length - k));
      }
      Arrays.fill(weight, (short) 1);
      Arrays.setAll(rowStart, row -> row * run);
      draws.shuffle(rowStart);
    }

    double nsPerEvent() {
      long began = System.nanoTime();
      int slots = arrived.length / cells;
      for (int k = 0; k < rowStart.length; k++) {
        scatter(rowStart[k], k / ROWS_A_SLOT % slots * cells);
      }
      return (double) (System.nanoTime() - began) / target.length;
    }

    private void scatter(int start, int base) {
      for (int k = start; k < start + run; k++) {
        arrived[base + target[k]] += weight[k];
      }
    }
  }
}

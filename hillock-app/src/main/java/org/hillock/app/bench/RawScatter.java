package org.hillock.app.bench;

import java.util.Arrays;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * What this machine's memory allows: the time to add one weight at one random target, in a plain
 * loop over rows like those of a network, with nothing else around it. No engine that delivers
 * events one by one can be faster.
 */
final class RawScatter {

  private static final int EVENTS = 4_000_000;
  private static final int REPEATS = 7;

  private final int[] target;
  private final float[] weight;
  private final float[] arrived;

  /** A working set of so many neurons and time slots. */
  RawScatter(int neurons, int slots) {
    target = new int[EVENTS];
    weight = new float[EVENTS];
    arrived = new float[Math.multiplyExact(neurons, slots)];
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 0);
    for (int k = 0; k < EVENTS; k++) {
      target[k] = draws.below(arrived.length);
      weight[k] = 0.1f;
    }
  }

  /** Nanoseconds an event: the median of several rounds, after two that only warm up. */
  double nsPerEvent() {
    double[] rounds = new double[REPEATS];
    for (int round = -2; round < REPEATS; round++) {
      long began = System.nanoTime();
      scatter();
      if (round >= 0) {
        rounds[round] = (double) (System.nanoTime() - began) / EVENTS;
      }
    }
    Arrays.sort(rounds);
    return rounds[REPEATS / 2];
  }

  private void scatter() {
    for (int k = 0; k < EVENTS; k++) {
      arrived[target[k]] += weight[k];
    }
  }
}

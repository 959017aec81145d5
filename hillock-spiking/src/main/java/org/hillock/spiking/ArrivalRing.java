package org.hillock.spiking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is on its way along a projection, by the step in which it arrives. */
final class ArrivalRing {

  private static final Arrivals NOTHING = new Arrivals(0);

  private final @Nullable Arrivals[] slots;

  /** A ring for delays of 1 to {@code longestDelay} steps. */
  ArrivalRing(int longestDelay) {
    // sent at t_n or t_{n+1}, while those of step n are still to be taken
    slots = new @Nullable Arrivals[longestDelay + 2];
  }

  void add(long step, int bundle, double amount) {
    int slot = (int) (step % slots.length);
    Arrivals there = slots[slot];
    if (there == null) {
      there = new Arrivals(8);
      slots[slot] = there;
    }
    there.add(bundle, amount);
  }

  /** What arrives in a step, to be cleared by whoever takes it. */
  Arrivals at(long step) {
    Arrivals there = slots[(int) (step % slots.length)];
    return there == null ? NOTHING : there;
  }

  void clear() {
    for (Arrivals there : slots) {
      if (there != null) {
        there.clear();
      }
    }
  }

  /** The bundles that something arrives along in one step, each with its amount. */
  static final class Arrivals {
    private int[] bundle;
    private double[] amount;
    private int size;
    private boolean ascending = true;

    private Arrivals(int room) {
      bundle = new int[room];
      amount = new double[room];
    }

    private void add(int newBundle, double newAmount) {
      if (size == bundle.length) {
        bundle = Arrays.copyOf(bundle, 2 * size);
        amount = Arrays.copyOf(amount, 2 * size);
      }
      ascending &= size == 0 || bundle[size - 1] <= newBundle;
      bundle[size] = newBundle;
      amount[size] = newAmount;
      size++;
    }

    int size() {
      return size;
    }

    int bundle(int i) {
      return bundle[i];
    }

    double amount(int i) {
      return amount[i];
    }

    void clear() {
      size = 0;
      ascending = true;
    }

    /**
     * Sorts by bundle, and so by source neuron and delay. Sent in different steps with different
     * delays, they may have come in another order.
     */
    void order() {
      if (ascending) {
        return;
      }
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = ((long) bundle[i] << 32) | i;
      }
      Arrays.sort(keys);
      double[] unsorted = Arrays.copyOf(amount, size);
      for (int i = 0; i < size; i++) {
        bundle[i] = (int) (keys[i] >>> 32);
        amount[i] = unsorted[(int) keys[i]];
      }
      ascending = true;
    }
  }
}

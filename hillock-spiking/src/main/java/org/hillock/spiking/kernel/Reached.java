package org.hillock.spiking.kernel;

import java.util.Arrays;

/** At which neurons of a slice anything arrives, and in which steps, where few are reached. */
public final class Reached {

  /** By neuron: bit s where something arrives in the s-th step. */
  final int[] steps;

  /** By neuron, 64 to a word: whether something arrives. */
  final long[] any;

  /** Nobody is reached of {@code neurons}, a multiple of 64. */
  public Reached(int neurons) {
    steps = new int[neurons];
    any = new long[neurons / Long.SIZE];
  }

  /** Something arrives. */
  public void add(int neuron, int step) {
    steps[neuron] |= 1 << step;
    any[neuron / Long.SIZE] |= 1L << neuron;
  }

  /** Nobody is reached any more. */
  public void clear() {
    for (int word = 0; word < any.length; word++) {
      if (any[word] != 0) {
        Arrays.fill(steps, word * Long.SIZE, (word + 1) * Long.SIZE, 0);
        any[word] = 0;
      }
    }
  }
}

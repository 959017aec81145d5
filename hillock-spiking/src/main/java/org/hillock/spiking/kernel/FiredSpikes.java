package org.hillock.spiking.kernel;

import java.util.Arrays;

/** A growing list of spikes: who, and in which step. */
public final class FiredSpikes {

  private int[] neuron = new int[64];
  private int[] step = new int[64];
  private int size;

  /** Neuron {@code i} of its slice fired in a step. */
  public void add(int i, int inStep) {
    if (size == neuron.length) {
      neuron = Arrays.copyOf(neuron, 2 * size);
      step = Arrays.copyOf(step, 2 * size);
    }
    neuron[size] = i;
    step[size] = inStep;
    size++;
  }

  public int size() {
    return size;
  }

  public int neuron(int k) {
    return neuron[k];
  }

  public int step(int k) {
    return step[k];
  }

  /** Forgets them all. */
  public void clear() {
    size = 0;
  }
}

package org.hillock.spiking;

import java.util.Arrays;

/** What the interventions that now hold do to each neuron of a population. */
final class Effects {

  /** What it sends is withheld. */
  final boolean[] outputsSilent;

  /** What arrives does not reach it. */
  final boolean[] inputsSilent;

  /** Its {@code v} or {@code value} is held at {@link #heldAt}. */
  final boolean[] held;

  final double[] heldAt;

  /** Added to its bias, in the unit of the bias. */
  final double[] stimulus;

  Effects(int size) {
    outputsSilent = new boolean[size];
    inputsSilent = new boolean[size];
    held = new boolean[size];
    heldAt = new double[size];
    stimulus = new double[size];
  }

  void clear() {
    Arrays.fill(outputsSilent, false);
    Arrays.fill(inputsSilent, false);
    Arrays.fill(held, false);
    Arrays.fill(stimulus, 0);
  }
}

package org.hillock.spiking.lowered;

import java.util.Arrays;

/** What the interventions that now hold do to each neuron of a population. */
public final class Effects {

  /** What it sends is withheld. */
  public final boolean[] outputsSilent;

  /** What arrives does not reach it. */
  public final boolean[] inputsSilent;

  /** Its {@code v} or {@code value} is held at {@link #heldAt}. */
  public final boolean[] held;

  public final double[] heldAt;

  /** Added to its bias, in the unit of the bias. */
  public final double[] stimulus;

  public Effects(int size) {
    outputsSilent = new boolean[size];
    inputsSilent = new boolean[size];
    held = new boolean[size];
    heldAt = new double[size];
    stimulus = new double[size];
  }

  /** Ends them all. */
  public void clear() {
    Arrays.fill(outputsSilent, false);
    Arrays.fill(inputsSilent, false);
    Arrays.fill(held, false);
    Arrays.fill(stimulus, 0);
  }
}

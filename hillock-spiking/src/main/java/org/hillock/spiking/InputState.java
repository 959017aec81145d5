package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.core.problem.UsageException;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;

/** Inputs: they hold what is presented. */
final class InputState extends GradedState {

  private final double[] frame;
  private boolean stale;

  InputState(LoweredPopulation lowered) {
    super(lowered);
    frame = new double[lowered.size()];
  }

  /**
   * Presents a frame from the next step on.
   *
   * @throws UsageException where it has not one number for each neuron
   */
  void present(float[] row) {
    if (row.length != frame.length) {
      throw new UsageException(
          "a stimulus for '"
              + lowered.name()
              + "' has "
              + row.length
              + " numbers where the population has "
              + frame.length
              + " neurons");
    }
    for (int i = 0; i < row.length; i++) {
      frame[i] = row[i];
    }
    stale = true;
  }

  /** Presents zeros. */
  void presentNothing() {
    Arrays.fill(frame, 0);
    stale = true;
  }

  @Override
  void restartNeurons() {
    presentNothing();
  }

  @Override
  void interventionsChanged() {
    super.interventionsChanged();
    stale = true;
  }

  @Override
  boolean begin(long n) {
    if (!stale) {
      return false;
    }
    stale = false;
    boolean changed = false;
    for (int i = 0; i < frame.length; i++) {
      changed |= become(i, frame[i]);
    }
    return changed;
  }

  @Override
  boolean step(long n) {
    return false;
  }

  @Override
  double[] arrived(String port) {
    throw unknown(port);
  }
}

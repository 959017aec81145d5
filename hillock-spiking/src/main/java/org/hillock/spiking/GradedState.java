package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;

/** A population whose output is numbers. */
abstract sealed class GradedState extends PopulationState
    permits InputState, RateState, EquationRateState {

  final double[] value;
  private boolean due;

  GradedState(LoweredPopulation lowered) {
    super(lowered);
    value = new double[lowered.size()];
  }

  @Override
  void restart(long trial) {
    Arrays.fill(value, 0);
    due = false;
    restartNeurons();
  }

  abstract void restartNeurons();

  @Override
  void interventionsChanged() {
    due = true;
  }

  /** Takes a new value; whether it differs from the old one. */
  final boolean become(int i, double computed) {
    double next = effects.held[i] ? effects.heldAt[i] : computed;
    boolean changed = next != value[i];
    value[i] = next;
    due |= changed;
    return changed;
  }

  /** Whether what it sends may differ from what it last sent; asked once, then false. */
  final boolean takeDue() {
    boolean was = due;
    due = false;
    return was;
  }

  /** What others may see of neuron {@code i}. */
  final double seen(int i) {
    return effects.outputsSilent[i] ? 0 : value[i];
  }

  @Override
  double[] variable(String name) {
    if (name.equals("value")) {
      return value;
    }
    throw unknown(name);
  }
}

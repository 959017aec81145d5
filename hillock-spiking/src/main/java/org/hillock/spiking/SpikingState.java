package org.hillock.spiking;

import org.hillock.spiking.SpikingProgram.LoweredPopulation;

/** A population that makes spikes, with those that it made last. */
abstract sealed class SpikingState extends PopulationState
    permits EquationState, PartedState, PoissonState, SpikeListState {

  private final double[] spikes;
  private final int[] firedNeuron;
  private final int[] firedTimes;
  private int fired;
  private long spikesMade;

  SpikingState(LoweredPopulation lowered) {
    super(lowered);
    spikes = new double[lowered.size()];
    firedNeuron = new int[lowered.size()];
    firedTimes = new int[lowered.size()];
  }

  /** Forgets the spikes made last. */
  final void quiet() {
    for (int k = 0; k < fired; k++) {
      spikes[firedNeuron[k]] = 0;
    }
    fired = 0;
  }

  /** Neuron {@code i} fires; called in the order of the neurons. */
  final void fire(int i, int times) {
    spikes[i] = 1;
    firedNeuron[fired] = i;
    firedTimes[fired] = times;
    fired++;
    spikesMade += times;
  }

  @Override
  final long spikesMade() {
    return spikesMade;
  }

  /** How many different neurons fired last. */
  final int fired() {
    return fired;
  }

  /** The {@code k}-th of them, in ascending order. */
  final int firedNeuron(int k) {
    return firedNeuron[k];
  }

  /** How often it did. */
  final int firedTimes(int k) {
    return firedTimes[k];
  }

  @Override
  final void restart(long trial) {
    quiet();
    spikesMade = 0;
    restartNeurons(trial);
  }

  abstract void restartNeurons(long trial);

  @Override
  double[] variable(String name) {
    if (name.equals("spikes")) {
      return spikes;
    }
    throw unknown(name);
  }

  @Override
  double[] arrived(String port) {
    throw unknown(port);
  }
}

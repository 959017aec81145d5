package org.hillock.spiking;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Philox;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;

/** Poisson sources: every count is drawn at the address (seed and trial, neuron, step). */
final class PoissonState extends SpikingState {

  private final Dynamics.Poisson source;
  private final long seed;
  private long trialSeed;

  PoissonState(LoweredPopulation lowered, Dynamics.Poisson source, long seed) {
    super(lowered);
    this.source = source;
    this.seed = seed;
  }

  @Override
  void restartNeurons(long trial) {
    trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
  }

  @Override
  boolean step(long n) {
    quiet();
    double[] mean = source.meanPerStep();
    for (int i = 0; i < mean.length; i++) {
      if (mean[i] > 0) {
        long neuron = lowered.firstNeuron() + i;
        int count = new Draws(trialSeed, Purpose.SPIKE_SOURCE, neuron, n).poisson(mean[i]);
        if (count > 0) {
          fire(i, count);
        }
      }
    }
    return fired() > 0;
  }
}

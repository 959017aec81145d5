package org.hillock.spiking;

import org.hillock.core.random.Philox;
import org.hillock.core.random.PoissonTable;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Brightness;
import org.hillock.spiking.lowered.Dynamics;

/** Poisson sources: every count is drawn at the address (seed and trial, neuron, step). */
final class PoissonState extends SpikingState {

  private final double[] own;
  private final long seed;
  private PoissonTable[] tables;
  private long trialSeed;

  PoissonState(LoweredPopulation lowered, Dynamics.Poisson source, long seed) {
    super(lowered);
    own = source.meanPerStep();
    tables = Brightness.tables(own);
    this.seed = seed;
  }

  /** Shows a frame, in place of what was shown. */
  void present(float[] frame) {
    tables = Brightness.tables(Brightness.means(lowered.name(), own, frame));
  }

  void presentNothing() {
    tables = Brightness.tables(new double[own.length]);
  }

  @Override
  void restartNeurons(long trial) {
    trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
    tables = Brightness.tables(own);
  }

  @Override
  boolean step(long n) {
    quiet();
    for (int i = 0; i < tables.length; i++) {
      int count = tables[i].count(Philox.sourceWord(trialSeed, lowered.place(), i, n));
      if (count > 0) {
        fire(i, count);
      }
    }
    return fired() > 0;
  }
}

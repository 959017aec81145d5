package org.hillock.spiking;

import org.hillock.core.random.Philox;
import org.hillock.core.random.PoissonTable;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.SourceRates;

/** Poisson sources: every count is drawn at the address (seed and trial, neuron, step). */
final class PoissonState extends SpikingState {

  private final SourceRates rates;
  private final long seed;
  private long trialSeed;

  PoissonState(LoweredPopulation lowered, Dynamics.Poisson source, long seed) {
    super(lowered);
    rates = new SourceRates(lowered.name(), source.meanPerStep());
    this.seed = seed;
  }

  /**
   * Fires at a frame's numbers times the rates of its own from step {@code n} on.
   *
   * @throws org.hillock.core.problem.UsageException as {@link SourceRates#present}
   */
  void present(float[] row, long n) {
    rates.present(row, n, 0);
  }

  /** Fires no more from step {@code n} on. */
  void presentNothing(long n) {
    rates.presentNothing(n, 0);
  }

  @Override
  void restartNeurons(long trial) {
    rates.restart();
    trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
  }

  @Override
  boolean step(long n) {
    quiet();
    PoissonTable[] tables = rates.now();
    for (int i = 0; i < tables.length; i++) {
      int count = tables[i].count(Philox.sourceWord(trialSeed, lowered.place(), i, n));
      if (count > 0) {
        fire(i, count);
      }
    }
    return fired() > 0;
  }
}

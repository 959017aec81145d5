package org.hillock.spiking;

import java.util.HashMap;
import java.util.Map;
import org.hillock.core.random.Philox;
import org.hillock.core.random.PoissonTable;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;

/** Poisson sources: every count is drawn at the address (seed and trial, neuron, step). */
final class PoissonState extends SpikingState {

  private final PoissonTable[] tables;
  private final long seed;
  private long trialSeed;

  PoissonState(LoweredPopulation lowered, Dynamics.Poisson source, long seed) {
    super(lowered);
    Map<Double, PoissonTable> ofMean = new HashMap<>();
    tables = new PoissonTable[source.meanPerStep().length];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = ofMean.computeIfAbsent(source.meanPerStep()[i], PoissonTable::of);
    }
    this.seed = seed;
  }

  @Override
  void restartNeurons(long trial) {
    trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
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

package org.hillock.spiking.parted;

import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.jspecify.annotations.Nullable;

/** Cells with parts while they run, numbered from 0 here. Not thread-safe. */
public interface PartedNeurons {

  /**
   * Back to the initial state.
   *
   * @param trialSeed of all that is drawn from here on
   */
  void restart(long trialSeed);

  /** Adds to what arrives at a port of a cell at the beginning of the next step. */
  void arrive(int port, int cell, double weight);

  /** Says what flows into a cell through electrical synapses during the next step, in pA. */
  void flow(int gap, int cell, double pa);

  /**
   * Goes through one step.
   *
   * @param atStep how spikes name the step
   * @param acts what interventions do; null where nothing
   */
  void step(int atStep, FiredSpikes fired, @Nullable Acts acts);

  /**
   * A cell as it stands, run by itself from here on, to the same bits; this one is left as it is.
   * Interventions are told to it anew.
   *
   * @param share how far it is between its start, 0, and where it stands, 1
   */
  PartedNeurons alone(int cell, double share);

  /** The value of a site of a cell now, in its unit. */
  double value(String site, int cell);
}

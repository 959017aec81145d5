package org.hillock.spiking.block;

import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.Span;
import org.jspecify.annotations.Nullable;

/** The neurons of one population in one block: their state, in arrays named by its variables. */
interface Neurons {

  /** Back to the initial state of a trial. */
  void restart(long trialSeed);

  /**
   * Levels of modulators changed.
   *
   * @param gain of all that arrives
   * @param globals slow numbers that the neurons' program reads
   */
  void heed(double gain, double[] globals);

  /** Adds to what flows into a neuron through electrical synapses during the next step. */
  void flow(int input, int i, double amount);

  /**
   * Goes through the steps of a span.
   *
   * @param acts what interventions do; null where nothing
   */
  void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts);

  /** Brings to 0 what is all but at rest, of the neurons from {@code from} to before {@code to}. */
  void settle(int from, int to);

  /**
   * Whether all neurons from {@code from} to before {@code to} are at rest, and nothing but an
   * arrival can change that.
   */
  boolean rests(int from, int to, int nextStep);

  /**
   * The value of a variable of a neuron, in its unit; v counts from where the neuron settles.
   *
   * @param phase steps since neurons last settled
   */
  double value(String variable, int i, int phase);

  /** Takes {@code steps} off all counters of steps, so that they never overflow. */
  void rebase(int steps);
}

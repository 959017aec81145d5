package org.hillock.spiking.lowered;

/** What the neurons of a population do in a step, lowered: one entry of each array per neuron. */
public sealed interface Dynamics {

  /** Holds what a frame gives it. */
  record Input() implements Dynamics {}

  /**
   * a = f(gain·sum + bias).
   *
   * @param bias plain numbers
   */
  record Rate(Activation activation, double[] bias) implements Dynamics {}

  /** Neurons told by equations. */
  record Equations(org.hillock.spiking.equation.LoweredEquations lowered) implements Dynamics {}

  /** Cells with parts. */
  record Parted(org.hillock.spiking.parted.PartedPopulation cells) implements Dynamics {}

  /**
   * Fires at random.
   *
   * @param meanPerStep spikes expected in a step
   */
  record Poisson(double[] meanPerStep) implements Dynamics {}

  /** Fires at listed times. */
  record SpikeList(SpikeSchedule own) implements Dynamics {}
}

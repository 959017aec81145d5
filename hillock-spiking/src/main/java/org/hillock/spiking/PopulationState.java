package org.hillock.spiking;

import org.hillock.core.network.Network;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.lowered.TimeGrid;
import org.hillock.spiking.terms.Membrane;

/** The state of one population while it runs; its arrays are named by the variables. */
abstract sealed class PopulationState permits SpikingState, GradedState {

  final LoweredPopulation lowered;
  final Effects effects;
  private double gain = 1;
  private long updateTimes;

  PopulationState(LoweredPopulation lowered) {
    this.lowered = lowered;
    this.effects = new Effects(lowered.size());
  }

  static PopulationState of(LoweredPopulation lowered, TimeGrid grid, long seed) {
    return switch (lowered.dynamics()) {
      case Dynamics.Input _ -> new InputState(lowered);
      case Dynamics.Rate rate -> new RateState(lowered, rate);
      case Dynamics.Equations(var equations) when equations.program().output() >= 0 ->
          new EquationRateState(lowered, equations, grid.stepMs(), seed);
      case Dynamics.Equations(var equations) ->
          new EquationState(lowered, equations, grid.stepMs(), seed);
      case Dynamics.Parted(var cells) -> new PartedState(lowered, cells);
      case Dynamics.Poisson source -> new PoissonState(lowered, source, seed);
      case Dynamics.SpikeList source -> new SpikeListState(lowered, source, grid);
    };
  }

  /** Back to the initial state. */
  final void reset(long trial) {
    updateTimes = 0;
    restart(trial);
  }

  abstract void restart(long trial);

  /** What happens at t_n before anything is delivered; whether a neuron fired or changed. */
  boolean begin(long n) {
    return false;
  }

  /** Takes in the arrivals and goes from t_n to t_{n+1}; whether a neuron fired or changed. */
  abstract boolean step(long n);

  /** The values of a variable now. */
  abstract double[] variable(String name);

  /** Where what arrives for a variable is added up; {@code port} is one of its receptors'. */
  abstract double[] arrived(String port);

  /** Which of a neuron's sums takes in what arrives at a port. */
  int slot(String port) {
    throw unknown(port);
  }

  /** A neuron as it stands, to be walked from here; it must be one that something sums up in. */
  Membrane membrane(int neuron, Network network, GainRule gains) {
    throw unknown("v");
  }

  /** Levels of modulators may have changed. */
  void heed(Modulation modulation) {
    gain = modulation.gain(lowered.name());
  }

  /** What modulators scale its sum with. */
  final double gain() {
    return gain;
  }

  /** Interventions on it, or on what it receives, have begun or ended. */
  void interventionsChanged() {}

  /** Whether a port takes numbers that are there all the time, and not what spikes bring. */
  boolean isInput(String port) {
    return false;
  }

  final void noteUpdate() {
    updateTimes++;
  }

  final long updateTimes() {
    return updateTimes;
  }

  /** Spikes since the reset; 0 where it makes none. */
  long spikesMade() {
    return 0;
  }

  final IllegalArgumentException unknown(String variable) {
    return new IllegalArgumentException(
        "population '" + lowered.name() + "' holds no variable '" + variable + "'");
  }
}

package org.hillock.spiking;

import org.hillock.core.network.Network;
import org.hillock.core.random.Philox;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.terms.Membrane;

/** Rate neurons told by equations: their values change by themselves, in every step. */
final class EquationRateState extends GradedState {

  private final EquationNeurons neurons;
  private final long seed;
  private long trialSeed;

  EquationRateState(
      LoweredPopulation lowered, LoweredEquations equations, double stepMs, long seed) {
    super(lowered);
    neurons = new EquationNeurons(lowered, equations, effects, stepMs);
    this.seed = seed;
  }

  @Override
  void restart(long trial) {
    trialSeed = Philox.bits(seed, Purpose.TRIAL, trial, 0, 0);
    super.restart(trial);
  }

  @Override
  void restartNeurons() {
    neurons.restart(trialSeed);
  }

  @Override
  void interventionsChanged() {
    super.interventionsChanged();
    neurons.interventionsChanged();
  }

  @Override
  void heed(Modulation modulation) {
    super.heed(modulation);
    neurons.heed(modulation);
  }

  @Override
  boolean step(long n) {
    neurons.step(n);
    double[] output = neurons.output();
    boolean changed = false;
    for (int i = 0; i < output.length; i++) {
      changed |= become(i, output[i]);
    }
    return changed;
  }

  @Override
  double[] variable(String name) {
    return neurons.knows(name) ? neurons.variable(name) : super.variable(name);
  }

  @Override
  boolean isInput(String port) {
    return neurons.isInput(port);
  }

  @Override
  int slot(String port) {
    return neurons.slot(port);
  }

  @Override
  Membrane membrane(int neuron, Network network, GainRule gains) {
    return neurons.membrane(neuron, network, gains);
  }

  @Override
  double[] arrived(String port) {
    return neurons.arrived(port);
  }
}

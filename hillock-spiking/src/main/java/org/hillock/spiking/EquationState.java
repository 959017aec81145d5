package org.hillock.spiking;

import org.hillock.core.network.Network;
import org.hillock.core.random.Philox;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.terms.Membrane;

/** Spiking neurons told by equations. */
final class EquationState extends SpikingState {

  private final EquationNeurons neurons;
  private final long seed;

  EquationState(LoweredPopulation lowered, LoweredEquations equations, double stepMs, long seed) {
    super(lowered);
    neurons = new EquationNeurons(lowered, equations, effects, stepMs);
    this.seed = seed;
  }

  @Override
  void restartNeurons(long trial) {
    neurons.restart(Philox.bits(seed, Purpose.TRIAL, trial, 0, 0));
  }

  @Override
  void interventionsChanged() {
    neurons.interventionsChanged();
  }

  @Override
  void heed(Modulation modulation) {
    super.heed(modulation);
    neurons.heed(modulation);
  }

  @Override
  boolean step(long n) {
    quiet();
    FiredSpikes fired = neurons.step(n);
    for (int k = 0; k < fired.size(); k++) {
      fire(fired.neuron(k), 1);
    }
    return fired() > 0;
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

package org.hillock.spiking;

import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;

/** Perfect integrators: {@code v} in mV. */
final class PerfectIntegratorState extends SpikingState {

  private final Dynamics.PerfectIntegrator neuron;
  private final double[] v;
  private final double[] arrived;

  PerfectIntegratorState(LoweredPopulation lowered, Dynamics.PerfectIntegrator neuron) {
    super(lowered);
    this.neuron = neuron;
    v = new double[lowered.size()];
    arrived = new double[lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    start(v, neuron.vInitMv());
    zero(arrived);
  }

  @Override
  boolean step(long n) {
    quiet();
    for (int i = 0; i < v.length; i++) {
      double drive = neuron.bias()[i] + effects.stimulus[i];
      double next = v[i] + take(arrived, i) + drive * neuron.stepMs();
      if (effects.held[i]) {
        next = effects.heldAt[i];
      } else if (next >= neuron.vThMv()[i]) {
        fire(i, 1);
        next -= neuron.vThMv()[i] - neuron.vRestMv()[i];
      }
      v[i] = next;
    }
    return fired() > 0;
  }

  @Override
  double[] variable(String name) {
    return name.equals("v") ? v : super.variable(name);
  }

  @Override
  double[] arrived(String port) {
    return port.equals("v") ? arrived : super.arrived(port);
  }
}

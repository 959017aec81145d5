package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;

/** Leaky neurons with delta synapses: {@code v} = u + settled in mV. */
final class LeakyDeltaState extends SpikingState {

  private final Dynamics.LeakyDelta neuron;
  private final double[] u;
  private final double[] v;
  private final double[] arrived;
  private final int[] refractoryLeft;

  LeakyDeltaState(LoweredPopulation lowered, Dynamics.LeakyDelta neuron) {
    super(lowered);
    this.neuron = neuron;
    u = new double[lowered.size()];
    v = new double[lowered.size()];
    arrived = new double[lowered.size()];
    refractoryLeft = new int[lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    start(u, neuron.membrane().init());
    zero(arrived);
    Arrays.fill(refractoryLeft, 0);
  }

  @Override
  boolean step(long n) {
    quiet();
    Dynamics.Membrane membrane = neuron.membrane();
    for (int i = 0; i < u.length; i++) {
      double jump = take(arrived, i);
      double next;
      boolean above = false;
      if (refractoryLeft[i] > 0) {
        // the jump is lost: Brunel 2000
        refractoryLeft[i]--;
        next = membrane.reset()[i];
      } else {
        next = neuron.decay()[i] * (u[i] + jump) + neuron.push()[i] * effects.stimulus[i];
        above = next >= membrane.threshold()[i];
      }
      if (effects.held[i]) {
        next = effects.heldAt[i] - membrane.settledMv()[i];
      } else if (above) {
        fire(i, 1);
        next = membrane.reset()[i];
        refractoryLeft[i] = membrane.refractorySteps()[i];
      }
      u[i] = next;
    }
    if (Settling.after(n)) {
      Settling.settle(u);
    }
    return fired() > 0;
  }

  @Override
  double[] variable(String name) {
    return name.equals("v") ? potentials(neuron.membrane(), u, v) : super.variable(name);
  }

  @Override
  double[] arrived(String port) {
    return port.equals("v") ? arrived : super.arrived(port);
  }
}

package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;

/** Leaky neurons with delta synapses: {@code v} in mV. */
final class LeakyDeltaState extends SpikingState {

  private final Dynamics.LeakyDelta neuron;
  private final double[] v;
  private final double[] arrived;
  private final int[] refractoryLeft;

  LeakyDeltaState(LoweredPopulation lowered, Dynamics.LeakyDelta neuron) {
    super(lowered);
    this.neuron = neuron;
    v = new double[lowered.size()];
    arrived = new double[lowered.size()];
    refractoryLeft = new int[lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    start(v, neuron.membrane().vInitMv());
    zero(arrived);
    Arrays.fill(refractoryLeft, 0);
  }

  @Override
  boolean step(long n) {
    quiet();
    Dynamics.Membrane membrane = neuron.membrane();
    for (int i = 0; i < v.length; i++) {
      double jump = take(arrived, i);
      double next;
      boolean above = false;
      if (refractoryLeft[i] > 0) {
        // the jump is lost: Brunel 2000
        refractoryLeft[i]--;
        next = membrane.vResetMv()[i];
      } else {
        next =
            neuron.decay()[i] * (v[i] + jump)
                + neuron.drift()[i]
                + neuron.push()[i] * effects.stimulus[i];
        above = next >= membrane.vThMv()[i];
      }
      if (effects.held[i]) {
        next = effects.heldAt[i];
      } else if (above) {
        fire(i, 1);
        next = membrane.vResetMv()[i];
        refractoryLeft[i] = membrane.refractorySteps()[i];
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
  double[] arrivedAtLeast0() {
    return arrived;
  }
}

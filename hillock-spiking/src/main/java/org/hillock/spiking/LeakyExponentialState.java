package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;

/**
 * Leaky neurons with exponential currents: {@code v} in mV, {@code i_exc} and {@code i_inh} in pA.
 *
 * <p>Weights of at least 0 go to the one current, weights below 0 to the other.
 */
final class LeakyExponentialState extends SpikingState {

  private final Dynamics.LeakyExponential neuron;
  private final double[] v;
  private final double[] iExc;
  private final double[] iInh;
  private final double[] arrivedExc;
  private final double[] arrivedInh;
  private final int[] refractoryLeft;

  LeakyExponentialState(LoweredPopulation lowered, Dynamics.LeakyExponential neuron) {
    super(lowered);
    this.neuron = neuron;
    v = new double[lowered.size()];
    iExc = new double[lowered.size()];
    iInh = new double[lowered.size()];
    arrivedExc = new double[lowered.size()];
    arrivedInh = new double[lowered.size()];
    refractoryLeft = new int[lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    start(v, neuron.membrane().vInitMv());
    zero(iExc);
    zero(iInh);
    zero(arrivedExc);
    zero(arrivedInh);
    Arrays.fill(refractoryLeft, 0);
  }

  @Override
  boolean step(long n) {
    quiet();
    Dynamics.Membrane membrane = neuron.membrane();
    for (int i = 0; i < v.length; i++) {
      double exc = iExc[i] + take(arrivedExc, i);
      double inh = iInh[i] + take(arrivedInh, i);
      iExc[i] = neuron.decayExc()[i] * exc;
      iInh[i] = neuron.decayInh()[i] * inh;
      double next;
      boolean above = false;
      if (refractoryLeft[i] > 0) {
        refractoryLeft[i]--;
        next = membrane.vResetMv()[i];
      } else {
        next = relax(i, exc, inh);
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

  private double relax(int i, double exc, double inh) {
    return neuron.decay()[i] * v[i]
        + neuron.fromExc()[i] * exc
        + neuron.fromInh()[i] * inh
        + neuron.drift()[i]
        + neuron.push()[i] * effects.stimulus[i];
  }

  @Override
  double[] variable(String name) {
    return switch (name) {
      case "v" -> v;
      case "i_exc" -> iExc;
      case "i_inh" -> iInh;
      default -> super.variable(name);
    };
  }

  @Override
  double[] arrivedAtLeast0() {
    return arrivedExc;
  }

  @Override
  double[] arrivedBelow0() {
    return arrivedInh;
  }
}

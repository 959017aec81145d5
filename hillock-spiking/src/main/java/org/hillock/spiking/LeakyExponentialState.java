package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;

/**
 * Leaky neurons with exponential currents: {@code v} = u + settled in mV, {@code i_exc} and {@code
 * i_inh} in pA.
 */
final class LeakyExponentialState extends SpikingState {

  private final Dynamics.LeakyExponential neuron;
  private final double[] u;
  private final double[] v;
  private final double[] iExc;
  private final double[] iInh;
  private final double[] arrivedExc;
  private final double[] arrivedInh;
  private final int[] refractoryLeft;

  LeakyExponentialState(LoweredPopulation lowered, Dynamics.LeakyExponential neuron) {
    super(lowered);
    this.neuron = neuron;
    u = new double[lowered.size()];
    v = new double[lowered.size()];
    iExc = new double[lowered.size()];
    iInh = new double[lowered.size()];
    arrivedExc = new double[lowered.size()];
    arrivedInh = new double[lowered.size()];
    refractoryLeft = new int[lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    start(u, neuron.membrane().init());
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
    for (int i = 0; i < u.length; i++) {
      double exc = iExc[i] + take(arrivedExc, i);
      double inh = iInh[i] + take(arrivedInh, i);
      iExc[i] = neuron.decayExc()[i] * exc;
      iInh[i] = neuron.decayInh()[i] * inh;
      double next;
      boolean above = false;
      if (refractoryLeft[i] > 0) {
        refractoryLeft[i]--;
        next = membrane.reset()[i];
      } else {
        next = relax(i, exc, inh);
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
      Settling.settle(iExc);
      Settling.settle(iInh);
    }
    return fired() > 0;
  }

  private double relax(int i, double exc, double inh) {
    return neuron.decay()[i] * u[i]
        + neuron.fromExc()[i] * exc
        + neuron.fromInh()[i] * inh
        + neuron.push()[i] * effects.stimulus[i];
  }

  @Override
  double[] variable(String name) {
    return switch (name) {
      case "v" -> potentials(neuron.membrane(), u, v);
      case "i_exc" -> iExc;
      case "i_inh" -> iInh;
      default -> super.variable(name);
    };
  }

  @Override
  double[] arrived(String port) {
    return switch (port) {
      case "i_exc" -> arrivedExc;
      case "i_inh" -> arrivedInh;
      default -> super.arrived(port);
    };
  }
}

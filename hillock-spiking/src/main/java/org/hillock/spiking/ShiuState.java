package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;

/**
 * Cells of the whole-brain fly model (Shiu et al. 2024, doi 10.1038/s41586-024-07763-9): {@code v}
 * = u + settled and {@code g}, both in mV.
 */
final class ShiuState extends SpikingState {

  private final Dynamics.Shiu neuron;
  private final double[] u;
  private final double[] v;
  private final double[] g;
  private final double[] arrivedAtG;
  private final double[] arrivedDirect;
  private final int[] refractoryLeft;

  ShiuState(LoweredPopulation lowered, Dynamics.Shiu neuron) {
    super(lowered);
    this.neuron = neuron;
    u = new double[lowered.size()];
    v = new double[lowered.size()];
    g = new double[lowered.size()];
    arrivedAtG = new double[lowered.size()];
    arrivedDirect = new double[lowered.size()];
    refractoryLeft = new int[lowered.size()];
  }

  @Override
  void restartNeurons(long trial) {
    start(u, neuron.membrane().init());
    zero(g);
    zero(arrivedAtG);
    zero(arrivedDirect);
    Arrays.fill(refractoryLeft, 0);
  }

  @Override
  boolean step(long n) {
    quiet();
    Dynamics.Membrane membrane = neuron.membrane();
    for (int i = 0; i < u.length; i++) {
      // taken out in any case: what arrives while the neuron is refractory is lost
      double charge = take(arrivedAtG, i);
      double jump = take(arrivedDirect, i);
      double next;
      boolean above = false;
      if (refractoryLeft[i] > 0) {
        refractoryLeft[i]--;
        next = membrane.reset()[i];
      } else {
        next = relax(i, u[i] + jump, g[i] + charge);
        g[i] = neuron.decayG()[i] * (g[i] + charge);
        above = next >= membrane.threshold()[i];
      }
      if (effects.held[i]) {
        next = effects.heldAt[i] - membrane.settledMv()[i];
      } else if (above) {
        fire(i, 1);
        next = membrane.reset()[i];
        g[i] = 0;
        refractoryLeft[i] = membrane.refractorySteps()[i];
      }
      u[i] = next;
    }
    if (Settling.after(n)) {
      Settling.settle(u);
      Settling.settle(g);
    }
    return fired() > 0;
  }

  private double relax(int i, double potential, double drive) {
    return neuron.decay()[i] * potential
        + neuron.fromG()[i] * drive
        + neuron.push()[i] * effects.stimulus[i];
  }

  @Override
  double[] variable(String name) {
    return switch (name) {
      case "v" -> potentials(neuron.membrane(), u, v);
      case "g" -> g;
      default -> super.variable(name);
    };
  }

  @Override
  double[] arrived(String port) {
    return switch (port) {
      case "g" -> arrivedAtG;
      case "v" -> arrivedDirect;
      default -> super.arrived(port);
    };
  }
}

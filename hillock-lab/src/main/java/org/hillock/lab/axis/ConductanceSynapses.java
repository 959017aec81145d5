package org.hillock.lab.axis;

import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Synapses;

/**
 * What synapses that open conductances add to the sum of a cell, were its potential always where a
 * spike leaves it: in truth they add the less the nearer it is to their reversal potential.
 *
 * <p>Known are cells whose parameters are named as those of {@code lif-cond}: reversal potentials
 * {@code e_exc} and {@code e_inh}, time constants {@code tau_exc} and {@code tau_inh}, and either a
 * capacitance {@code c_m} or, where conductances are shares of the leak, {@code tau_m}.
 */
final class ConductanceSynapses {

  /** What adaptation adds to the threshold. */
  private static final String ADAPTATION = "theta_0";

  private final Network network;

  ConductanceSynapses(Network network) {
    this.network = network;
  }

  /** Whether a population's synapses are such. */
  static boolean has(Population p) {
    boolean driven =
        is(p, "e_exc", Dimension.VOLTAGE)
            && is(p, "tau_exc", Dimension.TIME)
            && is(p, "v_reset", Dimension.VOLTAGE);
    boolean inhibited = p.model().parameter("e_inh").isEmpty() || is(p, "tau_inh", Dimension.TIME);
    return driven && inhibited && (relative(p) || p.model().parameter("c_m").isPresent());
  }

  /** Whether conductances are counted in those of the leak. */
  private static boolean relative(Population p) {
    return is(p, "tau_m", Dimension.TIME);
  }

  private static boolean is(Population p, String parameter, Dimension dimension) {
    return p.model()
        .parameter(parameter)
        .filter(s -> s.standard().unit().dimension().equals(dimension))
        .isPresent();
  }

  /** What one event at each synapse adds to the potential in all, in mV. */
  double[] of(Population p, Synapses synapses) {
    double[] reset = param(p, "v_reset", Unit.MV);
    double[] slow = relative(p) ? param(p, "tau_m", Unit.MS) : param(p, "c_m", Unit.PF);
    double[] excitation = charge(p, "exc", reset);
    double[] inhibition =
        p.model().parameter("e_inh").isPresent() ? charge(p, "inh", reset) : excitation;
    double[] carried = synapses.weight().clone();
    for (int k = 0; k < carried.length; k++) {
      int post = synapses.post()[k];
      double force = carried[k] >= 0 ? excitation[post] : inhibition[post];
      carried[k] = Math.abs(carried[k]) * force / slow[post];
    }
    return carried;
  }

  /** Of a conductance of 1: its time constant times the way to its reversal potential. */
  private double[] charge(Population p, String kind, double[] reset) {
    double[] tau = param(p, "tau_" + kind, Unit.MS);
    double[] reversal = param(p, "e_" + kind, Unit.MV);
    for (int n = 0; n < tau.length; n++) {
      tau[n] *= reversal[n] - reset[n];
    }
    return tau;
  }

  /** Turns a drive in mV/ms into the rate of a perfect integrator. */
  double[] toRate(Population p, double[] threshold, double[] reset) {
    double[] adapted =
        is(p, ADAPTATION, Dimension.VOLTAGE) ? param(p, ADAPTATION, Unit.MV) : new double[p.size()];
    double[] factor = new double[p.size()];
    for (int n = 0; n < factor.length; n++) {
      factor[n] = 1 / (threshold[n] + adapted[n] - reset[n]);
    }
    return factor;
  }

  private double[] param(Population p, String name, Unit unit) {
    return Parameters.of(network, p, name, unit);
  }
}

package org.hillock.lab.axis;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.network.Shape;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Synapses;
import org.hillock.lab.decide.Activities;

/**
 * The sum Σ w·a + b of every neuron, worked out from what its sources were seen to do and from the
 * weights, in the unit of its output: a plain number, or for a spiking neuron the rate in spikes
 * per ms that the sum alone would drive a perfect integrator to.
 */
final class HillockSum {

  private final Subject subject;
  private final Activities activities;
  private final ConductanceSynapses conductances;

  /**
   * Sums of one run.
   *
   * @param activities by population: [image][neuron]
   */
  HillockSum(Subject subject, Activities activities) {
    this.subject = subject;
    this.activities = activities;
    conductances = new ConductanceSynapses(subject.network());
  }

  /**
   * Why the neurons of a population have no sum that could be worked out, as part of a sentence.
   */
  static Optional<String> refuses(Network network, Population p) {
    if (p.model().family() == NeuronModel.Family.SPIKING
        && !(inVolts(p, "v_th") && inVolts(p, low(p)))) {
      return Optional.of(
          "because neurons of model '"
              + p.neuron()
              + "' state no v_th and v_reset between which a sum could drive them");
    }
    if (p.model().family() == NeuronModel.Family.RATE
        && p.model().takesSynapses()
        && RateFunction.of(p.neuron()).isEmpty()) {
      return Optional.of(
          "because neurons of model '"
              + p.neuron()
              + "' follow equations of their own in time and send no function of one sum");
    }
    if (p.neuron().equals(RateFunction.PRODUCT.model())) {
      return Optional.of(
          "because neurons of population '" + p.name() + "' send the product of two sums");
    }
    for (Projection in : network.into(p.name())) {
      if (in.connectivity() instanceof Pooling pooling && pooling.kind() == Pooling.Kind.MAX) {
        return Optional.of(
            "because projection '"
                + in.name()
                + "' takes the largest of what it carries, which is no weighted sum");
      }
      if (in.passes() > 0) {
        return Optional.of(
            "because projection '"
                + in.name()
                + "' carries what was sent in a pass before the one that was watched");
      }
    }
    return Optional.empty();
  }

  private static boolean inVolts(Population p, String parameter) {
    return p.model()
        .parameter(parameter)
        .filter(s -> s.standard().unit().dimension().equals(Dimension.VOLTAGE))
        .isPresent();
  }

  private static String low(Population p) {
    return p.model().parameter("v_reset").isPresent() ? "v_reset" : "v_rest";
  }

  /** The sums of a population: [image][neuron]. */
  double[][] of(Population p) {
    int images = activities.images();
    double gain = subject.network().gain(p.name());
    double[][] sum = new double[images][p.size()];
    for (Projection projection : subject.network().into(p.name())) {
      Synapses synapses = subject.synapses(projection);
      double[][] source = activities.of(projection.from());
      double[] carried =
          ConductanceSynapses.has(p) ? conductances.of(p, synapses) : carriedPerEvent(p, synapses);
      for (int i = 0; i < images; i++) {
        Shape shape = subject.network().population(projection.from()).shape();
        double[] heard = projection.normalisation().of(source[i], shape);
        for (int k = 0; k < synapses.count(); k++) {
          sum[i][synapses.post()[k]] += gain * carried[k] * heard[synapses.pre()[k]];
        }
      }
    }
    double[] bias = Parameters.bias(subject.network(), p);
    double[] toRate = toRate(p);
    for (double[] row : sum) {
      for (int n = 0; n < row.length; n++) {
        row[n] = (row[n] + bias[n]) * toRate[n];
      }
    }
    return sum;
  }

  /**
   * What the neurons of a population would send if they were their nonlinearity of the sum alone:
   * rectified where they have none, as a neuron cannot fire less than never.
   */
  static double[][] throughNonlinearity(Network network, Population p, double[][] sums) {
    RateFunction function = RateFunction.of(p.neuron()).orElse(RateFunction.RELU);
    List<double[]> parameters =
        p.model().family() == NeuronModel.Family.RATE
            ? RateFunction.parameters(network, p)
            : List.of();
    double[][] bent = new double[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      bent[i] = function.of(sums[i], parameters);
    }
    return bent;
  }

  /** What one event at each synapse adds in all: a jump, or a current times its time constant. */
  private double[] carriedPerEvent(Population p, Synapses synapses) {
    double[] carried = synapses.weight().clone();
    if (p.model().parameter("tau_exc").isPresent()) {
      double[] excitatory = param(p, "tau_exc", Unit.MS);
      double[] inhibitory = param(p, "tau_inh", Unit.MS);
      for (int k = 0; k < carried.length; k++) {
        int post = synapses.post()[k];
        carried[k] *= carried[k] >= 0 ? excitatory[post] : inhibitory[post];
      }
    }
    return carried;
  }

  /** Turns a drive (mV/ms or pA) into the rate of a perfect integrator; 1 for rate neurons. */
  private double[] toRate(Population p) {
    double[] factor = new double[p.size()];
    java.util.Arrays.fill(factor, 1);
    if (p.model().family() != NeuronModel.Family.SPIKING) {
      return factor;
    }
    double[] threshold = param(p, "v_th", Unit.MV);
    double[] reset = param(p, low(p), Unit.MV);
    if (ConductanceSynapses.has(p)) {
      return conductances.toRate(p, threshold, reset);
    }
    boolean current = p.model().parameter("c_m").isPresent();
    double[] capacitance = current ? param(p, "c_m", Unit.PF) : factor.clone();
    for (int n = 0; n < factor.length; n++) {
      factor[n] = 1 / ((threshold[n] - reset[n]) * capacitance[n]);
    }
    return factor;
  }

  private double[] param(Population p, String name, Unit unit) {
    return Parameters.of(subject.network(), p, name, unit);
  }
}

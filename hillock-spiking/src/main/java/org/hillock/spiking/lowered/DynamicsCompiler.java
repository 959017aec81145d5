package org.hillock.spiking.lowered;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.spiking.lowered.Dynamics.Membrane;

/** Lowers the parameters of one population to the numbers that its steps need. */
public final class DynamicsCompiler {

  /** The neuron models that this engine runs. */
  public static final List<String> MODELS =
      List.of(
          "input",
          "identity",
          "sigmoid",
          "tanh",
          "relu",
          "softmax",
          "step",
          "if",
          "lif-delta",
          "lif-exp",
          "lif-shiu",
          "poisson",
          "spike-list");

  /** Ever refractory: more steps than a counter of them leaves room for. */
  private static final int MOST_REFRACTORY_STEPS = 1 << 29;

  /** A faster source is a current, not a train of spikes. */
  private static final int MOST_PER_STEP = 1000;

  private final Network network;
  private final TimeGrid grid;
  private final Population population;
  private final int size;

  public DynamicsCompiler(Network network, TimeGrid grid, Population population) {
    this.network = network;
    this.grid = grid;
    this.population = population;
    this.size = population.size();
  }

  public Dynamics lower() {
    return switch (population.neuron()) {
      case "input" -> new Dynamics.Input();
      case "identity" -> rate(Activation.IDENTITY);
      case "sigmoid" -> rate(Activation.SIGMOID);
      case "tanh" -> rate(Activation.TANH);
      case "relu" -> rate(Activation.RELU);
      case "softmax" -> rate(Activation.SOFTMAX);
      case "step" -> rate(Activation.STEP);
      case "poisson" -> poisson();
      case "spike-list" -> spikeList();
      default -> new Dynamics.Equations(new EquationLowering(network, grid, population).lower());
    };
  }

  private Dynamics rate(Activation activation) {
    return new Dynamics.Rate(activation, bias());
  }

  private Dynamics perfectIntegrator() {
    double[] rest = param("v_rest", Unit.MV);
    double[] threshold = param("v_th", Unit.MV);
    checkAbove(threshold, "v_rest", rest);
    return new Dynamics.PerfectIntegrator(
        rest, threshold, param("v_init", Unit.MV), bias(), grid.stepMs());
  }

  private Dynamics leakyDelta() {
    double[] tau = param("tau_m", Unit.MS);
    double[] settled = param("v_rest", Unit.MV);
    double[] bias = bias();
    double[] decay = new double[size];
    double[] push = new double[size];
    for (int i = 0; i < size; i++) {
      decay[i] = StrictMath.exp(-grid.stepMs() / tau[i]);
      push[i] = -StrictMath.expm1(-grid.stepMs() / tau[i]) * tau[i];
      settled[i] += bias[i] * tau[i];
    }
    return new Dynamics.LeakyDelta(membrane(settled), decay, push);
  }

  private Dynamics leakyExponential() {
    double[] tau = param("tau_m", Unit.MS);
    double[] capacitance = param("c_m", Unit.PF);
    double[] settled = param("v_rest", Unit.MV);
    double[] tauExc = param("tau_exc", Unit.MS);
    double[] tauInh = param("tau_inh", Unit.MS);
    double[] bias = bias();
    double[][] lowered = new double[6][size];
    for (int i = 0; i < size; i++) {
      double resistance = tau[i] / capacitance[i];
      double lost = -StrictMath.expm1(-grid.stepMs() / tau[i]);
      lowered[0][i] = StrictMath.exp(-grid.stepMs() / tau[i]);
      lowered[1][i] = StrictMath.exp(-grid.stepMs() / tauExc[i]);
      lowered[2][i] = StrictMath.exp(-grid.stepMs() / tauInh[i]);
      lowered[3][i] = chargedBy(tau[i], tauExc[i]) / capacitance[i];
      lowered[4][i] = chargedBy(tau[i], tauInh[i]) / capacitance[i];
      lowered[5][i] = lost * resistance;
      settled[i] += bias[i] * resistance;
    }
    return new Dynamics.LeakyExponential(
        membrane(settled), lowered[0], lowered[1], lowered[2], lowered[3], lowered[4], lowered[5]);
  }

  private Dynamics shiu() {
    double[] tau = param("tau_m", Unit.MS);
    double[] settled = param("v_rest", Unit.MV);
    double[] tauSyn = param("tau_syn", Unit.MS);
    double[] bias = bias();
    double[][] lowered = new double[4][size];
    for (int i = 0; i < size; i++) {
      lowered[0][i] = StrictMath.exp(-grid.stepMs() / tau[i]);
      lowered[1][i] = StrictMath.exp(-grid.stepMs() / tauSyn[i]);
      lowered[2][i] = chargedBy(tau[i], tauSyn[i]) / tau[i];
      lowered[3][i] = -StrictMath.expm1(-grid.stepMs() / tau[i]) * tau[i];
      settled[i] += bias[i] * tau[i];
    }
    Membrane membrane = membrane(settled);
    for (int i = 0; i < size; i++) {
      membrane.threshold()[i] = Math.nextUp(membrane.threshold()[i]);
    }
    return new Dynamics.Shiu(membrane, lowered[0], lowered[1], lowered[2], lowered[3]);
  }

  /**
   * ∫ exp(-(dt-s)/tauM) exp(-s/tauSyn) ds over a step, in ms: the difference of the two
   * exponentials over the difference of the two rates. Written with (exp(x) - 1)/x, which is 1 at x
   * = 0, it loses no digits where the time constants are near each other or equal; the slower
   * exponential stands before it, so that x <= 0 and nothing overflows.
   */
  private double chargedBy(double tauM, double tauSyn) {
    double step = grid.stepMs();
    double x = -Math.abs(step / tauM - step / tauSyn);
    double slower = StrictMath.exp(-step / Math.max(tauM, tauSyn));
    return slower * step * (x == 0 ? 1 : StrictMath.expm1(x) / x);
  }

  private Membrane membrane(double[] settled) {
    double[] threshold = param("v_th", Unit.MV);
    double[] reset = param("v_reset", Unit.MV);
    checkAbove(threshold, "v_reset", reset);
    double[] init = param("v_init", Unit.MV);
    double[] refractory = param("t_ref", Unit.MS);
    int[] steps = new int[size];
    for (int i = 0; i < size; i++) {
      String what = "populations." + population.name() + ".params.t_ref: neuron " + i + ":";
      steps[i] = (int) Math.min(MOST_REFRACTORY_STEPS, grid.nearest(what, refractory[i]));
      threshold[i] -= settled[i];
      reset[i] -= settled[i];
      init[i] -= settled[i];
    }
    return new Membrane(settled, threshold, reset, init, steps);
  }

  private Dynamics poisson() {
    double[] mean = meanPerStep(network, population, grid.stepMs());
    for (int i = 0; i < size; i++) {
      if (mean[i] > MOST_PER_STEP) {
        throw new UsageException(
            "populations." + population.name() + ".params.rate",
            "neuron "
                + i
                + ": "
                + Quantity.text(mean[i])
                + " spikes in a step are more than "
                + MOST_PER_STEP);
      }
    }
    return new Dynamics.Poisson(mean);
  }

  /** Spikes that each source of a Poisson population is expected to make in a step. */
  static double[] meanPerStep(Network network, Population sources, double stepMs) {
    double[] mean = Parameters.of(network, sources, "rate", Unit.HZ);
    for (int i = 0; i < mean.length; i++) {
      mean[i] *= stepMs / 1000;
    }
    return mean;
  }

  private Dynamics spikeList() {
    return new Dynamics.SpikeList(
        SpikeSchedule.of(population.name(), population.spikeTimes(), grid, 0, 0));
  }

  /** Lists and distributions can break for one neuron what holds for the population. */
  private void checkAbove(double[] threshold, String below, double[] low) {
    for (int i = 0; i < size; i++) {
      if (!(threshold[i] > low[i])) {
        throw new UsageException(
            "populations." + population.name() + ".params.v_th",
            "neuron "
                + i
                + ": "
                + Quantity.text(threshold[i])
                + " mV is not above "
                + below
                + " "
                + Quantity.text(low[i])
                + " mV");
      }
    }
  }

  private double[] param(String name, Unit unit) {
    return Parameters.of(network, population, name, unit);
  }

  private double[] bias() {
    return Parameters.bias(network, population);
  }
}

package org.hillock.spiking.lowered;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.spiking.parted.PartedLowering;

/** Lowers the parameters of one population to the numbers that its steps need. */
public final class DynamicsCompiler {

  /** The neuron models without equations that these engines run. */
  public static final List<String> MODELS =
      List.of(
          "input",
          "identity",
          "sigmoid",
          "tanh",
          "relu",
          "softmax",
          "step",
          "poisson",
          "spike-list");

  /** A faster source is a current, not a train of spikes. */
  private static final int MOST_PER_STEP = SourceRates.MOST_PER_STEP;

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
    if (population.model().cell().isPresent()) {
      return new Dynamics.Parted(PartedLowering.lowered(network, population, grid.stepMs()));
    }
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

  private double[] bias() {
    return Parameters.bias(network, population);
  }
}

package org.hillock.core.wiring;

import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;

/** Lays out the bias of a population, so that every engine draws the same numbers for it. */
public final class Biases {

  private Biases() {}

  /**
   * The bias of every neuron, in the unit of its model's bias (1, mV/ms or pA); 0 where the
   * population states none.
   *
   * <p>What is drawn depends on the network's seed, the place of the population in the network and
   * the number of the neuron.
   */
  public static double[] of(Network network, Population population) {
    if (population.bias().isEmpty()) {
      return new double[population.size()];
    }
    return population
        .bias()
        .get()
        .resolve(
            population.size(),
            unit(population),
            network.seed(),
            Purpose.PARAMETER,
            indexOf(network, population));
  }

  private static Unit unit(Population population) {
    Dimension dimension = population.model().biasDimension().orElseThrow();
    if (dimension.equals(Dimension.VOLTAGE_RATE)) {
      return Unit.MV_PER_MS;
    }
    return dimension.equals(Dimension.CURRENT) ? Unit.PA : Unit.NONE;
  }

  private static long indexOf(Network network, Population population) {
    long i = 0;
    for (String name : network.populations().keySet()) {
      if (name.equals(population.name())) {
        return i;
      }
      i++;
    }
    throw new IllegalArgumentException("population '" + population.name() + "' is not in it");
  }
}

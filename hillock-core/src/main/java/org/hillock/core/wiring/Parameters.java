package org.hillock.core.wiring;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;

/**
 * Lays out the parameters and biases of a population, one number for each neuron, so that every
 * engine draws the same ones.
 *
 * <p>What is drawn depends on the network's seed, the places of the population in the network and
 * of the parameter in its model, and the number of the neuron.
 */
public final class Parameters {

  /** Keeps these addresses apart from those that {@link Wiring} draws degrees at. */
  private static final long FIRST_ADDRESS = 1L << 32;

  /** Room for the parameters of one population; degrees and bias come last. */
  private static final int PER_POPULATION = 64;

  /** Where the parameters of a population are drawn that are beyond that room. */
  private static final long MANY_ADDRESSES = 1L << 40;

  private static final long MANY_PER_POPULATION = 1024;

  private Parameters() {}

  /**
   * A parameter of every neuron, in {@code unit}.
   *
   * @throws java.util.NoSuchElementException where the model has no such parameter
   */
  public static double[] of(Network network, Population population, String name, Unit unit) {
    List<String> names = population.model().parameters().stream().map(ParameterSpec::name).toList();
    return population
        .param(name)
        .resolve(
            population.size(),
            unit,
            network.seed(),
            Purpose.PARAMETER,
            address(network, population, names.indexOf(name)));
  }

  /** Parameters beyond those that fit beside bias and degrees have addresses of their own. */
  private static long address(Network network, Population population, int number) {
    return number < PER_POPULATION - 3
        ? firstAddress(network, population) + number
        : MANY_ADDRESSES + MANY_PER_POPULATION * place(network, population) + number;
  }

  /** The bias of every neuron in {@link #biasUnit}; 0 where the population states none. */
  public static double[] bias(Network network, Population population) {
    if (population.bias().isEmpty()) {
      return new double[population.size()];
    }
    return population
        .bias()
        .get()
        .resolve(
            population.size(),
            biasUnit(population),
            network.seed(),
            Purpose.PARAMETER,
            firstAddress(network, population) + PER_POPULATION - 1);
  }

  /** The unit that biases of a population are laid out in, such as 1, mV/ms or pA; coherent. */
  public static Unit biasUnit(Population population) {
    return Unit.coherent(population.model().biasDimension().orElse(Dimension.NONE));
  }

  /** Where the numbers that a population sends in proportion to are drawn. */
  static long outDegreeAddress(Network network, Population population) {
    return firstAddress(network, population) + PER_POPULATION - 2;
  }

  /** Where the numbers that a population receives in proportion to are drawn. */
  static long inDegreeAddress(Network network, Population population) {
    return firstAddress(network, population) + PER_POPULATION - 3;
  }

  private static long firstAddress(Network network, Population population) {
    return FIRST_ADDRESS + (long) PER_POPULATION * place(network, population);
  }

  private static int place(Network network, Population population) {
    int place = List.copyOf(network.populations().keySet()).indexOf(population.name());
    if (place < 0) {
      throw new IllegalArgumentException("population '" + population.name() + "' is not in it");
    }
    return place;
  }
}

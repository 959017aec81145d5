package org.hillock.core.training;

/** Hears what every neuron does while a rule trains. */
@FunctionalInterface
public interface Witness {

  /**
   * A neuron did something.
   *
   * @param population its population
   * @param neuron its number there
   * @param what the time of a spike in ms since training began, or the value of a neuron that does
   *     not spike; those of one neuron come in order
   */
  void saw(String population, int neuron, double what);
}

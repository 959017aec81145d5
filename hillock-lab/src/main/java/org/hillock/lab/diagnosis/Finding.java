package org.hillock.lab.diagnosis;

import java.util.List;

/**
 * Something wrong with a population.
 *
 * @param sign what
 * @param population its name
 * @param neurons those concerned, the first {@value #MOST_NAMED}; empty where it is all of them
 * @param concerned how many in all
 * @param of neurons of the population
 * @param evidence how it was measured
 * @param cause in the network's own names, sentences
 * @param remedies what was tried, in that order
 */
public record Finding(
    Sign sign,
    String population,
    List<Integer> neurons,
    int concerned,
    int of,
    Evidence evidence,
    String cause,
    List<Remedy> remedies) {

  /** Neurons that are named singly. */
  public static final int MOST_NAMED = 20;

  public Finding {
    neurons = List.copyOf(neurons);
    remedies = List.copyOf(remedies);
  }

  /** All neurons of a population. */
  static Finding ofAll(
      Sign sign, String name, int size, Evidence evidence, String cause, List<Remedy> remedies) {
    return new Finding(sign, name, List.of(), size, size, evidence, cause, remedies);
  }
}

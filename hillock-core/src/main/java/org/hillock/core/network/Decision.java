package org.hillock.core.network;

import java.util.List;

/** How an answer (a class) is read from a network. */
public sealed interface Decision {

  /** The index of the largest value in a rate population. */
  record LargestValue(String population) implements Decision {}

  /**
   * The index of the neuron of a spiking population that fired most since the input came, where
   * equal the one with the higher membrane potential.
   */
  record MostSpikes(String population) implements Decision {}

  /**
   * Forward-Forward: each label in turn is shown on {@code labels} as one 1 among zeros, and the
   * label is taken under which the goodness (mean square of the values, summed over {@code
   * populations}) is largest (Hinton 2022, arXiv:2212.13345).
   */
  record LargestGoodness(String labels, List<String> populations) implements Decision {
    public LargestGoodness {
      populations = List.copyOf(populations);
    }
  }
}

package org.hillock.core.network;

import java.util.List;
import org.hillock.core.quantity.Quantity;

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
   * The class whose neurons of a spiking population fired most, on average over those that have its
   * label, from the onset of the image to the end of a window; where equal, or where none fired,
   * the lowest class. Neurons that learn without labels are labelled afterwards by the class that
   * they answer to most (Diehl and Cook 2015, doi 10.3389/fncom.2015.00099).
   *
   * @param classes how many answers there are
   * @param window how long an image is looked at
   * @param step that the network is to be run with
   * @param labels the class of each neuron, {@link #UNLABELLED} for one that has none; empty before
   *     the neurons are labelled
   */
  record Votes(String population, int classes, Quantity window, Quantity step, List<Integer> labels)
      implements Decision {

    /** In place of the class of a neuron that has none. */
    public static final int UNLABELLED = -1;

    public Votes {
      labels = List.copyOf(labels);
    }

    /** The same with these labels. */
    public Votes withLabels(List<Integer> newLabels) {
      return new Votes(population, classes, window, step, newLabels);
    }
  }

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

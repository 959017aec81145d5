package org.hillock.onnx.read;

import java.util.List;

/**
 * An input or output of the graph and the population that stands for it.
 *
 * @param value name in the graph
 * @param population name in the network
 * @param dims extents of one input, its batch axis included
 * @param neurons of each element, last axis fastest, the neuron's number
 */
public record Port(String value, String population, List<Integer> dims, List<Integer> neurons) {

  public Port {
    dims = List.copyOf(dims);
    neurons = List.copyOf(neurons);
  }

  /** Numbers of a graph's tensor in the order of the population's neurons. */
  public double[] toNeurons(double[] elements) {
    double[] all = new double[elements.length];
    for (int i = 0; i < elements.length; i++) {
      all[neurons.get(i)] = elements[i];
    }
    return all;
  }

  /** Numbers of the population's neurons in the order of the graph's tensor. */
  public double[] toElements(double[] values) {
    double[] all = new double[neurons.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[neurons.get(i)];
    }
    return all;
  }
}

package org.hillock.onnx.write;

import java.util.List;
import org.hillock.core.network.Shape;

/**
 * How a population lies in a value of the graph: a sheet as [batch, channels, height, width], all
 * others as [batch, neurons].
 */
record Layout(Shape shape) {

  boolean isSheet() {
    return shape.extents().size() == 3;
  }

  /** Extents without the batch. */
  long[] dims() {
    if (!isSheet()) {
      return new long[] {shape.size()};
    }
    List<Integer> e = shape.extents();
    return new long[] {e.get(2), e.get(0), e.get(1)};
  }

  /** The place, among the value's elements, of a neuron. */
  int element(int neuron) {
    if (!isSheet()) {
      return neuron;
    }
    int places = shape.extents().get(0) * shape.extents().get(1);
    return neuron % shape.channels() * places + neuron / shape.channels();
  }

  /** Numbers of the neurons in the order of the value's elements. */
  double[] laid(double[] byNeuron) {
    double[] all = new double[byNeuron.length];
    for (int i = 0; i < all.length; i++) {
      all[element(i)] = byNeuron[i];
    }
    return all;
  }

  /** Extents that numbers by channel are stretched from. */
  long[] channelDims() {
    return isSheet() ? new long[] {shape.channels(), 1, 1} : new long[] {shape.size()};
  }
}

package org.hillock.deep;

import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.wiring.Kernel;
import org.hillock.core.wiring.PoolingWindow;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/** The synapses of a projection, found by the neuron that they end on. */
interface Incoming {

  /** Takes one synapse. */
  interface Taking {
    void synapse(int source, double weight);
  }

  /** All synapses that end on a neuron, each once; those of a largest value weigh 1. */
  void each(int target, Taking taking);

  /**
   * Those of a projection. Kernels and windows are not laid out, others are, once.
   *
   * @throws org.hillock.core.problem.UsageException where they are too many to be laid out
   */
  static Incoming of(Network network, Projection projection) {
    Shape from = network.population(projection.from()).shape();
    Shape to = network.population(projection.to()).shape();
    return switch (projection.connectivity()) {
      case Convolution rule ->
          through(new Kernel(rule, from, to), Wiring.kernel(network, projection));
      case Pooling rule -> through(new PoolingWindow(rule, from, to));
      default -> sorted(Wiring.of(network, projection), to.size());
    };
  }

  private static Incoming through(Kernel kernel, double[] weights) {
    return (target, taking) -> {
      for (int cell = 0; cell < kernel.cells(); cell++) {
        int source = kernel.source(target, cell);
        if (source >= 0) {
          taking.synapse(source, weights[kernel.parameter(target, cell)]);
        }
      }
    };
  }

  private static Incoming through(PoolingWindow window) {
    boolean largest = window.rule().kind() == Pooling.Kind.MAX;
    return (target, taking) -> {
      double weight = largest ? 1 : 1.0 / window.divisor(target);
      for (int cell = 0; cell < window.cells(); cell++) {
        int source = window.source(target, cell);
        if (source >= 0) {
          taking.synapse(source, weight);
        }
      }
    };
  }

  /** Sorted by target, those of one target in their own order. */
  private static Incoming sorted(Synapses synapses, int targets) {
    int[] next = new int[targets + 1];
    for (int post : synapses.post()) {
      next[post + 1]++;
    }
    for (int i = 0; i < targets; i++) {
      next[i + 1] += next[i];
    }
    int[] first = next.clone();
    int[] order = new int[synapses.count()];
    for (int k = 0; k < order.length; k++) {
      order[next[synapses.post()[k]]++] = k;
    }
    return (target, taking) -> {
      for (int i = first[target]; i < first[target + 1]; i++) {
        taking.synapse(synapses.pre()[order[i]], synapses.weight()[order[i]]);
      }
    };
  }
}

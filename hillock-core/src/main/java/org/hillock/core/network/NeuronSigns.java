package org.hillock.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.quantity.Quantity;

/**
 * For each neuron of a population, the first weight above 0 and the first below 0 that it sends
 * through projections whose weights are listed.
 */
final class NeuronSigns {

  private final List<Projection> projections = new ArrayList<>();
  private final double[][] weight;
  private final int[][] projection;

  /** Of a population of this size. */
  NeuronSigns(int neurons) {
    weight = new double[2][neurons];
    projection = new int[2][neurons];
  }

  /** Whether it is known without drawing which neuron a listed weight belongs to. */
  static boolean knows(Projection p) {
    return switch (p.connectivity()) {
      case Dense _, EdgeList _, OneToOne _, Convolution _ -> true;
      case AllToAll rule -> rule.autapses() || !p.from().equals(p.to());
      default -> false;
    };
  }

  /**
   * Takes in the listed weights of a projection. A kernel that is shared counts whole for each
   * neuron of its channel, also for those at a rim that parts of it never reach.
   *
   * @param from the population that sends
   */
  void add(Projection p, Values.Listed weights, Population from) {
    projections.add(p);
    int owners = from.size();
    if (p.connectivity() instanceof Convolution) {
      owners = from.shape().extents().getLast();
    }
    IntUnaryOperator owner = owner(p, owners, weights.numbers().size());
    double[][] first = new double[2][owners];
    for (int k = 0; k < weights.numbers().size(); k++) {
      double w = weights.numbers().get(k);
      double[] side = first[w > 0 ? 0 : 1];
      int of = owner.applyAsInt(k);
      if (w != 0 && side[of] == 0) {
        side[of] = w;
      }
    }
    for (int side = 0; side < 2; side++) {
      for (int neuron = 0; neuron < from.size(); neuron++) {
        if (weight[side][neuron] == 0) {
          weight[side][neuron] = first[side][neuron % owners];
          projection[side][neuron] = projections.size() - 1;
        }
      }
    }
  }

  /** Which neuron, or which channel, the k-th weight belongs to. */
  private static IntUnaryOperator owner(Projection p, int owners, int weights) {
    return switch (p.connectivity()) {
      case Convolution c -> {
        int seen = owners / c.groups();
        int perGroup = weights / c.groups();
        yield k -> k / perGroup * seen + k % seen;
      }
      case EdgeList edges -> k -> edges.pre().get(k);
      default -> k -> k % owners;
    };
  }

  /** The first neuron from {@code from} on that sends a weight of this sign, or -1. */
  int next(boolean above0, int from) {
    double[] side = weight[above0 ? 0 : 1];
    for (int neuron = from; neuron < side.length; neuron++) {
      if (side[neuron] != 0) {
        return neuron;
      }
    }
    return -1;
  }

  /** The first neuron that sends weights of both signs, or -1. */
  int both() {
    for (int neuron = next(true, 0); neuron >= 0; neuron = next(true, neuron + 1)) {
      if (weight[1][neuron] != 0) {
        return neuron;
      }
    }
    return -1;
  }

  /** What a neuron sends of one sign, for a message. */
  String told(boolean above0, int neuron) {
    int side = above0 ? 0 : 1;
    Projection p = projections.get(projection[side][neuron]);
    return new Quantity(weight[side][neuron], p.weights().unit())
        + " (projection '"
        + p.name()
        + "')";
  }
}

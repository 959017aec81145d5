package org.hillock.lab.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.Wiring;

/** Weights of a network one by one, as its file would list them: without the receptor's sign. */
final class SynapseWeights {

  private SynapseWeights() {}

  /**
   * The same network with every weight listed that belongs to one synapse alone, and with so few
   * digits (towards 0) that single precision holds them all: what did not learn comes back as it
   * was.
   */
  static Network listed(Network network) {
    List<Projection> listed = new ArrayList<>();
    for (Projection projection : network.projections().values()) {
      if (areOwn(projection)) {
        double[] weights = of(network, projection);
        Arrays.setAll(weights, k -> single(weights[k]));
        listed.add(with(network, projection, weights));
      }
    }
    return network.with(List.of(), listed);
  }

  /** Whether each synapse has a weight of its own. */
  static boolean areOwn(Projection projection) {
    return !(projection.connectivity() instanceof Convolution
        || projection.connectivity() instanceof Pooling);
  }

  private static double single(double weight) {
    float near = (float) weight;
    return Math.abs(near) > Math.abs(weight) ? Math.nextAfter(near, 0) : near;
  }

  /** The weights of a projection in its receptor's unit. */
  static double[] of(Network network, Projection projection) {
    Unit unit = Wiring.weightUnit(network, projection);
    if (projection.weights() instanceof Values.Listed(Numbers numbers, Unit stated)) {
      double[] all = numbers.toArray();
      stated.to(unit, all, all.length);
      return all;
    }
    int count = Wiring.of(network, projection).count();
    return projection
        .weights()
        .resolve(count, unit, network.seed(), Purpose.WEIGHT, network.pathwayIndex(projection));
  }

  /** The projection with these weights, in its receptor's unit. */
  static Projection with(Network network, Projection projection, double[] weights) {
    Unit unit = Wiring.weightUnit(network, projection);
    return projection.withWeights(new Values.Listed(Numbers.of(weights), unit));
  }
}

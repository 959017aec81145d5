package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Wiring;

/** Synapses that change, and the weights that they have come to on their way into a description. */
public final class LearntWeights {

  private LearntWeights() {}

  /** Whether any synapses of a network do. */
  public static boolean learns(Network network) {
    return network.projections().values().stream().anyMatch(p -> p.plasticity().isPresent());
  }

  /**
   * Checks that a projection learns.
   *
   * @throws UsageException with the nearest one that does
   */
  public static void requirePlastic(Network network, String projection, Set<String> plastic) {
    if (!plastic.contains(projection)) {
      throw new UsageException(
          "projections."
              + projection
              + " has no plastic synapses in network '"
              + network.name()
              + "'; "
              + NearestName.hint(projection, plastic));
    }
  }

  /** The unit that a projection's bounds are stated in, and its weights are given in. */
  public static Unit unit(Network network, String projection) {
    return network.projection(projection).plasticity().orElseThrow().most().unit();
  }

  /** Weights in coherent units in the unit of the projection. */
  public static double[] inUnit(Network network, String projection, double[] weights) {
    Projection p = network.projection(projection);
    Unit from = Wiring.weightUnit(network, p);
    Unit to = unit(network, projection);
    for (int k = 0; k < weights.length; k++) {
      weights[k] = from.to(to, weights[k]);
    }
    return weights;
  }

  /** The network with these weights. */
  public static Network listed(
      Network network, Set<String> plastic, Function<String, double[]> weights) {
    List<Projection> learnt = new ArrayList<>();
    for (String name : plastic) {
      Values listed = new Values.Listed(Numbers.of(weights.apply(name)), unit(network, name));
      learnt.add(network.projection(name).withWeights(listed));
    }
    return network.with(List.of(), learnt);
  }
}

package org.hillock.core.wiring;

import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.AllButOwn;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;

/**
 * How many synapses and how many parameters a projection has, known before it is built.
 *
 * <p>They differ where weights are shared: a convolution has few parameters and many synapses, a
 * pooling has synapses and no parameters.
 */
public final class SynapseCount {

  private SynapseCount() {}

  /**
   * The number of synapses; for {@code pairwise-probability} the expected one, and for {@code
   * all-to-all} without autapses and {@code fixed-in-degree} exact.
   */
  public static long synapses(Network network, Projection p) {
    Shape from = network.population(p.from()).shape();
    Shape to = network.population(p.to()).shape();
    boolean same = p.from().equals(p.to());
    return switch (p.connectivity()) {
      case Dense _ -> (long) from.size() * to.size();
      case AllToAll all ->
          (long) from.size() * to.size() - (same && !all.autapses() ? from.size() : 0);
      case OneToOne _ -> from.size();
      case AllButOwn _ -> (long) from.size() * (to.size() - 1);
      case EdgeList edges -> edges.pre().size();
      case FixedInDegree rule -> (long) rule.inDegree() * to.size();
      case FixedTotalNumber rule -> rule.total();
      case DegreeDistribution rule -> rule.total();
      case PairwiseProbability rule ->
          Math.round(
              rule.probability()
                  * ((double) from.size() * to.size()
                      - (same && !rule.autapses() ? from.size() : 0)));
      case Convolution c ->
          Slide.down(c, from).pairs(to.extents().get(0))
              * Slide.along(c, from).pairs(to.extents().get(1))
              * (from.channels() / c.groups())
              * to.channels();
      case Pooling pool ->
          Slide.down(pool, from).pairs(to.extents().get(0))
              * Slide.along(pool, from).pairs(to.extents().get(1))
              * to.channels();
    };
  }

  /**
   * The number of weights of a projection that can be set one by one, for connectivities that list
   * them.
   */
  public static long parameters(Network network, Projection p) {
    return parameters(
        p.connectivity(),
        network.population(p.from()).shape(),
        network.population(p.to()).shape(),
        p.from().equals(p.to()));
  }

  /** The same between two populations. */
  public static long parameters(Connectivity connectivity, Shape from, Shape to) {
    return parameters(connectivity, from, to, false);
  }

  /**
   * The same.
   *
   * @param same whether both are one population, so that a neuron may have no synapse onto itself
   */
  public static long parameters(Connectivity connectivity, Shape from, Shape to, boolean same) {
    return switch (connectivity) {
      case AllToAll all when same && !all.autapses() -> (long) from.size() * (to.size() - 1);
      case Dense _, AllToAll _ -> (long) from.size() * to.size();
      case OneToOne _ -> from.size();
      case AllButOwn _ -> (long) from.size() * (to.size() - 1);
      case EdgeList edges -> edges.pre().size();
      case FixedInDegree rule -> (long) rule.inDegree() * to.size();
      case FixedTotalNumber rule -> rule.total();
      case DegreeDistribution rule -> rule.total();
      case PairwiseProbability _ -> Long.MAX_VALUE;
      case Convolution c ->
          (long) c.height() * c.width() * (from.channels() / c.groups()) * to.channels();
      case Pooling _ -> 0;
    };
  }

  /** The number of biases that can be set one by one. */
  public static long biases(Population population) {
    return population
        .bias()
        .map(bias ->
            bias instanceof Values.PerChannel shared ? shared.numbers().size() : population.size())
        .orElse(0);
  }
}

package org.hillock.spiking.lowered;

import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.PoissonTable;
import org.hillock.core.wiring.Wiring;

/**
 * The grid that weights are rounded to, so that sums of arrivals are exact: then the order in which
 * spikes are added up changes no bit, and with it neither does the number of threads.
 *
 * <p>The quantum of a population is a power of two, the finest with which all that can arrive at
 * one of its neurons in one step still is a whole number of so many bits.
 */
public final class ArrivalGrid {

  /** Bits of a sum in a 32-bit integer, its sign apart, and one to spare. */
  public static final int INTEGER_BITS = 30;

  /** Bits of a sum in a double, and one to spare. */
  public static final int DOUBLE_BITS = 52;

  /** The most spikes that one neuron of a list may make at one time. */
  public static final int MOST_COINCIDENT = 64;

  /** How far from the mean a number of many is looked for, in standard deviations. */
  private static final double FAR = 10;

  private ArrivalGrid() {}

  /**
   * The quantum for weights onto a population, in the unit of the weights.
   *
   * @param bits of a sum, see {@link #INTEGER_BITS} and {@link #DOUBLE_BITS}
   */
  public static double quantum(Network network, Population to, int bits, double stepMs) {
    double bound = 0;
    for (Projection p : network.into(to.name())) {
      Population from = network.population(p.from());
      if (from.model().family() != NeuronModel.Family.RATE) {
        bound += arrivingAtOnce(network, p, from, to, stepMs);
      }
    }
    int exponent = bound == 0 ? 0 : Math.getExponent(bound) + 1;
    return Math.scalb(1.0, exponent - bits);
  }

  private static double arrivingAtOnce(
      Network network, Projection p, Population from, Population to, double stepMs) {
    double each =
        p.release().isPresent() ? p.release().get().sites() : coincident(network, from, stepMs);
    double spikes = inDegree(p, from, to) * each;
    Unit unit = Wiring.weightUnit(network, p);
    if (p.plasticity().isPresent()) {
      return spikes * p.plasticity().get().most().unit().to(unit, p.plasticity().get().scale());
    }
    return switch (p.weights()) {
      case Values.Constant c -> spikes * Math.abs(c.quantity().in(unit));
      case Values.Listed l -> {
        double most = 0;
        for (int k = 0; k < l.numbers().size(); k++) {
          most = Math.max(most, Math.abs(l.unit().to(unit, l.numbers().get(k))));
        }
        yield spikes * most;
      }
      case Values.PerChannel _ ->
          throw new IllegalStateException("weights by channel are refused before");
      case Values.Drawn d -> {
        double one = Math.abs(d.unit().to(unit, 1));
        double mean = magnitude(d.distribution());
        double most = most(d.distribution());
        yield one * (spikes * mean + FAR * Math.sqrt(spikes) * most / 4 + 2 * most);
      }
    };
  }

  /** How often one neuron of a source can fire in one step. */
  private static double coincident(Network network, Population from, double stepMs) {
    return switch (from.neuron()) {
      case "poisson" -> {
        double[] mean = DynamicsCompiler.meanPerStep(network, from, stepMs);
        double largest = 0;
        for (double m : mean) {
          largest = Math.max(largest, m);
        }
        yield PoissonTable.of(largest).most();
      }
      case "spike-list" -> MOST_COINCIDENT;
      default -> 1;
    };
  }

  /** The most synapses that end on one neuron; for drawn ones all but certainly. */
  private static double inDegree(Projection p, Population from, Population to) {
    return switch (p.connectivity()) {
      case Connectivity.Dense _, Connectivity.AllToAll _ -> from.size();
      case Connectivity.OneToOne _ -> 1;
      case Connectivity.AllButOwn _ -> from.size() - 1;
      case Connectivity.Convolution _ -> from.size();
      case Connectivity.Pooling window -> window.height() * window.width();
      case Connectivity.EdgeList edges -> {
        int[] count = new int[to.size()];
        int most = 0;
        for (int k = 0; k < edges.post().size(); k++) {
          most = Math.max(most, ++count[edges.post().get(k)]);
        }
        yield most;
      }
      case Connectivity.FixedInDegree rule -> rule.inDegree();
      case Connectivity.FixedTotalNumber rule -> above((double) rule.total() / to.size());
      case Connectivity.PairwiseProbability rule -> above(rule.probability() * from.size());
      case Connectivity.DegreeDistribution rule -> {
        double share = most(rule.inDegree()) / magnitude(rule.inDegree());
        yield Math.min(from.size(), above(share * rule.total() / to.size()));
      }
    };
  }

  private static double above(double mean) {
    return mean + FAR * Math.sqrt(mean) + FAR;
  }

  /** About the mean of the magnitude of what is drawn, or more. */
  private static double magnitude(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Uniform u -> Math.max(Math.abs(u.low()), Math.abs(u.high()));
      case Distribution.Normal n -> Math.abs(n.mean()) + n.sd();
      case Distribution.LogNormal l -> l.expectation();
      case Distribution.Exponential e -> e.mean();
      case Distribution.Geometric g -> Math.abs(g.expectation());
    };
  }

  /** A magnitude that all but certainly is not exceeded. */
  public static double most(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Uniform u -> Math.max(Math.abs(u.low()), Math.abs(u.high()));
      case Distribution.Normal n -> Math.abs(n.mean()) + 7 * n.sd();
      case Distribution.LogNormal l -> Math.min(l.most(), l.median() * Math.exp(7 * l.sigma()));
      case Distribution.Exponential e -> 27 * e.mean();
      case Distribution.Geometric g -> Math.abs(g.each()) * (1 - 27 / Math.log1p(-1 / g.mean()));
    };
  }
}

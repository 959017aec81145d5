package org.hillock.core.wiring;

import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;

/**
 * Draws the synapses of a projection from its rule: the plain version, one synapse after another,
 * that judges faster ones.
 *
 * <p>What is drawn depends on the network's seed, the place of the projection in the network and
 * the number of the target neuron or of the synapse, and on nothing else. Time and memory grow with
 * the number of synapses.
 */
public final class Wiring {

  private static final int MOST = 500_000_000;

  private Wiring() {}

  /**
   * The synapses of one projection.
   *
   * @throws UsageException where listed weights or delays do not fit their number, or the synapses
   *     are too many for one array
   */
  public static Synapses of(Network network, Projection projection) {
    long index = indexOf(network, projection);
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    String path = "projections." + projection.name();
    long expected = SynapseCount.synapses(network, projection);
    if (expected > MOST) {
      throw new UsageException(
          path, expected + " synapses are more than the " + MOST + " that one projection may have");
    }
    SynapseEnds ends = new SynapseEnds((int) expected);
    boolean same = projection.from().equals(projection.to());
    EdgeRules.draw(projection, from, to, same, network.seed(), index, ends);
    double[] weight = weights(projection, to, ends, network.seed(), index);
    applySign(projection, to, weight);
    double[] delay =
        projection
            .delays()
            .map(d -> d.resolve(ends.count(), Unit.MS, network.seed(), Purpose.DELAY, index))
            .orElseGet(() -> new double[ends.count()]);
    return new Synapses(ends.pre(), ends.post(), weight, delay);
  }

  private static long indexOf(Network network, Projection projection) {
    long i = 0;
    for (String name : network.projections().keySet()) {
      if (name.equals(projection.name())) {
        return i;
      }
      i++;
    }
    throw new IllegalArgumentException("projection '" + projection.name() + "' is not in it");
  }

  /** The unit in which weights onto a population are laid out. */
  public static Unit weightUnit(Population to) {
    Dimension dimension = to.model().weightDimension();
    if (dimension.equals(Dimension.VOLTAGE)) {
      return Unit.MV;
    }
    return dimension.equals(Dimension.CURRENT) ? Unit.PA : Unit.NONE;
  }

  private static double[] weights(
      Projection projection, Population to, SynapseEnds ends, long seed, long index) {
    Unit unit = weightUnit(to);
    if (projection.connectivity() instanceof Convolution) {
      double[] shared =
          projection.weights().resolve(ends.parameters(), unit, seed, Purpose.WEIGHT, index);
      double[] each = new double[ends.count()];
      for (int k = 0; k < each.length; k++) {
        each[k] = shared[ends.parameter(k)];
      }
      return each;
    }
    return projection.weights().resolve(ends.count(), unit, seed, Purpose.WEIGHT, index);
  }

  private static void applySign(Projection projection, Population to, double[] weight) {
    Receptor receptor =
        projection
            .receptor()
            .flatMap(to.model()::receptor)
            .orElseGet(() -> to.model().receptors().getFirst());
    switch (receptor.sign()) {
      case AS_GIVEN, EXCITES -> {
        // as it stands
      }
      case INHIBITS -> {
        for (int k = 0; k < weight.length; k++) {
          weight[k] = -weight[k];
        }
      }
    }
  }
}

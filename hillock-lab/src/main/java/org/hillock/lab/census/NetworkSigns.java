package org.hillock.lab.census;

import org.hillock.core.census.WeightSigns;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor.Sign;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Wiring;

/** What the weights of a network do at their receptors: constants, lists, and what is drawn. */
final class NetworkSigns {

  /** Beyond these, drawn weights are not drawn for a census: it would take seconds. */
  static final long MOST_DRAWN = 5_000_000;

  private NetworkSigns() {}

  static WeightSigns of(Network network) {
    WeightSigns all = WeightSigns.NONE;
    for (Projection projection : network.projections().values()) {
      all = all.plus(of(network, projection));
    }
    return all;
  }

  private static WeightSigns of(Network network, Projection projection) {
    long listed =
        SynapseCount.parameters(
            projection.connectivity(),
            network.population(projection.from()).shape(),
            network.population(projection.to()).shape());
    long count = listed == Long.MAX_VALUE ? SynapseCount.synapses(network, projection) : listed;
    Sign sign = network.receptor(projection).sign();
    int factor = sign == Sign.INHIBITS ? -1 : 1;
    return switch (projection.weights()) {
      case Values.Constant constant -> WeightSigns.of(factor * constant.quantity().value(), count);
      case Values.Listed list -> of(list.numbers(), factor);
      case Values.PerChannel each -> of(each.numbers(), factor);
      case Values.Drawn drawn ->
          drawn.least() > 0
              ? WeightSigns.of(factor, count)
              : drawn(network, projection, count, factor);
    };
  }

  private static WeightSigns of(Numbers numbers, int factor) {
    long above = 0;
    long below = 0;
    for (int i = 0; i < numbers.size(); i++) {
      double weight = factor * numbers.get(i);
      above += weight > 0 ? 1 : 0;
      below += weight < 0 ? 1 : 0;
    }
    return new WeightSigns(above, below, numbers.size() - above - below, 0);
  }

  private static WeightSigns drawn(Network network, Projection projection, long count, int factor) {
    if (count > MOST_DRAWN) {
      return WeightSigns.unread(count);
    }
    double[] weights =
        projection
            .weights()
            .resolve(
                (int) count,
                Wiring.weightUnit(network, projection),
                network.seed(),
                Purpose.WEIGHT,
                network.pathwayIndex(projection));
    return of(Numbers.of(weights), factor);
  }
}

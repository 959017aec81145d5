package org.hillock.spiking.block;

import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;

/** Which receptor port of its target a synapse ends at. */
final class Ports {

  private Ports() {}

  /** The port of all synapses of a projection; -1 where the sign of each weight decides. */
  static int fixed(Network network, Projection p) {
    return switch (network.population(p.to()).neuron()) {
      case "lif-exp" -> -1;
      default -> 0;
    };
  }

  /** The port of a weight where its sign decides: what is below 0 goes to the second. */
  static int bySign(double weight) {
    return weight < 0 ? 1 : 0;
  }
}

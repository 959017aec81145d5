package org.hillock.spiking.block;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Projection;
import org.hillock.spiking.lowered.Dynamics;

/**
 * Which cells of its target a synapse ends at: each variable that an arriving spike may add to is a
 * port with cells of its own.
 *
 * @param atLeast0 number of the port that a weight of at least 0 adds to
 * @param below0 the same for a weight below 0
 */
record Ports(int atLeast0, int below0) {

  /** The ports of a projection. */
  static Ports of(Network network, Projection p, Dynamics target) {
    Receptor receptor = network.receptor(p);
    List<String> names = names(target);
    return new Ports(names.indexOf(receptor.port()), names.indexOf(receptor.portBelow0()));
  }

  /** How many ports a population has cells for. */
  static int count(Dynamics dynamics) {
    return names(dynamics).size();
  }

  private static List<String> names(Dynamics dynamics) {
    return switch (dynamics) {
      case Dynamics.Equations(var lowered) -> lowered.ports();
      case Dynamics.Parted(var cells) -> cells.ports();
      default -> List.of();
    };
  }

  /** The port that a weight adds to. */
  int at(double weight) {
    return weight < 0 ? below0 : atLeast0;
  }
}

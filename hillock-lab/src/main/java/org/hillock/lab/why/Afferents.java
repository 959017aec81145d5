package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.EdgeBatch;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.SynapseValues;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * The synapses that end on single neurons of a described network, as they were wired; what learning
 * made of the weights since is not seen. Drawn when asked for, and kept.
 */
final class Afferents {

  /** Synapses of a projection that are gone through to find those of one neuron, some seconds. */
  private static final long MOST = 200_000_000;

  private final Network network;
  private final Map<Ends, List<Synapse>> known = new HashMap<>();

  /** One synapse: its source, its weight with the receptor's sign. */
  record Synapse(int source, double weight) {}

  private record Ends(String projection, int target) {}

  Afferents(Network network) {
    this.network = network;
  }

  /** The projections that end on a population. */
  List<Projection> onto(String population) {
    return network.projections().values().stream().filter(p -> p.to().equals(population)).toList();
  }

  /** Its synapses that end on a neuron; empty where they are too many to go through. */
  Optional<List<Synapse>> of(Projection projection, int target) {
    if (SynapseCount.synapses(network, projection) > MOST) {
      return Optional.empty();
    }
    return Optional.of(
        known.computeIfAbsent(new Ends(projection.name(), target), _ -> found(projection, target)));
  }

  private List<Synapse> found(Projection projection, int target) {
    return switch (projection.connectivity()) {
      case Connectivity.Convolution _, Connectivity.Pooling _ -> shared(projection, target);
      default -> drawn(projection, target);
    };
  }

  private List<Synapse> shared(Projection projection, int target) {
    Synapses all = Wiring.of(network, projection);
    List<Synapse> found = new ArrayList<>();
    for (int k = 0; k < all.count(); k++) {
      if (all.post()[k] == target) {
        found.add(new Synapse(all.pre()[k], all.weight()[k]));
      }
    }
    return found;
  }

  private List<Synapse> drawn(Projection projection, int target) {
    SynapseValues weights = Wiring.weights(network, projection);
    List<Synapse> found = new ArrayList<>();
    var edges = Wiring.edges(network, projection);
    edges.draw(0, edges.units(), batch -> take(batch, target, weights, found));
    return found;
  }

  private static void take(EdgeBatch batch, int target, SynapseValues weights, List<Synapse> into) {
    for (int i = 0; i < batch.count(); i++) {
      if (batch.post()[i] == target) {
        long number = batch.number()[i];
        into.add(new Synapse(batch.pre()[i], weights.at(number)));
      }
    }
  }
}

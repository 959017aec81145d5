package org.hillock.app.bench;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.SynapseCount;

/**
 * The memory that delivering a network's spikes goes through.
 *
 * @param cells neurons of one block of targets, 1 to {@value #MOST_CELLS}: what two bytes can
 *     number
 * @param slots time slots that arrivals wait in, a power of two, {@value #LEAST_SLOTS} to {@value
 *     #MOST_SLOTS}
 * @param synapses that are streamed, {@value #LEAST_SYNAPSES} to {@value #MOST_SYNAPSES}
 * @param run synapses of one source neuron onto one block, at least 1
 */
record WorkingSet(int cells, int slots, int synapses, int run) {

  static final int MOST_CELLS = 1 << 16;
  static final int LEAST_SLOTS = 8;
  static final int MOST_SLOTS = 32;

  /** Fewer would lie in the caches, whatever the network. */
  static final int LEAST_SYNAPSES = 1 << 20;

  /** Far more than any cache holds: more would change nothing. */
  static final int MOST_SYNAPSES = 1 << 26;

  /** That of a network which runs with such a step. */
  static WorkingSet of(Network network, double stepMs) {
    List<Projection> recurrent =
        network.projections().values().stream()
            .filter(p -> !isSource(network.population(p.from())))
            .toList();
    long synapses = recurrent.stream().mapToLong(p -> SynapseCount.synapses(network, p)).sum();
    long neurons = neurons(network);
    long blocks = Math.max(1, Math.ceilDiv(neurons, MOST_CELLS));
    int streamed = Math.clamp(synapses, LEAST_SYNAPSES, MOST_SYNAPSES);
    return new WorkingSet(
        Math.clamp(neurons, 1, MOST_CELLS),
        slots(recurrent, stepMs),
        streamed,
        Math.clamp(synapses / Math.max(1, neurons) / blocks, 1, streamed));
  }

  /** Neurons that are updated: all but sources. */
  static long neurons(Network network) {
    return network.populations().values().stream()
        .filter(p -> !isSource(p))
        .mapToLong(Population::size)
        .sum();
  }

  private static boolean isSource(Population population) {
    return population.model().family() == NeuronModel.Family.SOURCE;
  }

  /** Enough for the longest delay; drawn ones are taken as long. */
  private static int slots(List<Projection> projections, double stepMs) {
    double longest = 1;
    for (Projection projection : projections) {
      if (projection.delays().isPresent()) {
        longest = Math.max(longest, steps(projection.delays().get(), stepMs));
      }
    }
    int needed = (int) Math.min(MOST_SLOTS, Math.rint(longest) + 1);
    return Math.max(LEAST_SLOTS, Integer.highestOneBit(2 * needed - 1));
  }

  private static double steps(Values delays, double stepMs) {
    return switch (delays) {
      case Values.Constant(var quantity) -> quantity.in(Unit.MS) / stepMs;
      case Values.Listed _, Values.PerChannel _, Values.Drawn _ -> MOST_SLOTS;
    };
  }
}

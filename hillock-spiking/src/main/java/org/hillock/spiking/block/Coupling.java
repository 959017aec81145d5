package org.hillock.spiking.block;

import java.util.List;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.ArrivalGrid;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.TimeGrid;

/**
 * The electrical synapses of a projection: in every step each adds w·(x_from − x_to) of the states
 * at its beginning, for a target in the order of the source neurons.
 *
 * @param projection its name
 * @param from place of the source population
 * @param to place of the target
 * @param sides what they join
 * @param port of the target
 * @param input number among the target's inputs, or among the gaps of cells with parts
 * @param start by target, its first synapse
 * @param source by synapse
 * @param weight by synapse
 */
record Coupling(
    String projection,
    int from,
    int to,
    ElectricalSynapse sides,
    String port,
    int input,
    int[] start,
    int[] source,
    double[] weight) {

  /** Draws the synapses of a projection. */
  static Coupling of(
      Network network, TimeGrid grid, Projection p, int from, int to, Dynamics target) {
    Synapses synapses = Wiring.of(network, p);
    Population population = network.population(p.to());
    double quantum =
        ArrivalGrid.quantum(network, population, ArrivalGrid.DOUBLE_BITS, grid.stepMs());
    int[] start = new int[population.size() + 1];
    for (int post : synapses.post()) {
      start[post + 1]++;
    }
    for (int i = 0; i < population.size(); i++) {
      start[i + 1] += start[i];
    }
    // by source first, so that each target has them in that order
    int[] order = bySource(synapses.pre(), network.population(p.from()).size());
    int[] next = start.clone();
    int[] source = new int[order.length];
    double[] weight = new double[order.length];
    for (int k : order) {
      int at = next[synapses.post()[k]]++;
      source[at] = synapses.pre()[k];
      weight[at] = Math.rint(synapses.weight()[k] / quantum) * quantum;
    }
    NeuronModel.Receptor receptor = network.receptor(p);
    return new Coupling(
        p.name(),
        from,
        to,
        ElectricalSynapse.of(network, p).orElseThrow(),
        receptor.port(),
        input(target, receptor.port()),
        start,
        source,
        weight);
  }

  private static int[] bySource(int[] pre, int sources) {
    int[] next = new int[sources + 1];
    for (int s : pre) {
      next[s + 1]++;
    }
    for (int s = 0; s < sources; s++) {
      next[s + 1] += next[s];
    }
    int[] order = new int[pre.length];
    for (int k = 0; k < pre.length; k++) {
      order[next[pre[k]]++] = k;
    }
    return order;
  }

  private static int input(Dynamics target, String port) {
    return switch (target) {
      case Dynamics.Equations(var lowered) -> {
        List<String> names = lowered.equations().couplings().stream().map(c -> c.name()).toList();
        yield lowered.equations().inputs().size() + names.indexOf(port);
      }
      case Dynamics.Parted(var cells) -> cells.gaps().indexOf(port);
      default -> throw new IllegalArgumentException("no coupling at '" + port + "'");
    };
  }

  /** Whether it ends where another one does. */
  boolean endsWith(Coupling other) {
    return to == other.to && port.equals(other.port);
  }

  /** Bytes that it holds. */
  long bytes() {
    return 4L * start.length + 12L * source.length;
  }
}

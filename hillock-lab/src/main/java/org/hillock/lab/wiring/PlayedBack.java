package org.hillock.lab.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;

/**
 * A network in which beside some populations stand others that fire at given times and reach the
 * same neurons through the same synapses. Silence neurons and let their doubles fire instead: so
 * the spikes of another run are put into this one.
 */
public final class PlayedBack {

  private static final String ENDING = "_played";

  private PlayedBack() {}

  /** The name of the double of a population. */
  public static String doubleOf(String population) {
    return population + ENDING;
  }

  /**
   * The network with doubles, all silent: present {@link
   * org.hillock.core.session.Stimulus.SpikeTrains} to them.
   *
   * @param populations that get one; all of them speak in spikes
   * @throws UsageException where their synapses cannot be written out, with the reason
   */
  public static Network of(Network network, List<String> populations) {
    Map<String, Population> all = new LinkedHashMap<>(network.populations());
    Map<String, Projection> joined = new LinkedHashMap<>(network.projections());
    for (String name : populations) {
      Population original = network.population(name);
      List<Numbers> silent = new ArrayList<>();
      for (int n = 0; n < original.size(); n++) {
        silent.add(Numbers.of());
      }
      all.put(
          doubleOf(name),
          new Population(
              doubleOf(name),
              original.shape(),
              "spike-list",
              Map.of(),
              Optional.empty(),
              List.of(),
              silent,
              Optional.empty()));
      for (Projection p : network.outOf(name)) {
        require(network, p);
        Projection played = ListedSynapses.of(network, p).as(p.name() + ENDING, doubleOf(name), p);
        joined.put(played.name(), played);
      }
    }
    return network.with(all.values(), joined.values());
  }

  private static void require(Network network, Projection p) {
    String why =
        p.plasticity().isPresent()
            ? "its synapses learn"
            : p.release().isPresent()
                ? "its release is drawn synapse by synapse"
                : ElectricalSynapse.of(network, p).isPresent()
                    ? "it is electrical, and carries more than spikes"
                    : !(p.normalisation() instanceof Normalisation.None)
                        ? "it normalises what its neurons send as a group"
                        : p.pathway().isPresent() ? "it is part of a pathway" : "";
    if (!why.isEmpty()) {
      throw new UsageException(
          "the spikes of '"
              + p.from()
              + "' cannot be put into another run: of projection '"
              + p.name()
              + "', "
              + why);
    }
  }
}

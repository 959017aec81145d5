package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** What neurons are to their network, as {@code @word} in a {@link SiteQuery}. */
public enum Role {
  /** They take no synapses: the world comes in here. */
  INPUT("input"),
  /** The decision reads them, or nothing within the network does. */
  OUTPUT("output"),
  /** Neither input nor output. */
  HIDDEN("hidden"),
  /** All that they send excites. */
  EXCITATORY("excitatory"),
  /** All that they send inhibits. */
  INHIBITORY("inhibitory"),
  /** They speak in spikes. */
  SPIKING("spiking"),
  /** They speak in numbers. */
  RATE("rate");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** As it is written. */
  public String word() {
    return word;
  }

  /**
   * The role of that word.
   *
   * @throws UsageException with the nearest one
   */
  public static Role parse(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    List<String> known = new ArrayList<>();
    for (Role role : values()) {
      known.add("@" + role.word);
    }
    throw new UsageException(
        "role '@" + word + "' is unknown; " + NearestName.hint("@" + word, known));
  }

  /**
   * The neurons of a population that have it; empty where none has.
   *
   * @param wiring of the network
   */
  public int[] of(Network network, Population population, WiredNeurons wiring) {
    boolean takes = population.model().takesSynapses();
    boolean read = isRead(network, population);
    return switch (this) {
      case INPUT -> all(population, !takes);
      case OUTPUT -> all(population, takes && read);
      case HIDDEN -> all(population, takes && !read);
      case SPIKING -> all(population, population.model().family() != NeuronModel.Family.RATE);
      case RATE -> all(population, population.model().family() == NeuronModel.Family.RATE);
      case EXCITATORY -> wiring.sending(population, true);
      case INHIBITORY -> wiring.sending(population, false);
    };
  }

  private static int[] all(Population population, boolean have) {
    return have ? IntStream.range(0, population.size()).toArray() : new int[0];
  }

  private static boolean isRead(Network network, Population population) {
    Optional<Decision> decision = network.decision();
    if (decision.isPresent()) {
      Set<String> read = new HashSet<>();
      switch (decision.get()) {
        case Decision.LargestValue(String name) -> read.add(name);
        case Decision.MostSpikes(String name) -> read.add(name);
        case Decision.Votes votes -> read.add(votes.population());
        case Decision.LargestGoodness(var _, List<String> names) -> read.addAll(names);
      }
      return read.contains(population.name());
    }
    return network.outOf(population.name()).stream()
        .map(Projection::to)
        .allMatch(population.name()::equals);
  }
}

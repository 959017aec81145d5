package org.hillock.lab.census;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Block;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Part;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.Population;

/**
 * One of our networks as an entry of a census: a layer is a population with all projections onto
 * it, whose sums are the same neurons.
 *
 * <p>Inputs and sources hear nothing, so they are no neurons here unless the definitions say so.
 */
public final class NetworkCensus {

  private final Network network;

  /** Pathways that have been counted: a contact with several receptors is one synapse. */
  private final Set<String> counted = new HashSet<>();

  private NetworkCensus(Network network) {
    this.network = network;
  }

  /** Its architecture and the signs of its weights. */
  public static CensusEntry of(Network network) {
    return new CensusEntry(
        new NetworkCensus(network).architecture(), java.util.Optional.of(NetworkSigns.of(network)));
  }

  private Architecture architecture() {
    List<Part> parts = new ArrayList<>();
    long values = 0;
    for (Population population : network.populations().values()) {
      if (hears(population)) {
        parts.add(part(population));
      } else {
        values += population.size();
      }
    }
    List<String> remarks = new ArrayList<>();
    if (values > 0) {
      remarks.add(
          String.format(
              java.util.Locale.ROOT,
              "%,d inputs and sources, which hear nothing, are no neurons (--inputs neurons).",
              values));
    }
    String doi = network.provenance().doi();
    return new Architecture(
        network.name(),
        network.provenance().description(),
        doi.isEmpty() ? "its description" : "its description; doi " + doi,
        new Input(values + " values", values, false),
        parts,
        remarks);
  }

  private static boolean hears(Population population) {
    return population.model().family() != Family.SOURCE && !population.neuron().equals("input");
  }

  private Part part(Population population) {
    PopulationLayers layers = new PopulationLayers(network, population, counted);
    List<Part> parts = new ArrayList<>();
    boolean owned = false;
    for (Layer layer : layers.all()) {
      boolean weighs = PopulationLayers.weighs(layer.operator());
      parts.add(finished(population, owned && weighs ? layer.joining() : layer));
      owned |= weighs;
    }
    if (parts.size() > 1) {
      return new Block(population.name(), 1, parts);
    }
    Layer only = layers.all().getFirst();
    return finished(population, Layer.of(population.name(), only.operator()));
  }

  private Layer finished(Population population, Layer layer) {
    String model = population.neuron();
    boolean spikes = population.model().family() == Family.SPIKING;
    boolean plain = model.equals("identity") || model.equals("product");
    Layer activated = plain ? layer : layer.then(spikes ? "spikes (" + model + ")" : model);
    return answers().contains(population.name()) ? activated.answering() : activated;
  }

  private List<String> answers() {
    return network
        .decision()
        .map(decision ->
            switch (decision) {
              case Decision.LargestValue(String name) -> List.of(name);
              case Decision.MostSpikes(String name) -> List.of(name);
              case Decision.Votes votes -> List.of(votes.population());
              case Decision.LargestGoodness(String _, List<String> read) -> read;
            })
        .orElse(List.of());
  }
}

package org.hillock.lab.census;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Block;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Wired;
import org.hillock.core.census.Part;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.wiring.SynapseCount;

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
    List<Layer> layers = new ArrayList<>();
    boolean events = population.model().family() == Family.SPIKING;
    for (Projection projection : network.into(population.name())) {
      layers.add(Layer.of(projection.name(), operator(projection, layers.isEmpty() && !events)));
    }
    long biases = population.bias().isPresent() ? population.size() : 0;
    boolean within = !layers.isEmpty() && layers.getFirst().operator() instanceof Linear;
    if (layers.isEmpty()) {
      Amount none = Amount.of(0);
      layers.add(
          Layer.of(
              population.name(),
              new Wired("no synapses", Amount.of(population.size()), none, none, biases, events)));
    } else if (biases > 0 && !within) {
      Amount none = Amount.of(0);
      layers.add(Layer.of("bias", new Wired("constant terms", none, none, none, biases, events)));
    }
    List<Part> parts = new ArrayList<>();
    for (Layer layer : layers) {
      parts.add(finished(population, parts.isEmpty() ? layer : layer.joining()));
    }
    if (parts.size() > 1) {
      return new Block(population.name(), 1, parts);
    }
    Layer only = layers.getFirst();
    return finished(population, Layer.of(population.name(), only.operator()));
  }

  private Layer finished(Population population, Layer layer) {
    String model = population.neuron();
    boolean spikes = population.model().family() == Family.SPIKING;
    Layer activated =
        model.equals("identity") ? layer : layer.then(spikes ? "spikes (" + model + ")" : model);
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

  private Operator operator(Projection projection, boolean mayHoldBias) {
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    boolean events = to.model().family() == Family.SPIKING;
    boolean bias = mayHoldBias && to.bias().isPresent();
    return switch (projection.connectivity()) {
      case Connectivity.Dense _ when !events -> new Linear(to.size(), from.size(), bias);
      case Connectivity.Convolution c when !events ->
          Convolution.grouped(
              SheetWindow.of(c, from.shape(), to.shape()),
              from.shape().extents().getLast(),
              to.shape().extents().getLast(),
              1,
              false);
      default -> wired(projection, from.shape(), to.shape(), events);
    };
  }

  private Wired wired(Projection projection, Shape from, Shape to, boolean events) {
    long synapses = SynapseCount.synapses(network, projection);
    long listed = SynapseCount.parameters(projection.connectivity(), from, to);
    boolean drawn = listed == Long.MAX_VALUE;
    Amount all = drawn ? drawn(synapses, from, to) : Amount.of(synapses);
    boolean again = !counted.add(projection.pathwayName());
    return new Wired(
        projection.connectivity().rule() + (again ? ", the same contacts as before" : ""),
        Amount.of(to.size()),
        again ? Amount.of(0) : all,
        drawn ? all : Amount.of(listed),
        0,
        events);
  }

  /** Each pair is joined by chance: five standard deviations around what is expected. */
  private static Amount drawn(long expected, Shape from, Shape to) {
    double pairs = (double) from.size() * to.size();
    long spread = (long) Math.ceil(5 * Math.sqrt(expected * Math.max(0, 1 - expected / pairs)));
    long most = Math.max(expected, (long) Math.min(pairs, expected + (double) spread));
    return Amount.about(expected, Math.max(0, expected - spread), most);
  }
}

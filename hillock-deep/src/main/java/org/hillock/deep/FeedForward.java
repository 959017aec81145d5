package org.hillock.deep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.problem.UsageException;

/**
 * The order in which one pass works through a network: every population after all that it reads of
 * this pass. What was sent in passes before ({@link Projection#passes}) is there from the start.
 *
 * @param network that is worked through
 * @param inputs its populations of {@code input} neurons
 * @param layers its other populations, each after those that it reads
 */
record FeedForward(Network network, List<Population> inputs, List<Layer> layers) {

  /**
   * One population with all that ends on it.
   *
   * @param population its neurons
   * @param function what they make of their sums
   * @param gain that the modulators give at the start to the synaptic part of the sum
   * @param incoming projections that end on it, in the network's order
   */
  record Layer(
      Population population, RateFunction function, double gain, List<Projection> incoming) {
    String name() {
      return population.name();
    }

    /** Those of the projections that the neurons add up. */
    List<Projection> summed() {
      return incoming.stream().filter(p -> !isFactor(p)).toList();
    }

    /** Those that make the second factor of a product. */
    List<Projection> factors() {
      return incoming.stream().filter(this::isFactor).toList();
    }

    private boolean isFactor(Projection p) {
      return function == RateFunction.PRODUCT
          && p.receptor().filter(RateFunction.RIGHT::equals).isPresent();
    }
  }

  static final String INPUT = "input";

  /**
   * Lays a network out.
   *
   * @throws UsageException where {@link #refusal} has a reason
   */
  static FeedForward of(Network network) {
    refusal(network)
        .ifPresent(reason -> {
          throw new UsageException(
              "the tensor engine cannot run network '" + network.name() + "': " + reason);
        });
    List<Population> inputs = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    for (String name : new Walk(network).ordered()) {
      Population population = network.population(name);
      if (population.neuron().equals(INPUT)) {
        inputs.add(population);
      } else {
        layers.add(
            new Layer(
                population,
                RateFunction.of(population.neuron()).orElseThrow(),
                network.gain(name),
                network.into(name)));
      }
    }
    return new FeedForward(network, List.copyOf(inputs), List.copyOf(layers));
  }

  /** Why a network cannot be run in one pass, in a sentence; empty where it can. */
  static Optional<String> refusal(Network network) {
    for (Population population : network.populations().values()) {
      if (population.model().family() != NeuronModel.Family.RATE) {
        return Optional.of(
            "population '"
                + population.name()
                + "' is of model '"
                + population.neuron()
                + "', which speaks in spikes; only rate neurons can be run as tensors");
      }
      if (!population.neuron().equals(INPUT) && RateFunction.of(population.neuron()).isEmpty()) {
        return Optional.of(
            "population '"
                + population.name()
                + "' is of model '"
                + population.neuron()
                + "', which has no tensor form");
      }
    }
    List<String> cycle = new Walk(network).cycle();
    return cycle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "its populations form a cycle ("
                + String.join(" → ", cycle)
                + "), and a pass has no time in which to go round: count the delay of one of their"
                + " projections in passes ('delay: 1')");
  }

  /** The layers that a population is computed from, itself included, in order. */
  List<Layer> upTo(String population) {
    Set<String> needed = new LinkedHashSet<>(Set.of(population));
    int known = 0;
    while (known < needed.size()) {
      known = needed.size();
      for (Layer layer : layers.reversed()) {
        if (needed.contains(layer.name())) {
          layer.incoming().forEach(p -> needed.add(p.from()));
        }
      }
    }
    return layers.stream().filter(layer -> needed.contains(layer.name())).toList();
  }

  /** How many passes back anything is heard of; 0 where each pass stands for itself. */
  int longest() {
    return network.projections().values().stream().mapToInt(Projection::passes).max().orElse(0);
  }

  /** A depth-first walk against the arrows, in the network's order. */
  private static final class Walk {
    private enum State {
      OPEN,
      DONE
    }

    private final Network network;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> ordered = new ArrayList<>();
    private List<String> cycle = List.of();

    Walk(Network network) {
      this.network = network;
      network.populations().keySet().forEach(this::visit);
    }

    /** Every population after those that it reads. */
    List<String> ordered() {
      return ordered;
    }

    /** The populations of one cycle along the arrows, the first once more at the end. */
    List<String> cycle() {
      return cycle;
    }

    private void visit(String name) {
      State state = states.get(name);
      if (state == State.DONE || !cycle.isEmpty()) {
        return;
      }
      if (state == State.OPEN) {
        List<String> found = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
        found.add(name);
        cycle = found.reversed();
        return;
      }
      states.put(name, State.OPEN);
      path.add(name);
      network.into(name).stream().filter(p -> p.passes() == 0).forEach(p -> visit(p.from()));
      path.removeLast();
      states.put(name, State.DONE);
      ordered.add(name);
    }
  }
}

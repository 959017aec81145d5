package org.hillock.onnx.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SynapseCount;

/** The nodes of one population: what ends on it, the sum, and what it makes of the sum. */
final class PopulationNodes {

  private final Network network;
  private final Nodes nodes;
  private final Map<String, String> values;

  /**
   * Writes into a graph.
   *
   * @param values the name of each population's value
   */
  PopulationNodes(Network network, Nodes nodes, Map<String, String> values) {
    this.network = network;
    this.nodes = nodes;
    this.values = values;
  }

  /** Numbers that a projection takes in a file. */
  static long cells(Network network, Projection projection) {
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    return switch (projection.connectivity()) {
      case Pooling _ -> 0;
      case Convolution rule -> SynapseCount.parameters(rule, from.shape(), to.shape());
      case OneToOne _ -> to.size();
      default -> (long) from.size() * to.size();
    };
  }

  /** Adds the nodes; the last one gives the population's value. */
  void write(Population population) {
    RateFunction function = RateFunction.of(population.neuron()).orElseThrow();
    boolean product = function == RateFunction.PRODUCT;
    List<Projection> all = network.into(population.name());
    List<Projection> factors = all.stream().filter(p -> product && isRight(p)).toList();
    List<Projection> summed = all.stream().filter(p -> !factors.contains(p)).toList();
    String sum = sum(population, summed, true);
    String output = values.getOrDefault(population.name(), population.name());
    Functions functions = new Functions(network, nodes, population, output);
    functions.write(function, sum, product ? sum(population, factors, false) : "");
  }

  private static boolean isRight(Projection projection) {
    return projection.receptor().filter(RateFunction.RIGHT::equals).isPresent();
  }

  /** What a population's neurons add up. */
  private String sum(Population to, List<Projection> projections, boolean withBias) {
    Optional<double[]> bias =
        withBias && to.bias().isPresent()
            ? Optional.of(Parameters.bias(network, to))
            : Optional.empty();
    Layout layout = new Layout(to.shape());
    if (projections.isEmpty()) {
      return constant(to, layout, bias.orElseGet(() -> new double[to.size()]));
    }
    ProjectionNodes parts = new ProjectionNodes(network, nodes, to, projections.size() == 1);
    List<String> added = new ArrayList<>();
    boolean biased = bias.isEmpty();
    for (Projection projection : projections) {
      String from = values.getOrDefault(projection.from(), projection.from());
      Optional<double[]> own = biased ? Optional.empty() : bias;
      boolean takes = own.isPresent() && ProjectionNodes.takesBias(projection, to, own.get());
      added.add(parts.write(projection, from, takes ? own : Optional.empty()));
      biased |= takes;
    }
    String sum = added.getFirst();
    for (String next : added.subList(1, added.size())) {
      sum = nodes.add("Add", to.name() + "_sum", sum, next);
    }
    return biased ? sum : nodes.add("Add", to.name() + "_sum", sum, bias(to, layout, bias.get()));
  }

  private String bias(Population to, Layout layout, double[] bias) {
    int channels = to.shape().channels();
    boolean byChannel = layout.isSheet();
    for (int i = channels; byChannel && i < bias.length; i++) {
      byChannel = bias[i] == bias[i % channels];
    }
    return byChannel
        ? nodes.weights(to.name() + ".bias", Arrays.copyOf(bias, channels), layout.channelDims())
        : nodes.weights(to.name() + ".bias", layout.laid(bias), layout.dims());
  }

  /** A population that hears nothing: its biases, once for each row of the batch. */
  private String constant(Population to, Layout layout, double[] bias) {
    String input =
        network.populations().values().stream()
            .filter(p -> p.neuron().equals("input"))
            .map(p -> values.getOrDefault(p.name(), p.name()))
            .findFirst()
            .orElseThrow(() ->
                new org.hillock.core.problem.UsageException(
                    "populations",
                    "the network has no 'input' population, so a graph had nothing to"
                        + " be fed"));
    String flat = nodes.add("Flatten", to.name() + "_rows", input);
    String zeros =
        nodes.add(
            "ReduceMean",
            to.name() + "_row",
            List.of(flat),
            List.of(Nodes.wholes("axes", List.of(1)), Nodes.whole("keepdims", 1)));
    String none =
        nodes.add("Mul", to.name() + "_none", zeros, nodes.number(to.name() + "_zero", 0));
    String wide = none;
    if (layout.isSheet()) {
      String shape = nodes.wholes(to.name() + "_shape", -1, 1, 1, 1);
      wide = nodes.add("Reshape", to.name() + "_none", none, shape);
    }
    return nodes.add("Add", to.name() + "_sum", wide, bias(to, layout, bias));
  }
}

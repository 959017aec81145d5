package org.hillock.lab.convert;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.wiring.Parameters;

/**
 * The same network in a form that spikes can say: nothing is sent that is below 0, and no layer is
 * there only to turn numbers into shares.
 *
 * <p>The largest of several values, cut off below 0, is the largest of the values cut off below 0:
 * so a ReLU behind a maximum goes before it. A softmax behind the answer changes no answer.
 */
final class TwinPreparation {

  private TwinPreparation() {}

  static Network of(Network network) {
    return withoutShares(cutOffFirst(network));
  }

  private static boolean isMaximum(Projection projection) {
    return projection.connectivity() instanceof Connectivity.Pooling pooling
        && pooling.kind() == Connectivity.Pooling.Kind.MAX;
  }

  private static Network cutOffFirst(Network network) {
    List<Population> cut =
        network.populations().values().stream()
            .filter(p -> p.neuron().equals("identity") && isReadByCutMaximaAlone(network, p))
            .map(p -> as(p, "relu"))
            .toList();
    return cut.isEmpty() ? network : network.with(cut, List.of());
  }

  private static boolean isReadByCutMaximaAlone(Network network, Population p) {
    List<Projection> out = network.outOf(p.name());
    return !out.isEmpty()
        && out.stream()
            .allMatch(o ->
                isMaximum(o)
                    && network.population(o.to()).neuron().equals("relu")
                    && network.into(o.to()).size() == 1
                    && isUnbiased(network, network.population(o.to())));
  }

  private static boolean isUnbiased(Network network, Population p) {
    return p.bias().isEmpty() || Arrays.stream(Parameters.bias(network, p)).allMatch(b -> b == 0);
  }

  private static Population as(Population p, String neuron) {
    return new Population(p.name(), p.shape(), neuron, Map.of(), p.bias(), p.positions(), List.of())
        .withNames(p.names());
  }

  /** Reads the answer from before a softmax that hears it neuron by neuron. */
  private static Network withoutShares(Network network) {
    if (!(network.decision().orElse(null) instanceof Decision.LargestValue(String answer))) {
      return network;
    }
    Population shares = network.population(answer);
    List<Projection> into = network.into(answer);
    boolean only =
        List.of("softmax", "log-softmax").contains(shares.neuron())
            && network.outOf(answer).isEmpty()
            && into.size() == 1
            && into.getFirst().connectivity() instanceof Connectivity.OneToOne
            && into.getFirst().weights() instanceof Values.Constant(var weight)
            && weight.value() > 0
            && isUnbiased(network, shares)
            && !network.population(into.getFirst().from()).neuron().equals("input");
    if (!only) {
      return network;
    }
    Map<String, Population> populations = new LinkedHashMap<>(network.populations());
    Map<String, Projection> projections = new LinkedHashMap<>(network.projections());
    populations.remove(answer);
    projections.remove(into.getFirst().name());
    return new Network(
        network.name(),
        network.seed(),
        populations,
        projections,
        network.modulators(),
        Optional.of(new Decision.LargestValue(into.getFirst().from())),
        network.provenance(),
        network.transmission(),
        network.presentation());
  }
}

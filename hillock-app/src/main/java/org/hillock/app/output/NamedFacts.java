package org.hillock.app.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.report.text.NeuronNaming;
import org.jspecify.annotations.Nullable;

/**
 * Facts with the names of neurons beside their numbers: a key {@code neuron} with 17 below a
 * population gets a key {@code neuronNamed} with {@code AVAL}, a key {@code site} with {@code
 * neurons[17].v} a {@code siteNamed} with {@code neurons[AVAL].v}. What has no name gets no such
 * key.
 */
public final class NamedFacts {

  /** What a key ends in that holds names. */
  public static final String NAMED = "Named";

  private static final List<String> POPULATION = List.of("population", "name");

  private final Network network;

  private NamedFacts(Network network) {
    this.network = network;
  }

  /** The same tree where the network has no names, or none is known. */
  public static Map<String, ?> of(Optional<Network> network, Map<String, ?> tree) {
    return network
        .filter(n -> n.populations().values().stream().anyMatch(p -> !p.names().isEmpty()))
        .<Map<String, ?>>map(n -> new NamedFacts(n).map(tree, Optional.empty()))
        .orElse(tree);
  }

  private Map<String, @Nullable Object> map(Map<?, ?> tree, Optional<Population> above) {
    Optional<Population> here = population(tree).or(() -> above);
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    tree.forEach((key, value) -> {
      String own = String.valueOf(key);
      named.put(own, value(value, here));
      name(own, value, here).ifPresent(name -> named.put(own + NAMED, name));
    });
    return named;
  }

  /** The population that a part of the tree tells of. */
  private Optional<Population> population(Map<?, ?> tree) {
    return POPULATION.stream()
        .map(tree::get)
        .filter(String.class::isInstance)
        .map(name -> network.populations().get(String.valueOf(name)))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  private @Nullable Object value(@Nullable Object value, Optional<Population> here) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> map(map, here);
      case List<?> list -> list.stream().map(each -> value(each, here)).toList();
      default -> value;
    };
  }

  private Optional<Object> name(String key, @Nullable Object value, Optional<Population> here) {
    if (value instanceof Integer neuron && key.equals("neuron")) {
      return here.map(Population::names)
          .filter(names -> neuron >= 0 && neuron < names.all().size())
          .map(names -> names.all().get(neuron));
    }
    if (value instanceof String text) {
      return Optional.<Object>of(NeuronNaming.of(Optional.of(network), text))
          .filter(named -> !named.equals(text));
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      List<String> named =
          list.stream()
              .map(each -> NeuronNaming.of(Optional.of(network), String.valueOf(each)))
              .toList();
      return named.equals(list) ? Optional.empty() : Optional.of(named);
    }
    return Optional.empty();
  }
}

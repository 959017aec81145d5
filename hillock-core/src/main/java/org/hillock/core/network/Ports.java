package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.problem.UsageException;

/**
 * Where the outside meets a network: what takes the image, what takes a label, what is read.
 *
 * @param image the population of {@code input} neurons that a stimulus is shown on
 * @param labels the one that labels are shown on, for networks that compare labels
 * @param decision how the answer is read
 */
public record Ports(Population image, Optional<Population> labels, Decision decision) {

  /**
   * The ports of a network that classifies.
   *
   * @throws UsageException where it states no decision, or not exactly one population could take
   *     the image
   */
  public static Ports of(Network network) {
    Decision decision =
        network
            .decision()
            .orElseThrow(() ->
                new UsageException(
                    "decision",
                    "network '"
                        + network.name()
                        + "' does not say how its answer is read, such as 'decision:"
                        + " {largest_value: out}'"));
    Optional<Population> labels =
        decision instanceof Decision.LargestGoodness(String name, var _)
            ? Optional.of(network.population(name))
            : Optional.empty();
    List<Population> inputs =
        network.populations().values().stream()
            .filter(p -> p.neuron().equals("input"))
            .filter(p -> labels.isEmpty() || !labels.get().name().equals(p.name()))
            .toList();
    if (inputs.size() != 1) {
      throw new UsageException(
          "populations",
          "network '"
              + network.name()
              + "' has "
              + inputs.size()
              + " populations of 'input' neurons that could take the image; exactly 1 is needed");
    }
    return new Ports(inputs.getFirst(), labels, decision);
  }

  /** How many answers there are. */
  public int classes(Network network) {
    return switch (decision) {
      case Decision.LargestValue(String name) -> network.population(name).size();
      case Decision.MostSpikes(String name) -> network.population(name).size();
      case Decision.LargestGoodness(String name, var _) -> network.population(name).size();
    };
  }
}

package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.problem.UsageException;

/**
 * Where the outside meets a network: what takes the image, what takes a label, what is read.
 *
 * @param image the population that a stimulus is shown on: of {@code input} neurons, or where there
 *     is none of {@code poisson} neurons
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
    List<Population> inputs = new java.util.ArrayList<>(ofModel(network, "input"));
    labels.ifPresent(shown -> inputs.removeIf(p -> p.name().equals(shown.name())));
    if (inputs.isEmpty()) {
      inputs.addAll(ofModel(network, "poisson"));
    }
    if (inputs.size() != 1) {
      throw new UsageException(
          "populations",
          "network '"
              + network.name()
              + "' has "
              + inputs.size()
              + " populations of 'input' neurons, or else of 'poisson' ones, that could take the"
              + " image; exactly 1 is needed");
    }
    return new Ports(inputs.getFirst(), labels, decision);
  }

  /**
   * The ports of a network; empty where it states no decision, so that nobody can ask it anything.
   *
   * @throws UsageException where it states one, but not exactly one population could take the image
   */
  public static Optional<Ports> ifDeciding(Network network) {
    return network.decision().map(_ -> of(network));
  }

  private static List<Population> ofModel(Network network, String neuron) {
    return network.populations().values().stream().filter(p -> p.neuron().equals(neuron)).toList();
  }

  /** How many answers there are. */
  public int classes(Network network) {
    return switch (decision) {
      case Decision.LargestValue(String name) -> network.population(name).size();
      case Decision.MostSpikes(String name) -> network.population(name).size();
      case Decision.Votes votes -> votes.classes();
      case Decision.LargestGoodness(String name, var _) -> network.population(name).size();
    };
  }
}

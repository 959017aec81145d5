package org.hillock.lab.stdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;

/** The same network with another number of neurons that vote. */
public final class Voters {

  private Voters() {}

  /**
   * Gives the voting population, and those that are joined to it neuron by neuron, another size.
   * Labels are lost.
   *
   * @param neurons at least 2
   * @throws UsageException where the network does not decide by votes, or something that would have
   *     to change is listed neuron by neuron
   */
  public static Network resized(Network network, int neurons) {
    if (!(network.decision().orElse(null) instanceof Decision.Votes votes)) {
      throw new UsageException(
          "--neurons",
          "network '" + network.name() + "' does not decide by votes: which neurons is not known");
    }
    if (neurons < 2) {
      throw new UsageException("--neurons", neurons + " is not >= 2");
    }
    if (network.population(votes.population()).size() == neurons) {
      return network;
    }
    Set<String> along = along(network, votes.population());
    for (Projection p : network.projections().values()) {
      boolean touched = along.contains(p.from()) || along.contains(p.to());
      if (touched && (p.connectivity() instanceof Connectivity.EdgeList || isListed(p.weights()))) {
        throw new UsageException(
            "--neurons",
            "projection '"
                + p.name()
                + "' lists its synapses or weights one by one; it cannot be"
                + " made larger or smaller");
      }
    }
    List<Population> changed = new ArrayList<>();
    along.forEach(name -> changed.add(sized(network.population(name), neurons)));
    Network unlabelled = network.withDecision(votes.withLabels(List.of()));
    return unlabelled.with(changed, List.of());
  }

  /** The population and all that have one neuron for each of its. */
  private static Set<String> along(Network network, String voters) {
    Set<String> along = new HashSet<>(Set.of(voters));
    boolean more = true;
    while (more) {
      more = false;
      for (Projection p : network.projections().values()) {
        boolean paired =
            p.connectivity() instanceof Connectivity.OneToOne
                || p.connectivity() instanceof Connectivity.AllButOwn;
        if (paired && (along.contains(p.from()) || along.contains(p.to()))) {
          more |= along.add(p.from());
          more |= along.add(p.to());
        }
      }
    }
    return along;
  }

  private static Population sized(Population p, int neurons) {
    boolean listed =
        p.params().values().stream().anyMatch(Voters::isListed)
            || p.bias().filter(Voters::isListed).isPresent()
            || !p.positions().isEmpty()
            || !p.spikeTimes().isEmpty();
    if (listed || p.shape().extents().size() > 1) {
      throw new UsageException(
          "--neurons",
          "population '"
              + p.name()
              + "' is a sheet, or lists numbers neuron by neuron; it cannot be made larger or"
              + " smaller");
    }
    return new Population(
        p.name(),
        Shape.of(neurons),
        p.model(),
        p.params(),
        p.bias(),
        List.of(),
        List.of(),
        p.expectedRate());
  }

  private static boolean isListed(Values values) {
    return values instanceof Values.Listed;
  }
}

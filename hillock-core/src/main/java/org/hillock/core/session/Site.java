package org.hillock.core.session;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A {@link SiteRef} found in a network.
 *
 * @param ref as written
 * @param population that owns it
 * @param neurons which of its neurons, each once, in the order written
 * @param variable what of them
 */
public record Site(
    SiteRef ref, Population population, Indices neurons, NeuronModel.Variable variable) {

  /**
   * Finds a site.
   *
   * @throws UsageException where nothing has that name (with the nearest one), a neuron is outside,
   *     or an axis is unknown
   */
  public static Site bind(Network network, SiteRef ref) {
    Population population = network.populations().get(ref.owner());
    String text = "site '" + ref + "'";
    if (population == null) {
      throw new UsageException(
          text
              + ": population '"
              + ref.owner()
              + "' is unknown; "
              + NearestName.hint(ref.owner(), network.populations().keySet()));
    }
    if (!ref.axes().isEmpty()) {
      String axis = ref.axes().keySet().iterator().next();
      throw new UsageException(text + ": populations of this network have no axis '" + axis + "'");
    }
    NeuronModel model = population.model();
    String wanted = ref.variable().orElse(model.variables().getFirst().name());
    NeuronModel.Variable variable =
        model
            .variable(wanted)
            .orElseThrow(() ->
                new UsageException(
                    text
                        + ": neurons of model '"
                        + model.name()
                        + "' have no variable '"
                        + wanted
                        + "'; "
                        + NearestName.hint(
                            wanted,
                            model.variables().stream().map(NeuronModel.Variable::name).toList())));
    return new Site(ref, population, neurons(text, ref, population), variable);
  }

  private static Indices neurons(String text, SiteRef ref, Population population) {
    if (ref.neurons().isEmpty()) {
      return Indices.of(IntStream.range(0, population.size()).toArray());
    }
    Set<Integer> all = new LinkedHashSet<>();
    for (SiteRef.Range range : ref.neurons()) {
      if (range.last() >= population.size()) {
        throw new UsageException(
            text
                + ": neuron "
                + range.last()
                + " is outside population '"
                + population.name()
                + "' (0.."
                + (population.size() - 1)
                + ")");
      }
      IntStream.rangeClosed(range.first(), range.last()).forEach(all::add);
    }
    return Indices.of(all.stream().mapToInt(Integer::intValue).toArray());
  }
}

package org.hillock.core.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A {@link SiteRef} found in a network.
 *
 * @param ref as written, with numbers in place of names
 * @param population that owns it
 * @param neurons which of its neurons, each once, in the order written
 * @param variable what of them
 * @param modulator whose level or other variable it is; empty for neurons
 */
public record Site(
    SiteRef ref,
    Population population,
    Indices neurons,
    NeuronModel.Variable variable,
    Optional<String> modulator) {

  /** What the addresses of modulators begin with, as in {@code modulators.fatigue.level}. */
  private static final String MODULATORS = "modulators";

  /**
   * Finds a site of neurons, or of a modulator, which is a site of one element: its level, {@code
   * modulators.fatigue.level}, or another variable of its equations.
   *
   * @throws UsageException as {@link #bind}
   */
  public static Site find(Network network, SiteRef ref) {
    if (!ofModulator(network, ref)) {
      return bind(network, ref);
    }
    String text = "site '" + ref + "'";
    String[] parts = ref.variable().orElse("").split("\\.", -1);
    Modulator modulator = network.modulators().get(parts[0]);
    if (modulator == null) {
      throw new UsageException(
          text
              + ": modulator '"
              + parts[0]
              + "' is unknown; "
              + NearestName.hint(parts[0], network.modulators().keySet()));
    }
    NeuronModel.Variable variable = variable(text, modulator, parts);
    if (!ref.neurons().isEmpty() || !ref.axes().isEmpty()) {
      throw new UsageException(text + ": a modulator has one level and no neurons to choose from");
    }
    Population one =
        new Population(
            parts[0],
            Shape.of(1),
            "input",
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());
    return new Site(ref, one, Indices.of(0), variable, Optional.of(parts[0]));
  }

  /** The level where nothing else is named. */
  private static NeuronModel.Variable variable(String text, Modulator modulator, String[] parts) {
    List<NeuronModel.Variable> known = modulator.variables();
    if (parts.length == 1) {
      return known.getFirst();
    }
    for (NeuronModel.Variable variable : known) {
      if (parts.length == 2 && variable.name().equals(parts[1])) {
        return variable;
      }
    }
    throw new UsageException(
        text
            + ": "
            + (known.size() == 1
                ? "a modulator has a level: modulators." + parts[0] + "." + known.getFirst().name()
                : "modulator '"
                    + parts[0]
                    + "' has no such variable; "
                    + NearestName.hint(
                        parts[1], known.stream().map(NeuronModel.Variable::name).toList())));
  }

  private static boolean ofModulator(Network network, SiteRef ref) {
    return ref.owner().equals(MODULATORS) && !network.populations().containsKey(MODULATORS);
  }

  /**
   * The address with numbers in place of names: {@code neurons[AVAL]} and, where one neuron of the
   * network is called so and no population, {@code AVAL} become {@code neurons[17]}.
   *
   * @throws UsageException where no neuron of the population has that name, with the nearest one
   */
  public static SiteRef numbered(Network network, SiteRef ref) {
    Population population = network.populations().get(ref.owner());
    if (population == null) {
      return ref.neurons().isEmpty() && ref.names().isEmpty() ? alone(network, ref) : ref;
    }
    if (ref.names().isEmpty()) {
      return ref;
    }
    List<SiteRef.Range> neurons = new ArrayList<>(ref.neurons());
    for (String name : ref.names()) {
      try {
        for (int number : population.names().numbers(population.name(), name)) {
          neurons.add(new SiteRef.Range(number, number));
        }
      } catch (UsageException e) {
        throw new UsageException("site '" + ref + "': " + e.getMessage());
      }
    }
    return new SiteRef(ref.owner(), neurons, ref.axes(), ref.variable());
  }

  /** The neuron that is called as an address's owner. */
  private static SiteRef alone(Network network, SiteRef ref) {
    List<SiteRef> found = new ArrayList<>();
    for (Population population : network.populations().values()) {
      population
          .names()
          .find(ref.owner())
          .ifPresent(n ->
              found.add(
                  new SiteRef(
                      population.name(),
                      List.of(new SiteRef.Range(n, n)),
                      ref.axes(),
                      ref.variable())));
    }
    if (found.size() > 1) {
      throw new UsageException(
          "site '"
              + ref
              + "': neurons of several populations are called so; say "
              + found.getFirst().owner()
              + "["
              + ref.owner()
              + "] or "
              + found.get(1).owner()
              + "["
              + ref.owner()
              + "]");
    }
    return found.isEmpty() ? ref : found.getFirst();
  }

  /** Names of populations, and of neurons where they have any. */
  private static List<String> known(Network network) {
    List<String> all = new ArrayList<>(network.populations().keySet());
    network.populations().values().forEach(p -> all.addAll(p.names().all()));
    return all;
  }

  /**
   * Finds a site.
   *
   * @throws UsageException where nothing has that name (with the nearest one), a neuron is outside,
   *     or an axis is unknown
   */
  public static Site bind(Network network, SiteRef written) {
    SiteRef ref = numbered(network, written);
    Population population = network.populations().get(ref.owner());
    String text = "site '" + ref + "'";
    if (population == null && ofModulator(network, ref) && !network.modulators().isEmpty()) {
      throw new UsageException(
          text
              + ": the level of a modulator can be recorded, clamped and stimulated, and nothing"
              + " else");
    }
    if (population == null) {
      throw new UsageException(
          text
              + ": population '"
              + ref.owner()
              + "' is unknown; "
              + NearestName.hint(ref.owner(), known(network)));
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
            .or(() -> model.cell().map(cell -> CellModels.variable(cell, wanted)))
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
    return new Site(ref, population, neurons(text, ref, population), variable, Optional.empty());
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

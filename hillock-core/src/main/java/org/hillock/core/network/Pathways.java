package org.hillock.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.core.transmitter.Transmitter;
import org.hillock.core.transmitter.Transmitters;

/**
 * Synapses that act at several receptors of their target, such as glutamate at AMPA and NMDA
 * receptors: one projection for each receptor, all of one pathway, which draw the same ends, delays
 * and weights at the same addresses.
 */
final class Pathways {

  private Pathways() {}

  /**
   * The projections, those that name a transmitter and no receptor with the receptors that it acts
   * at. One receptor: the projection keeps its name. Several: it becomes the pathway, and its parts
   * are named {@code projection_receptor}.
   *
   * @throws UsageException where the target has no receptor for it, or a part's name is taken
   */
  static Map<String, Projection> resolved(
      Map<String, Population> populations, Map<String, Projection> projections) {
    if (projections.values().stream().allMatch(p -> p.transmitter().isEmpty())) {
      return projections;
    }
    Map<String, Projection> all = new LinkedHashMap<>();
    projections.forEach((key, p) -> {
      for (Projection part : resolved(populations, p)) {
        String name = key.equals(p.name()) ? part.name() : key;
        if (all.put(name, part) != null || !name.equals(key) && projections.containsKey(name)) {
          throw new UsageException("projections." + name, "is there twice");
        }
      }
    });
    return all;
  }

  private static List<Projection> resolved(Map<String, Population> populations, Projection p) {
    if (p.transmitter().isEmpty()) {
      return List.of(p);
    }
    Transmitter transmitter =
        Transmitters.shipped().named(path(p) + ".transmitter", p.transmitter().get());
    Projection named = p.releasing(transmitter.name());
    Population target = populations.get(p.to());
    if (target == null || !target.model().takesSynapses()) {
      // refused with its reason by the checks that follow
      return List.of(named);
    }
    ReceptorChoice choice = new ReceptorChoice(path(p), transmitter, target);
    if (p.receptor().isPresent()) {
      choice.check(p.receptor().get());
      return List.of(named);
    }
    List<String> receptors = choice.receptors();
    return receptors.size() == 1
        ? List.of(named.at(receptors.getFirst()))
        : receptors.stream().map(r -> named.partAt(r, named.weights())).toList();
  }

  /** The parts of a projection that states its weights receptor by receptor. */
  static List<Projection> parts(Projection p, Map<String, Values> weights) {
    if (weights.size() == 1) {
      Map.Entry<String, Values> only = weights.entrySet().iterator().next();
      return List.of(p.at(only.getKey()).withWeights(only.getValue()));
    }
    return weights.entrySet().stream().map(w -> p.partAt(w.getKey(), w.getValue())).toList();
  }

  /** As {@link Network#pathways}. */
  static Map<String, List<Projection>> of(Map<String, Projection> projections) {
    Map<String, List<Projection>> all = new LinkedHashMap<>();
    for (Projection p : projections.values()) {
      all.computeIfAbsent(p.pathwayName(), _ -> new ArrayList<>()).add(p);
    }
    return all;
  }

  /**
   * Checks that the projections of a pathway are the same synapses.
   *
   * @throws UsageException naming the one that differs
   */
  static void check(Map<String, Projection> projections) {
    of(projections)
        .forEach((name, parts) -> {
          Projection first = parts.getFirst();
          for (Projection part : parts) {
            checkPart(name, first, part);
          }
        });
  }

  private static void checkPart(String pathway, Projection first, Projection part) {
    String path = "projections." + part.name();
    if (part.pathway().isEmpty() != first.pathway().isEmpty()
        || part.pathway().isEmpty() && part != first) {
      throw new UsageException(path, "has the name of the pathway '" + pathway + "'");
    }
    if (part.pathway().isEmpty()) {
      return;
    }
    String receptor = part.receptor().orElse("");
    if (!part.name().equals(pathway + "_" + receptor)) {
      throw new UsageException(
          path,
          "is of pathway '"
              + pathway
              + "' at receptor '"
              + receptor
              + "': its name must be '"
              + pathway
              + "_"
              + receptor
              + "'");
    }
    Projection same =
        new Projection(
            part.name(),
            first.from(),
            first.to(),
            first.connectivity(),
            part.weights(),
            first.delays(),
            part.receptor(),
            first.normalisation(),
            first.learning(),
            first.transmitter(),
            part.pathway(),
            first.release(),
            first.plasticity());
    if (!part.equals(same)) {
      throw new UsageException(
          path,
          "differs from '"
              + first.name()
              + "' in more than receptor and weights, although both are pathway '"
              + pathway
              + "'");
    }
  }

  /** Where a projection stands in a network file. */
  static String path(Projection p) {
    return "projections." + p.pathwayName();
  }

  /** Where its weights stand. */
  static String weightPath(Projection p) {
    return path(p) + (p.pathway().isPresent() ? ".weights." + p.receptor().orElse("") : ".weight");
  }
}

package org.hillock.core.network;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * Named populations and the projections between them: the whole description of a network of either
 * kind, immutable and checked.
 *
 * @param name of the network
 * @param seed of everything that is drawn to build it (connectivity, weights, delays, parameters)
 * @param populations in order, by name
 * @param projections in order, by name
 * @param modulators in order, by name
 * @param decision how an answer is read from it; empty where it answers no question
 * @param provenance where it comes from
 * @param transmission what is demanded of the transmitters that its cells release
 * @param presentation how a picture comes to it; empty where it is shown as a whole, at once
 */
public record Network(
    String name,
    long seed,
    Map<String, Population> populations,
    Map<String, Projection> projections,
    Map<String, Modulator> modulators,
    Optional<Decision> decision,
    Provenance provenance,
    Transmission transmission,
    Optional<Presentation> presentation) {

  /**
   * Gives every projection that names a transmitter its receptors, then checks everything that can
   * be known without building.
   *
   * @throws UsageException with the path of the place
   */
  public Network {
    populations = copy(populations);
    projections = copy(Pathways.resolved(populations, projections));
    modulators = copy(modulators);
    if (name.isBlank()) {
      throw new UsageException("name", "a network needs a name");
    }
    if (populations.isEmpty()) {
      throw new UsageException("populations", "a network needs at least one population");
    }
    NetworkChecks.check(populations, projections, modulators, decision);
    Pathways.check(projections);
    transmission.check(populations, projections);
    if (transmission.dale()) {
      new DaleLaw(populations, projections, transmission).check();
    }
  }

  /** A network that is shown pictures as a whole. */
  public Network(
      String name,
      long seed,
      Map<String, Population> populations,
      Map<String, Projection> projections,
      Map<String, Modulator> modulators,
      Optional<Decision> decision,
      Provenance provenance,
      Transmission transmission) {
    this(
        name,
        seed,
        populations,
        projections,
        modulators,
        decision,
        provenance,
        transmission,
        Optional.empty());
  }

  /** A network that demands nothing of the transmitters. */
  public Network(
      String name,
      long seed,
      Map<String, Population> populations,
      Map<String, Projection> projections,
      Map<String, Modulator> modulators,
      Optional<Decision> decision,
      Provenance provenance) {
    this(
        name,
        seed,
        populations,
        projections,
        modulators,
        decision,
        provenance,
        Transmission.UNRULED);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  public static NetworkBuilder builder(String name) {
    return new NetworkBuilder(name);
  }

  /**
   * The population of that name.
   *
   * @throws UsageException with the nearest known name
   */
  public Population population(String wanted) {
    return find("population", populations, wanted);
  }

  /** The projection of that name, else as {@link #population}. */
  public Projection projection(String wanted) {
    return find("projection", projections, wanted);
  }

  private static <T> T find(String kind, Map<String, T> all, String wanted) {
    T found = all.get(wanted);
    if (found == null) {
      throw new UsageException(
          kind + " '" + wanted + "' is unknown; " + NearestName.hint(wanted, all.keySet()));
    }
    return found;
  }

  /** The receptor that a projection ends on: the one it names, else the target's first. */
  public NeuronModel.Receptor receptor(Projection projection) {
    NeuronModel target = population(projection.to()).model();
    return projection
        .receptor()
        .flatMap(target::receptor)
        .orElseGet(() -> target.receptors().getFirst());
  }

  /** The projections that end on a population, in order. */
  public List<Projection> into(String population) {
    return projections.values().stream().filter(p -> p.to().equals(population)).toList();
  }

  /** The projections that leave a population, in order. */
  public List<Projection> outOf(String population) {
    return projections.values().stream().filter(p -> p.from().equals(population)).toList();
  }

  /**
   * The projections by pathway, in order: those that are the same synapses at several receptors
   * together, every other one alone under its own name.
   */
  public Map<String, List<Projection>> pathways() {
    return Pathways.of(projections);
  }

  /**
   * The number of a projection's pathway: what is drawn for its synapses is drawn at this address.
   *
   * @throws IllegalArgumentException where the projection is not in this network
   */
  public int pathwayIndex(Projection projection) {
    int index = List.copyOf(pathways().keySet()).indexOf(projection.pathwayName());
    if (index < 0) {
      throw new IllegalArgumentException("projection '" + projection.name() + "' is not in it");
    }
    return index;
  }

  /** How many neurons, inputs and sources included. */
  public long neurons() {
    return populations.values().stream().mapToLong(Population::size).sum();
  }

  /** The gain that the modulators give a population's sum at the start. */
  public double gain(String population) {
    double gain = 1;
    for (Modulator modulator : modulators.values()) {
      for (Modulator.Target target : modulator.targets()) {
        if (target.population().equals(population) && target.receptor().isEmpty()) {
          gain *= 1 + target.strength() * modulator.startLevel();
        }
      }
    }
    return gain;
  }

  /** The same network with these populations and projections in place of those of the same name. */
  public Network with(
      Collection<Population> newPopulations, Collection<Projection> newProjections) {
    Map<String, Population> replacedPopulations = new LinkedHashMap<>(populations);
    newPopulations.forEach(p -> replacedPopulations.put(p.name(), p));
    Map<String, Projection> replacedProjections = new LinkedHashMap<>(projections);
    newProjections.forEach(p -> replacedProjections.put(p.name(), p));
    return new Network(
        name,
        seed,
        replacedPopulations,
        replacedProjections,
        modulators,
        decision,
        provenance,
        transmission,
        presentation);
  }

  /** The same network under other demands on its transmitters. */
  public Network withTransmission(Transmission newTransmission) {
    return new Network(
        name,
        seed,
        populations,
        projections,
        modulators,
        decision,
        provenance,
        newTransmission,
        presentation);
  }

  public Network withName(String newName) {
    return new Network(
        newName,
        seed,
        populations,
        projections,
        modulators,
        decision,
        provenance,
        transmission,
        presentation);
  }

  /** The same network, its answer read in another way. */
  public Network withDecision(Decision newDecision) {
    return new Network(
        name,
        seed,
        populations,
        projections,
        modulators,
        Optional.of(newDecision),
        provenance,
        transmission,
        presentation);
  }

  public Network withProvenance(Provenance newProvenance) {
    return new Network(
        name,
        seed,
        populations,
        projections,
        modulators,
        decision,
        newProvenance,
        transmission,
        presentation);
  }

  /**
   * The same network with pictures shown in this way.
   *
   * @throws UsageException where it does not fit
   */
  public Network withPresentation(Presentation newPresentation) {
    newPresentation.check(this);
    return new Network(
        name,
        seed,
        populations,
        projections,
        modulators,
        decision,
        provenance,
        transmission,
        Optional.of(newPresentation));
  }
}

package org.hillock.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.problem.UsageException;

/**
 * Dale's law: a cell releases the same transmitters at all of its synapses (Strata and Harvey 1999,
 * doi 10.1016/S0361-9230(99)00100-8).
 *
 * <p>What a network tells of that is checked for each population: its projections name one
 * transmitter, or those that {@link Transmission#releases} declares. A projection that names none
 * tells only its sign, and so does one at a receptor that takes weights as they are: each neuron's
 * weights there must have one sign, that of the population's other projections. One transmitter may
 * still excite at one receptor and inhibit at another; cells that are declared to release several
 * may do both anywhere. What learning makes of the weights later is not foreseen.
 */
final class DaleLaw {

  private final Map<String, Population> populations;
  private final Map<String, Projection> projections;
  private final Transmission transmission;

  DaleLaw(
      Map<String, Population> populations,
      Map<String, Projection> projections,
      Transmission transmission) {
    this.populations = populations;
    this.projections = projections;
    this.transmission = transmission;
  }

  /**
   * Checks all populations.
   *
   * @throws UsageException naming the population, its projections and what they do, and for listed
   *     weights the first neuron that has both signs
   */
  void check() {
    for (Population p : populations.values()) {
      List<Projection> out =
          projections.values().stream().filter(o -> o.from().equals(p.name())).toList();
      checkTransmitters(p, out);
      if (transmission.of(p.name()).size() < 2) {
        checkSigns(p, out);
      }
    }
  }

  private static UsageException broken(Population p, String how) {
    return new UsageException(
        "populations." + p.name(), "breaks Dale's law, which 'dale: required' demands: " + how);
  }

  private void checkTransmitters(Population p, List<Projection> out) {
    Map<String, Projection> released = new LinkedHashMap<>();
    for (Projection o : out) {
      o.transmitter().ifPresent(name -> released.putIfAbsent(name, o));
    }
    if (released.size() > 1 && transmission.of(p.name()).isEmpty()) {
      List<String> told = new ArrayList<>();
      released.forEach((name, o) -> told.add(name + " (projection '" + o.pathwayName() + "')"));
      throw broken(
          p,
          "it releases "
              + String.join(" and ", told)
              + "; where its cells release all of these, state 'releases: ["
              + String.join(", ", released.keySet())
              + "]'");
    }
  }

  /** What all neurons of a population do through its projections, in words, by sign. */
  private record Claims(List<String> excites, List<String> inhibits) {

    Claims() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    List<String> side(boolean above0) {
      return above0 ? excites : inhibits;
    }

    boolean oneSided() {
      return excites.isEmpty() != inhibits.isEmpty();
    }

    void addAll(Claims others) {
      excites.addAll(others.excites);
      inhibits.addAll(others.inhibits);
    }
  }

  private void checkSigns(Population p, List<Projection> out) {
    Claims claims = new Claims();
    Claims ofNamed = new Claims();
    NeuronSigns neurons = new NeuronSigns(p.size());
    for (Projection o : out) {
      Receptor receptor = receptor(o);
      String told = "projection '" + o.name() + "' (receptor '" + receptor.name() + "') ";
      Claims mine = o.transmitter().isPresent() ? ofNamed : claims;
      switch (receptor.sign()) {
        case EXCITES -> mine.excites().add(told + "excites");
        case INHIBITS -> mine.inhibits().add(told + "inhibits");
        case AS_GIVEN -> addAsGiven(p, o, told, claims, neurons);
      }
    }
    // One transmitter may act both ways; where it acts one way only, all else must go with it.
    if (ofNamed.oneSided()) {
      claims.addAll(ofNamed);
    }
    if (!claims.excites().isEmpty() && !claims.inhibits().isEmpty()) {
      throw broken(p, claims.excites().getFirst() + ", " + claims.inhibits().getFirst());
    }
    checkNeurons(p, claims, neurons);
  }

  private static void addAsGiven(
      Population p, Projection o, String told, Claims claims, NeuronSigns neurons) {
    Signs signs = Signs.of(o.weights());
    if (!signs.both()) {
      if (signs.above0() || signs.below0()) {
        String side = signs.above0() ? "above 0" : "below 0";
        claims.side(signs.above0()).add(told + "has weights " + side);
      }
    } else if (o.weights() instanceof Values.Listed listed && NeuronSigns.knows(o)) {
      neurons.add(o, listed, p);
    } else {
      String why =
          o.weights() instanceof Values.Listed
              ? "they are listed, but the sources of its synapses are drawn"
              : o.weights().described() + " can give both";
      throw broken(p, told + "has weights of both signs: " + why);
    }
  }

  private static void checkNeurons(Population p, Claims claims, NeuronSigns neurons) {
    int both = neurons.both();
    if (both >= 0) {
      throw broken(
          p,
          "neuron "
              + both
              + " sends "
              + neurons.told(true, both)
              + " and "
              + neurons.told(false, both));
    }
    for (boolean above0 : new boolean[] {true, false}) {
      int other = neurons.next(!above0, 0);
      if (!claims.side(above0).isEmpty() && other >= 0) {
        throw broken(
            p,
            claims.side(above0).getFirst()
                + ", but neuron "
                + other
                + " sends "
                + neurons.told(!above0, other));
      }
    }
  }

  private Receptor receptor(Projection o) {
    Population target = java.util.Objects.requireNonNull(populations.get(o.to()));
    return o.receptor()
        .flatMap(target.model()::receptor)
        .orElseGet(() -> target.model().receptors().getFirst());
  }
}

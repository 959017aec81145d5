package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.cell.CellSite;
import org.hillock.core.cell.GapJunction;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * The two sides of an electrical synapse, through which w·(x_from − x_to) flows all the time.
 *
 * @param from what of the source it joins: a state of a point, or the potential at a place of a
 *     cell
 * @param to the same of the target
 */
public record ElectricalSynapse(String from, String to) {

  private static final String AT_PLACE = "." + CellSite.POTENTIAL;

  /** The sides of a projection's synapses; empty where they are chemical. */
  public static Optional<ElectricalSynapse> of(Network network, Projection p) {
    NeuronModel source = network.population(p.from()).model();
    NeuronModel target = network.population(p.to()).model();
    return of(source, target, network.receptor(p).port());
  }

  private static Optional<ElectricalSynapse> of(
      NeuronModel source, NeuronModel target, String port) {
    Optional<String> to =
        target.cell().isPresent()
            ? target.cell().flatMap(c -> c.gap(port)).map(ElectricalSynapse::potential)
            : target
                .equations()
                .flatMap(e -> e.couplings().stream().filter(c -> c.name().equals(port)).findFirst())
                .map(NeuronEquations.Coupling::state);
    return to.map(state -> new ElectricalSynapse(source(source, port, state), state));
  }

  /** Whether a port of a target is one of electrical synapses. */
  static boolean at(NeuronModel target, String port) {
    return of(target, target, port).isPresent();
  }

  private static String potential(GapJunction gap) {
    return gap.place() + AT_PLACE;
  }

  /** What is joined on the side of the source. */
  private static String source(NeuronModel source, String port, String state) {
    if (source.cell().isPresent()) {
      return source
          .cell()
          .flatMap(c -> c.gap(port))
          .map(ElectricalSynapse::potential)
          .orElse(CellSite.POTENTIAL);
    }
    return state.endsWith(AT_PLACE) ? CellSite.POTENTIAL : state;
  }

  /** Checks a projection that ends at a coupling; others pass. */
  static void check(String path, Projection p, Population from, Population to, String receptor) {
    Optional<ElectricalSynapse> sides = of(from.model(), to.model(), receptor);
    if (sides.isEmpty()) {
      return;
    }
    List<String> states =
        from.model().cell().isPresent()
            ? List.of(sides.get().from())
            : from.model()
                .equations()
                .map(e -> e.states().stream().map(NeuronEquations.State::name).toList())
                .orElse(List.of());
    String state = sides.get().from();
    if (!states.contains(state)) {
      throw new UsageException(
          path + ".from",
          "an electrical synapse at '"
              + receptor
              + "' needs state '"
              + state
              + "' on either side; neurons of model '"
              + from.neuron()
              + "' "
              + (states.isEmpty()
                  ? "have no states"
                  : "have none of that name; " + NearestName.hint(state, states)));
    }
    if (p.release().isPresent()) {
      throw new UsageException(path + ".release", "an electrical synapse has no vesicles");
    }
    if (p.delays().isPresent()) {
      throw new UsageException(path + ".delay", "an electrical synapse has no delay; leave it out");
    }
    if (p.weights().least() < 0) {
      throw new UsageException(
          path + ".weight",
          p.weights().described() + " can be negative; a conductance between cells is >= 0");
    }
  }
}

package org.hillock.core.network;

import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * What holds of electrical synapses: no delay, no conductance below 0, and a like state at each
 * end.
 */
final class CouplingChecks {

  private CouplingChecks() {}

  /** Checks a projection that ends at a coupling; others pass. */
  static void check(String path, Projection p, Population from, Population to, String receptor) {
    Optional<NeuronEquations.Coupling> coupling =
        to.model()
            .equations()
            .flatMap(
                e -> e.couplings().stream().filter(c -> c.name().equals(receptor)).findFirst());
    if (coupling.isEmpty()) {
      return;
    }
    String state = coupling.get().state();
    List<String> states =
        from.model()
            .equations()
            .map(e -> e.states().stream().map(NeuronEquations.State::name).toList())
            .orElse(List.of());
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

package org.hillock.core.network;

import java.util.Optional;

/**
 * All synapses from one population to another.
 *
 * <p>Weights are listed in the order of the synapses: for {@code dense} the matrix [target, source]
 * row by row, for {@code convolution} [filters, rows, columns, channels], for a rule that draws its
 * synapses in the order in which {@link org.hillock.core.wiring.Wiring} draws them.
 *
 * @param name unique in the network
 * @param from source population
 * @param to target population
 * @param connectivity which reaches which
 * @param weights one for each synapse, or for each parameter where a kernel is shared
 * @param delays of each synapse, a time above 0; empty means one step of the engine
 * @param receptor of the target's model; empty means its first
 * @param normalisation what is done to the source's values, as a group, before they are weighed
 * @param learning how the weights change; empty means that they do not
 */
public record Projection(
    String name,
    String from,
    String to,
    Connectivity connectivity,
    Values weights,
    Optional<Values> delays,
    Optional<String> receptor,
    Normalisation normalisation,
    Optional<LearningRule> learning) {

  /** What is done to the source population's values, as a group, before they are weighed. */
  public enum Normalisation {
    NONE,
    /**
     * Divided by their root mean square (plus 1e-8), so that only the pattern goes on and not its
     * strength: what Forward-Forward needs between layers (Hinton 2022, arXiv:2212.13345).
     */
    RMS
  }

  public Projection {
    Names.check("projections", name);
  }

  /** The same projection with other weights. */
  public Projection withWeights(Values newWeights) {
    return new Projection(
        name, from, to, connectivity, newWeights, delays, receptor, normalisation, learning);
  }
}

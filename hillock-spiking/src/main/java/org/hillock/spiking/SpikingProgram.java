package org.hillock.spiking;

import java.util.List;
import java.util.Optional;
import org.hillock.core.cell.Release;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.TimeGrid;
import org.hillock.spiking.plasticity.PlasticPlan;
import org.hillock.spiking.release.AxonTerminal;

/**
 * A network lowered to dense arrays: what a session runs. Immutable; arrays are shared and never
 * written.
 *
 * @param network that was lowered
 * @param grid the steps that delays and refractory times are counted in
 * @param populations in the order of the network
 * @param projections in the order of the network
 */
record SpikingProgram(
    Network network,
    TimeGrid grid,
    List<LoweredPopulation> populations,
    List<LoweredProjection> projections) {

  SpikingProgram {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
  }

  /**
   * One population.
   *
   * @param place number of the population in the network
   */
  record LoweredPopulation(String name, int size, int place, Dynamics dynamics) {}

  /**
   * One projection.
   *
   * @param from number of the source population
   * @param to number of the target population
   * @param receptor that its synapses end on
   * @param electrical what its synapses join; empty where they are chemical
   * @param releasing how spikes release vesicles; empty where each brings the weight once
   * @param learning how its synapses change; empty where they stay
   * @param normalised whether the source's values are divided by their root mean square
   * @param rows synapses by source
   * @param incoming synapses by target, where the source is a rate population
   */
  record LoweredProjection(
      String name,
      int from,
      int to,
      Receptor receptor,
      Optional<ElectricalSynapse> electrical,
      Optional<Releasing> releasing,
      Optional<Learning> learning,
      boolean normalised,
      SynapseRows rows,
      Optional<IncomingRows> incoming) {}

  /**
   * How the synapses of a projection change.
   *
   * @param quantum that arriving weights are whole numbers of
   */
  record Learning(PlasticPlan plan, double quantum) {}

  /**
   * How the terminals of a projection release vesicles.
   *
   * @param pathway number of the projection's pathway: parts of one pathway release together
   * @param quantum that weights are whole numbers of
   */
  record Releasing(Release release, int pathway, double quantum) {

    /** The terminal of a synapse. */
    AxonTerminal terminal(long trialSeed, int synapse) {
      return new AxonTerminal(release, trialSeed, AxonTerminal.number(pathway, synapse));
    }
  }
}

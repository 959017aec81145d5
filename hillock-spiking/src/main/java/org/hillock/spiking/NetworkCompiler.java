package org.hillock.spiking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.SpikingProgram.Releasing;
import org.hillock.spiking.lowered.ArrivalGrid;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.DynamicsCompiler;
import org.hillock.spiking.lowered.TimeGrid;
import org.hillock.spiking.plasticity.PlasticPlan;

/** Lowers a network to a {@link SpikingProgram}. */
final class NetworkCompiler {

  /** State, effects of interventions and lowered parameters of a neuron, at most. */
  private static final long BYTES_PER_NEURON = 200;

  /** Target (4) and weight (8). */
  private static final long BYTES_PER_SYNAPSE = 12;

  /** The same, and the bundle (4) that a target finds the value of its source by. */
  private static final long BYTES_PER_GRADED_SYNAPSE = 16;

  /** Number (4) and terminal, without its sites. */
  private static final long BYTES_PER_TERMINAL = 124;

  /**
   * Its bundle (4), its number (4), its place in a list of those of its target, some kept numbers.
   */
  private static final long BYTES_PER_PLASTIC_SYNAPSE = 48;

  /** Ends (8), weight (8), delay (8 + 4) and order (4), held while one projection is built. */
  private static final long BUILDING_BYTES_PER_SYNAPSE = 32;

  private final Network network;
  private final TimeGrid grid;

  private NetworkCompiler(Network network, TimeGrid grid) {
    this.network = network;
    this.grid = grid;
  }

  /**
   * Lowers a network.
   *
   * @throws UsageException where a delay does not fit the step, or a threshold lies below the reset
   */
  static SpikingProgram compile(Network network, double stepMs) {
    return new NetworkCompiler(network, new TimeGrid(stepMs)).compile();
  }

  /** What a session of the network will hold. */
  static MemoryEstimate estimate(Network network) {
    long synapses = 0;
    long bytes = network.neurons() * BYTES_PER_NEURON;
    for (Projection p : network.projections().values()) {
      long count = SynapseCount.synapses(network, p);
      synapses += count;
      bytes += count * (isGraded(network, p) ? BYTES_PER_GRADED_SYNAPSE : BYTES_PER_SYNAPSE);
      bytes += p.plasticity().isPresent() ? count * BYTES_PER_PLASTIC_SYNAPSE : 0;
      bytes +=
          p.release().isPresent() ? count * (BYTES_PER_TERMINAL + p.release().get().sites()) : 0;
    }
    return new MemoryEstimate(network.neurons(), synapses, bytes);
  }

  /** The most that is held at one time while the network is built. */
  static MemoryEstimate estimateWhileBuilding(Network network) {
    MemoryEstimate held = estimate(network);
    long largest =
        network.projections().values().stream()
            .mapToLong(p -> SynapseCount.synapses(network, p))
            .max()
            .orElse(0);
    return new MemoryEstimate(
        held.neurons(), held.synapses(), held.bytes() + largest * BUILDING_BYTES_PER_SYNAPSE);
  }

  private static boolean isGraded(Network network, Projection p) {
    return network.population(p.from()).model().family() == NeuronModel.Family.RATE;
  }

  private SpikingProgram compile() {
    List<String> names = List.copyOf(network.populations().keySet());
    List<LoweredPopulation> populations = new ArrayList<>();
    for (Population population : network.populations().values()) {
      Dynamics dynamics = new DynamicsCompiler(network, grid, population).lower();
      populations.add(
          new LoweredPopulation(
              population.name(), population.size(), populations.size(), dynamics));
    }
    List<LoweredProjection> projections = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      projections.add(lower(p, names.indexOf(p.from()), names.indexOf(p.to())));
    }
    return new SpikingProgram(network, grid, populations, projections);
  }

  private LoweredProjection lower(Projection p, int from, int to) {
    Synapses synapses = Wiring.of(network, p);
    if (!isGraded(network, p) && p.plasticity().isEmpty()) {
      round(synapses.weight(), network.population(p.to()));
    }
    int sources = network.population(p.from()).size();
    SynapseRows drawn = SynapseRows.of(synapses, delays(p, synapses), sources);
    boolean numbered = p.release().isPresent() || p.plasticity().isPresent();
    SynapseRows rows = numbered ? drawn : drawn.withoutNumbers();
    boolean normalised =
        switch (p.normalisation()) {
          case Normalisation.None _ -> false;
          case Normalisation.RootMeanSquare _ -> true;
          case Normalisation.Layer _, Normalisation.Batch _ ->
              throw new IllegalStateException("refused before");
        };
    Optional<ElectricalSynapse> electrical = ElectricalSynapse.of(network, p);
    if (!isGraded(network, p) || electrical.isPresent()) {
      return new LoweredProjection(
          p.name(),
          from,
          to,
          network.receptor(p),
          electrical,
          releasing(p),
          learning(p),
          normalised,
          rows,
          Optional.empty());
    }
    IncomingRows incoming = IncomingRows.of(rows, network.population(p.to()).size());
    return new LoweredProjection(
        p.name(),
        from,
        to,
        network.receptor(p),
        electrical,
        Optional.empty(),
        Optional.empty(),
        normalised,
        rows.withoutWeights(),
        Optional.of(incoming));
  }

  private Optional<SpikingProgram.Learning> learning(Projection p) {
    Population to = network.population(p.to());
    int bits = ArrivalGrid.DOUBLE_BITS;
    return p.plasticity()
        .map(_ ->
            new SpikingProgram.Learning(
                PlasticPlan.of(network, p, grid.stepMs()),
                ArrivalGrid.quantum(network, to, bits, grid.stepMs())));
  }

  private Optional<Releasing> releasing(Projection p) {
    Population to = network.population(p.to());
    int bits = ArrivalGrid.DOUBLE_BITS;
    return p.release()
        .map(release ->
            new Releasing(
                release,
                network.pathwayIndex(p),
                ArrivalGrid.quantum(network, to, bits, grid.stepMs())));
  }

  /** Rounds weights to the grid on which sums of arrivals are exact. */
  private void round(double[] weight, Population to) {
    double quantum = ArrivalGrid.quantum(network, to, ArrivalGrid.DOUBLE_BITS, grid.stepMs());
    for (int k = 0; k < weight.length; k++) {
      weight[k] = Math.rint(weight[k] / quantum) * quantum;
    }
  }

  private int[] delays(Projection p, Synapses synapses) {
    int[] steps = new int[synapses.count()];
    if (p.delays().isEmpty()) {
      java.util.Arrays.fill(steps, 1);
      return steps;
    }
    String path = "projections." + p.name() + ".delay";
    boolean drawn = p.delays().get() instanceof Values.Drawn;
    for (int k = 0; k < steps.length; k++) {
      double ms = synapses.delayMs()[k];
      steps[k] = drawn ? grid.drawnDelay(path, ms) : grid.statedDelay(path, ms);
    }
    return steps;
  }
}

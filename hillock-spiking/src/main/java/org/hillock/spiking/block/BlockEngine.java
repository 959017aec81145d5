package org.hillock.spiking.block;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Capability;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.KernelProvider;
import org.hillock.spiking.lowered.LearntWeights;

/** Opens networks of spiking neurons and sources whose synapses keep their weights. */
public final class BlockEngine {

  /** The sources without equations. */
  private static final Set<String> MODELS = Set.of("poisson", "spike-list");

  private BlockEngine() {}

  /** Why it cannot run a network, in a sentence; empty where it can. */
  public static Optional<String> refuses(Network network) {
    for (Population population : network.populations().values()) {
      if (!MODELS.contains(population.neuron())
          && population.model().cell().isEmpty()
          && !told(network, population)) {
        return Optional.of(
            "population '"
                + population.name()
                + "' is of model '"
                + population.neuron()
                + "', for which it has no kernel");
      }
    }
    for (Projection projection : network.projections().values()) {
      if (projection.connectivity() instanceof Connectivity.Convolution) {
        return Optional.of("projection '" + projection.name() + "' is a convolution");
      }
      if (projection.connectivity() instanceof Connectivity.Pooling) {
        return Optional.of("projection '" + projection.name() + "' is a pooling");
      }
    }
    return Optional.empty();
  }

  /** Whether spiking neurons are told by equations that need spikes and electrical synapses. */
  private static boolean told(Network network, Population population) {
    NeuronModel model = population.model();
    return model.family() != NeuronModel.Family.RATE
        && model
            .equations()
            .filter(e ->
                network.into(population.name()).stream()
                    .allMatch(p ->
                        ElectricalSynapse.of(network, p).isPresent()
                            || e.events().stream()
                                .anyMatch(port -> port.name().equals(network.receptor(p).port()))))
            .isPresent();
  }

  /** What its sessions of a network can do beside what all can. */
  public static Set<Class<? extends Capability>> offers(Network network) {
    return LearntWeights.learns(network)
        ? Set.of(Capability.Timed.class, Capability.Profiled.class, Capability.Plastic.class)
        : Set.of(Capability.Timed.class, Capability.Profiled.class);
  }

  /** What a session would take. */
  public static MemoryEstimate estimate(Network network, SessionOptions options) {
    return MemoryPlan.held(new BlockProgram(network, options));
  }

  /**
   * Opens a session.
   *
   * @param engine name of the engine that it belongs to
   * @throws org.hillock.core.problem.UsageException where the network does not fit the step
   * @throws org.hillock.core.problem.FailureException where memory does not suffice
   */
  public static Session open(Network network, SessionOptions options, String engine) {
    BlockProgram program = new BlockProgram(network, options);
    MemoryPlan.whileBuilding(program).requireFits(network.name(), options.memoryBytes());
    FloatKernels kernels = options.vectors() ? KernelProvider.fastest() : KernelProvider.scalar();
    List<Block> blocks = build(program, kernels);
    return new BlockSession(program, engine, options.seed(), kernels, blocks);
  }

  /** Builds the blocks side by side. */
  private static List<Block> build(BlockProgram program, FloatKernels kernels) {
    Block[] blocks = new Block[program.layout.blocks()];
    try (Workers workers = new Workers(program.threads)) {
      List<Map<Integer, Rows>> rows = program.rows(workers, Set.of());
      workers.each(blocks.length, b -> blocks[b] = new Block(program, b, kernels, rows.get(b)));
    }
    for (PlasticWiring wiring : program.plastic) {
      wiring.layOut(program, List.of(blocks), kernels);
    }
    return List.of(blocks);
  }
}

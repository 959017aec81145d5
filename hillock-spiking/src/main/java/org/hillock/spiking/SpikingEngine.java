package org.hillock.spiking;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engine;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.lowered.DynamicsCompiler;

/**
 * Runs networks in time, step by step: spiking neurons, and rate neurons updated asynchronously
 * with delays. Its sessions have the capability {@link org.hillock.core.session.Capability.Timed}.
 */
public final class SpikingEngine implements Engine {

  static final String NAME = "spiking";

  /** After engines without time, which are faster where a network needs none. */
  private static final int ORDER = 20;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Optional<String> refuses(Network network) {
    for (Population population : network.populations().values()) {
      if (!DynamicsCompiler.MODELS.contains(population.neuron())) {
        return Optional.of(
            "population '"
                + population.name()
                + "' is of model '"
                + population.neuron()
                + "', for which it has no equations");
      }
    }
    return Optional.empty();
  }

  @Override
  public MemoryEstimate estimate(Network network, SessionOptions options) {
    return NetworkCompiler.estimate(network);
  }

  @Override
  public Session open(Network network, SessionOptions options) {
    refuses(network)
        .ifPresent(why -> {
          throw new UsageException(
              "the spiking engine cannot run '" + network.name() + "': " + why);
        });
    NetworkCompiler.estimateWhileBuilding(network)
        .requireFits(network.name(), options.memoryBytes());
    return new SpikingSession(NetworkCompiler.compile(network, options.stepMs()), options.seed());
  }
}

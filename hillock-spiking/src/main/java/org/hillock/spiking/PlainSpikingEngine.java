package org.hillock.spiking;

import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engine;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.lowered.DynamicsCompiler;
import org.hillock.spiking.lowered.LearntWeights;

/**
 * The plain engine: scalar, double precision, one thread, rate neurons updated asynchronously with
 * delays. It judges the fast one, and runs what that does not. Its sessions can cut neurons out:
 * see {@link org.hillock.spiking.terms}.
 */
public final class PlainSpikingEngine implements Engine {

  static final String NAME = "spiking-plain";

  /** Only where it is asked for. */
  private static final int ORDER = 1000;

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
      if (!DynamicsCompiler.MODELS.contains(population.neuron())
          && population.model().equations().isEmpty()
          && population.model().cell().isEmpty()) {
        return Optional.of(
            "population '"
                + population.name()
                + "' is of model '"
                + population.neuron()
                + "', for which it has no equations");
      }
    }
    for (Projection projection : network.projections().values()) {
      if (refuses(projection).isPresent()) {
        return Optional.of("projection '" + projection.name() + "' " + refuses(projection).get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refuses(Projection projection) {
    if (projection.passes() > 0) {
      return Optional.of("counts its delay in passes, and this engine runs in time");
    }
    if (projection.connectivity() instanceof Pooling pooling
        && pooling.kind() == Pooling.Kind.MAX) {
      return Optional.of("takes the largest of what it carries, which is no sum of arrivals");
    }
    return switch (projection.normalisation()) {
      case Normalisation.None _, Normalisation.RootMeanSquare _ -> Optional.empty();
      case Normalisation.Layer _, Normalisation.Batch _ ->
          Optional.of(
              "normalises by '"
                  + projection.normalisation().word()
                  + "', which needs all values of one pass at once");
    };
  }

  @Override
  public Set<Class<? extends Capability>> offers(Network network) {
    return LearntWeights.learns(network)
        ? Set.of(Capability.Timed.class, Capability.Terms.class, Capability.Plastic.class)
        : Set.of(Capability.Timed.class, Capability.Terms.class);
  }

  @Override
  public MemoryEstimate estimate(Network network, SessionOptions options) {
    return NetworkCompiler.estimate(network);
  }

  @Override
  public Session open(Network network, SessionOptions options) {
    return open(network, options, NAME);
  }

  /** Opens a session in the name of another engine. */
  Session open(Network network, SessionOptions options, String engine) {
    refuses(network)
        .ifPresent(why -> {
          throw new UsageException(
              "the " + engine + " engine cannot run '" + network.name() + "': " + why);
        });
    NetworkCompiler.estimateWhileBuilding(network)
        .requireFits(network.name(), options.memoryBytes());
    return new SpikingSession(
        NetworkCompiler.compile(network, options.stepMs()), engine, options.seed());
  }
}

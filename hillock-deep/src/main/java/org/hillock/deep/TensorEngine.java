package org.hillock.deep;

import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engine;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.wiring.SynapseCount;

/**
 * Runs networks of rate neurons as tensors, on DJL and PyTorch: one advance is one forward pass, in
 * single precision, over a batch of inputs ({@code Capability.Batched}).
 *
 * <p>Convolutions, poolings and one-to-one projections are operations of their own; every other
 * connectivity becomes a full matrix with 0 where there is no synapse. A pass has no time, so
 * delays that projections state as times play no part in it, and neither does the step; a delay
 * that counts passes is how a network hears of what it did before, and the one way in which it may
 * have cycles; levels of modulators stand during a pass and go on to the next ({@link PassLevels}).
 * Learning rules are carried out by trainers, not by a session.
 */
public final class TensorEngine implements Engine {

  static final String NAME = "tensor";

  private static final int BYTES_PER_CELL = Float.BYTES;

  /** While it is laid out, a synapse has its two ends, a weight and a delay. */
  private static final int BYTES_PER_DRAWN_SYNAPSE = 2 * Integer.BYTES + 2 * Double.BYTES;

  /** While it is laid out, a cell is held once in double and once in single precision. */
  private static final int BYTES_PER_DRAWN_CELL = Double.BYTES + Float.BYTES;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<String> refuses(Network network) {
    return FeedForward.refusal(network);
  }

  @Override
  public Set<Class<? extends Capability>> offers(Network network) {
    return Set.of(Capability.Batched.class, Capability.Terms.class);
  }

  /** The matrices, and beside them what the largest one takes while it is laid out. */
  @Override
  public MemoryEstimate estimate(Network network, SessionOptions options) {
    long synapses = 0;
    long held = 0;
    long passing = 0;
    for (Projection projection : network.projections().values()) {
      long all = SynapseCount.synapses(network, projection);
      long cells = cells(network, projection);
      long drawn = isMatrix(projection) ? all : cells;
      synapses += all;
      held += BYTES_PER_CELL * cells;
      passing = Math.max(passing, BYTES_PER_DRAWN_CELL * cells + BYTES_PER_DRAWN_SYNAPSE * drawn);
    }
    long neurons = network.neurons();
    return new MemoryEstimate(neurons, synapses, held + passing + BYTES_PER_CELL * neurons);
  }

  private static boolean isMatrix(Projection projection) {
    return switch (projection.connectivity()) {
      case Convolution _, Pooling _, OneToOne _ -> false;
      default -> true;
    };
  }

  /** Numbers that are held for a projection. */
  private static long cells(Network network, Projection projection) {
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    return switch (projection.connectivity()) {
      case Pooling _ -> to.size();
      case Convolution rule -> SynapseCount.parameters(rule, from.shape(), to.shape());
      case OneToOne _ -> to.size();
      default -> (long) from.size() * to.size();
    };
  }

  @Override
  public Session open(Network network, SessionOptions options) {
    FeedForward plan = FeedForward.of(network);
    estimate(network, options).requireFits(network.name(), options.memoryBytes());
    return new TensorSession(new TensorNetwork(plan));
  }
}

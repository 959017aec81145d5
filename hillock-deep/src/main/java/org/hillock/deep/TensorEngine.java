package org.hillock.deep;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Engine;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.wiring.SynapseCount;

/**
 * Runs networks of rate neurons without cycles as tensors, on DJL and PyTorch: one advance is one
 * forward pass, in single precision, over a batch of inputs ({@code Capability.Batched}).
 *
 * <p>Every connectivity becomes a full matrix with 0 where there is no synapse. A pass has no time,
 * so delays that projections state play no part in it, and neither does the step; levels of
 * modulators stand during a pass and go on to the next ({@link PassLevels}). Learning rules are
 * carried out by trainers, not by a session.
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

  /** The matrices, and beside them what the largest one takes while it is laid out. */
  @Override
  public MemoryEstimate estimate(Network network, SessionOptions options) {
    long synapses = 0;
    long held = 0;
    long passing = 0;
    for (Projection projection : network.projections().values()) {
      long cells =
          (long) network.population(projection.from()).size()
              * network.population(projection.to()).size();
      long drawn = SynapseCount.synapses(network, projection);
      synapses += drawn;
      held += BYTES_PER_CELL * cells;
      passing = Math.max(passing, BYTES_PER_DRAWN_CELL * cells + BYTES_PER_DRAWN_SYNAPSE * drawn);
    }
    long neurons = network.neurons();
    return new MemoryEstimate(neurons, synapses, held + passing + BYTES_PER_CELL * neurons);
  }

  @Override
  public Session open(Network network, SessionOptions options) {
    FeedForward plan = FeedForward.of(network);
    estimate(network, options).requireFits(network.name(), options.memoryBytes());
    return new TensorSession(new TensorNetwork(plan));
  }
}

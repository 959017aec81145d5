package org.hillock.spiking;

import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engine;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.block.BlockEngine;

/**
 * Runs networks in time, step by step: spiking neurons fast and on several threads, and networks
 * that hold rate neurons as the plain engine does. Its sessions have the capability {@link
 * org.hillock.core.session.Capability.Timed}, fast ones {@link
 * org.hillock.core.session.Capability.Profiled} as well.
 */
public final class SpikingEngine implements Engine {

  static final String NAME = "spiking";

  /** After engines without time, which are faster where a network needs none. */
  private static final int ORDER = 20;

  private final PlainSpikingEngine plain = new PlainSpikingEngine();

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
    return plain.refuses(network);
  }

  @Override
  public Set<SessionOptions.Choice> heeds(Network network) {
    return BlockEngine.refuses(network).isEmpty()
        ? Set.of(SessionOptions.Choice.values())
        : plain.heeds(network);
  }

  @Override
  public Set<Class<? extends Capability>> offers(Network network) {
    return BlockEngine.refuses(network).isEmpty()
        ? BlockEngine.offers(network)
        : plain.offers(network);
  }

  @Override
  public MemoryEstimate estimate(Network network, SessionOptions options) {
    return BlockEngine.refuses(network).isEmpty()
        ? BlockEngine.estimate(network, options)
        : plain.estimate(network, options);
  }

  @Override
  public Session open(Network network, SessionOptions options) {
    return BlockEngine.refuses(network).isEmpty()
        ? BlockEngine.open(network, options, NAME)
        : plain.open(network, options, NAME);
  }
}

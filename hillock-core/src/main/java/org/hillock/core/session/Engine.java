package org.hillock.core.session;

import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;

/** A service that runs networks; found with {@link java.util.ServiceLoader}. */
public interface Engine {

  /** One word, such as {@code spiking}. */
  String name();

  /** Engines are asked in this order, smallest first. */
  int order();

  /** Why it cannot run a network, in a sentence; empty where it can. */
  Optional<String> refuses(Network network);

  /**
   * Which choices of {@link SessionOptions} it heeds when it runs a network; it passes over the
   * others, so a verb refuses them. None, unless it says more.
   */
  default Set<SessionOptions.Choice> heeds(Network network) {
    return Set.of();
  }

  /** What its sessions of a network can do beside what all can; none, unless it says more. */
  default Set<Class<? extends Capability>> offers(Network network) {
    return Set.of();
  }

  /** What a session would take. */
  MemoryEstimate estimate(Network network, SessionOptions options);

  /**
   * Opens a session.
   *
   * @throws org.hillock.core.problem.UsageException where it refuses the network
   * @throws org.hillock.core.problem.FailureException where memory does not suffice
   */
  Session open(Network network, SessionOptions options);
}

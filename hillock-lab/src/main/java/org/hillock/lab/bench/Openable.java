package org.hillock.lab.bench;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;

/** A network of any kind that sessions can be opened of, as often as is wanted. */
public interface Openable {

  /** Its name. */
  String name();

  /**
   * Its description where Hillock has one, with projections and weights; empty for a foreign graph,
   * which is run as it stands.
   */
  Optional<Network> described();

  /** Whether it lives in time; else it runs in passes. */
  boolean timed();

  /**
   * Opens a session on the engine that suits it best.
   *
   * @throws org.hillock.core.problem.UsageException where no engine can run it, with the reasons
   */
  Session open(SessionOptions options);

  /**
   * Opens a session that has a capability, if need be on a slower engine; empty where no engine
   * offers it for this network.
   */
  Optional<Session> open(SessionOptions options, Class<? extends Capability> wanted);

  /**
   * Gives a session what belongs to the subject and not to a stimulus; called after each reset.
   * Nothing, unless it says more.
   */
  default void begin(Session session) {}

  /** A network that Hillock describes; of equal networks equal. */
  static Openable of(Network network) {
    return new DescribedNetwork(network);
  }
}

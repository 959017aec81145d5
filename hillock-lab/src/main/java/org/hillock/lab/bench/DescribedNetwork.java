package org.hillock.lab.bench;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;

/** A network that Hillock describes, on the engines that are installed. */
record DescribedNetwork(Network network) implements Openable {

  @Override
  public String name() {
    return network.name();
  }

  @Override
  public Optional<Network> described() {
    return Optional.of(network);
  }

  @Override
  public boolean timed() {
    return Engines.suited(network).offers(network).contains(Capability.Timed.class);
  }

  @Override
  public Session open(SessionOptions options) {
    return Engines.open(network, options);
  }

  @Override
  public Optional<Session> open(SessionOptions options, Class<? extends Capability> wanted) {
    return Engines.offering(network, wanted).map(e -> e.open(network, options));
  }
}

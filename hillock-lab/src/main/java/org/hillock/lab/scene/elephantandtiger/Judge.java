package org.hillock.lab.scene.elephantandtiger;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;

/** Asks a network in time what an animal weighs that is shown after another. */
final class Judge implements AutoCloseable {

  /** How long the first animal is looked at. */
  static final double BEFORE_MS = 1000;

  private final Session session;
  private final Capability.Timed timed;

  Judge(Network network, long seed) {
    session = Engines.open(network, SessionOptions.seeded(seed).withStepMs(SizeNetwork.STEP_MS));
    timed = session.capability(Capability.Timed.class).orElseThrow();
  }

  /** What the channels answer at the end of the second picture. */
  double[] channels(Optional<Animal> before, double gapMs, Animal now) {
    session.reset(0);
    if (before.isPresent()) {
      session.present(Stimulus.frame(SizeNetwork.IMAGE, before.get().picture()));
    }
    timed.advance(BEFORE_MS);
    if (gapMs > 0) {
      session.present(new Stimulus.Nothing(SizeNetwork.IMAGE));
      timed.advance(gapMs);
    }
    session.present(Stimulus.frame(SizeNetwork.IMAGE, now.picture()));
    timed.advance(SizeNetwork.WINDOW_MS);
    return session.read(session.bind(SiteRef.parse(SizeNetwork.CHANNELS)))[0];
  }

  double estimate(Optional<Animal> before, double gapMs, Animal now) {
    return SizeNetwork.estimate(channels(before, gapMs, now));
  }

  @Override
  public void close() {
    session.close();
  }
}

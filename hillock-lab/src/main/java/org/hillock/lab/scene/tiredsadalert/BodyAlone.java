package org.hillock.lab.scene.tiredsadalert;

import java.util.Arrays;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.decide.SpikeCounter;

/** What the cells that hear the heart say while nothing is seen. */
final class BodyAlone {

  private static final double SECONDS = 5;

  private BodyAlone() {}

  /** Mean rate of a cell. */
  static double rateHz(Network network, long seed) {
    int cells = network.population(BodyNetwork.BODY).size();
    SpikeCounter spikes = new SpikeCounter(cells);
    SessionOptions options = SessionOptions.seeded(seed).withStepMs(BodyNetwork.STEP_MS);
    try (Session session = Engines.open(network, options)) {
      session.record(new Probe(SiteRef.of(BodyNetwork.BODY, "spikes"), 0), spikes);
      session.capability(Capability.Timed.class).orElseThrow().advance(1000 * SECONDS);
    }
    return Arrays.stream(spikes.counts()).sum() / (cells * SECONDS);
  }
}

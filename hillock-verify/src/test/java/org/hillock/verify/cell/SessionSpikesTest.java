package org.hillock.verify.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a modeller sees: the squid axon behind a session, recorded and stimulated at places. */
class SessionSpikesTest {

  private static final double STEP_MS = 0.025;

  /** That the issue of this cell asks for. */
  private static final double ALLOWED_MS = 0.02;

  @Test
  void recordedPotentialsCrossZeroWhenTheReferencesDo() {
    JsonNode expected = Tables.json("squid-axon.json").get("cold");
    Network network =
        Network.builder("axons")
            .population("cell", 1, CellModels.of(DescribedCell.of(expected.get("cell"))), p -> p)
            .build();
    JsonNode stimulus = expected.get("stimulus");
    double start = stimulus.get("start").asDouble();
    try (Session session =
        Engines.named("spiking").open(network, SessionOptions.seeded(1).withStepMs(STEP_MS))) {
      Recording[] recorded = new Recording[expected.get("places").size()];
      for (int k = 0; k < recorded.length; k++) {
        recorded[k] = new Recording();
        session.record(new Probe(site(expected.get("places").get(k)), STEP_MS), recorded[k]);
      }
      session.apply(
          new Intervention.Stimulate(
              site(stimulus.get("place")),
              1000 * stimulus.get("na").asDouble(),
              new Intervention.Window(start, start + stimulus.get("duration").asDouble())));
      session.capability(Capability.Timed.class).orElseThrow().advance(8);
      for (int k = 0; k < recorded.length; k++) {
        Recording r = recorded[k];
        double[] crossings =
            IntStream.range(1, r.size())
                .filter(i -> r.value(i - 1) < 0 && r.value(i) >= 0)
                .mapToDouble(i -> r.along(i) - STEP_MS * r.value(i) / (r.value(i) - r.value(i - 1)))
                .toArray();
        assertThat(crossings).hasSize(1);
        assertThat(crossings[0])
            .isCloseTo(expected.get("spikes_ms").get(k).get(0).asDouble(), within(ALLOWED_MS));
      }
    }
  }

  private static SiteRef site(JsonNode place) {
    return SiteRef.parse("cell." + Tables.place(place) + ".v");
  }
}

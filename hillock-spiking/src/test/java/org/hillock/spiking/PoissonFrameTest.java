package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;

/** Frames on Poisson sources: how many times its own rate each fires at. */
class PoissonFrameTest {

  private static final int SOURCES = 100;

  @Test
  void aFrameScalesTheRateOfEachSource() {
    float[] frame = new float[SOURCES];
    for (int i = 0; i < SOURCES; i++) {
      frame[i] = i < 30 ? 0 : i < 60 ? 0.5f : 1.5f;
    }
    try (Session session = How.ONE_THREAD.open(network(), SessionOptions.seeded(3))) {
      Recording spikes = new Recording();
      session.record(new Probe(SiteRef.parse("in.spikes"), 0), spikes);
      session.present(Stimulus.frame("in", frame));
      advance(session, 10_000);
      int[] counts = new int[3];
      for (int k = 0; k < spikes.size(); k++) {
        counts[spikes.neuron(k) < 30 ? 0 : spikes.neuron(k) < 60 ? 1 : 2]++;
      }
      // five standard deviations of a Poisson count
      assertThat(counts[0]).isZero();
      double half = 30 * 10 * 100;
      assertThat((double) counts[1]).isCloseTo(half, within(5 * Math.sqrt(half)));
      double more = 40 * 10 * 300;
      assertThat((double) counts[2]).isCloseTo(more, within(5 * Math.sqrt(more)));
    }
  }

  @Test
  void allEnginesMakeTheSameSpikesUnderFramesNothingAndReset() {
    List<String> plain = story(How.PLAIN);
    assertThat(plain.size()).isGreaterThan(1000);
    assertThat(story(How.ONE_THREAD)).isEqualTo(plain);
    assertThat(story(How.THREE_THREADS)).isEqualTo(plain);
  }

  @Test
  void vectorsDrawTheWordsThatScalarsDo() {
    List<String> vectors = story(new SpikingEngine().open(network(), SessionOptions.seeded(3)));
    SessionOptions scalar = SessionOptions.seeded(3).withoutVectors();
    assertThat(story(new SpikingEngine().open(network(), scalar))).isEqualTo(vectors);
  }

  private static List<String> story(How how) {
    return story(how.open(network(), SessionOptions.seeded(3)));
  }

  private static List<String> story(Session session) {
    try (session) {
      Recording spikes = new Recording();
      session.record(new Probe(SiteRef.parse("in.spikes"), 0), spikes);
      advance(session, 30);
      float[] frame = new float[SOURCES];
      for (int i = 40; i < SOURCES; i++) {
        frame[i] = (i % 7) / 4f;
      }
      session.present(Stimulus.frame("in", frame));
      advance(session, 60);
      session.present(new Stimulus.Nothing("in"));
      advance(session, 20);
      session.reset(1);
      advance(session, 30);
      return Bench.rows(spikes);
    }
  }

  private static void advance(Session session, double ms) {
    session.capability(Capability.Timed.class).orElseThrow().advance(ms);
  }

  private static Network network() {
    return Network.builder("frames")
        .population("in", SOURCES, "poisson", p -> p.param("rate", "200 Hz"))
        .population("cell", 70, "lif-delta")
        .projection("in", "cell", new Connectivity.Dense(), c -> c.weight("0.1 mV").delay("0.3 ms"))
        .build();
  }
}

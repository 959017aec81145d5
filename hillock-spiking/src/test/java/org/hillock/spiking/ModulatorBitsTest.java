package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hillock.spiking.Modulators.STEP;
import static org.hillock.spiking.Modulators.TIRED;
import static org.hillock.spiking.Modulators.driven;
import static org.hillock.spiking.Modulators.schedule;
import static org.hillock.spiking.Modulators.tau;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Schedule.Interpolation;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;

/** Levels have the same bits however a network is run. */
class ModulatorBitsTest {

  @Test
  void neitherThreadsNorVectorsNorRecordingChangeABit() {
    Network network = lively();
    SessionOptions precise = SessionOptions.seeded(4).withPrecision(Precision.DOUBLE);
    List<String> plain = story(new PlainSpikingEngine().open(network, precise), true, 1);
    assertThat(plain.size()).isGreaterThan(500);
    SessionOptions single = SessionOptions.seeded(4);
    List<String> scalar =
        story(new SpikingEngine().open(network, single.withoutVectors().withThreads(1)), true, 1);
    for (int threads : new int[] {1, 2, 3}) {
      for (boolean vectors : new boolean[] {true, false}) {
        SessionOptions fast = vectors ? precise : precise.withoutVectors();
        Session session = new SpikingEngine().open(network, fast.withThreads(threads));
        assertThat(story(session, true, threads)).isEqualTo(plain);
        SessionOptions floats = vectors ? single : single.withoutVectors();
        session = new SpikingEngine().open(network, floats.withThreads(threads));
        assertThat(story(session, true, 9)).isEqualTo(scalar);
      }
      Session silent = new SpikingEngine().open(network, precise.withThreads(threads));
      List<String> spikes = plain.stream().filter(row -> row.startsWith("s")).toList();
      assertThat(story(silent, false, 300)).isEqualTo(spikes);
    }
  }

  /** Everything at once: gains, receptors, a text that reads, activity, schedules and hands. */
  private static Network lively() {
    Modulator fatigue =
        driven(
            Optional.of(schedule(Interpolation.LINEAR, "0 ms: 0", "50 ms: 0.3")),
            new Activity("exc", Measure.PER_HZ, 0.004),
            new Target("exc", -0.6),
            new Target("exc", Optional.of("excitatory"), 0.5));
    Modulator tone =
        new Modulator(
            "tone",
            0.5,
            tau("7 ms"),
            Optional.of(schedule(Interpolation.CONSTANT, "0 ms: 0.1", "13 ms: 0.9")),
            Optional.of(new Activity("noise", Measure.PER_HZ, 1e-4)),
            List.of(new Target("reader", 0.7)));
    Modulator mood =
        Modulator.told(
            "mood",
            """
            modulator tone = 0
            state level = 0.2
            state shadow = 0.1
            dlevel/dt = (own + tone*drive - shadow*level)/(9 ms)
            dshadow/dt = (level^2 - shadow)/(5 ms)
            """,
            Optional.of(schedule(Interpolation.CONSTANT, "0 ms: 0.7", "21 ms: 0.2")),
            List.of(
                new Activity("exc", Measure.PER_HZ, 0.002, Optional.of("own")),
                new Activity("noise", Measure.PER_HZ, 2e-5)),
            List.of(new Target("exc", 0.4)));
    return Network.builder("lively")
        .seed(8)
        .population("noise", 60, "poisson", p -> p.param("rate", "2 kHz"))
        .population("exc", 60, "lif-cond")
        .population("reader", 7, NeuronTexts.read("t", FIRES), p -> p)
        .projection(
            "drive",
            "noise",
            "exc",
            new Connectivity.OneToOne(),
            p -> p.receptor("excitatory").weight("3 nS").delay("0.5 ms"))
        .projection(
            "loop",
            "exc",
            "exc",
            new Connectivity.FixedInDegree(8, true, true),
            p -> p.receptor("inhibitory").weight("2 nS").delay("1.3 ms"))
        .projection(
            "heard",
            "exc",
            "reader",
            new Connectivity.FixedInDegree(5, true, true),
            p -> p.weight("1 mV").delay("2.1 ms"))
        .modulator(fatigue)
        .modulator(tone)
        .modulator(mood)
        .build();
  }

  private static final String FIRES =
      """
      neuron fires
      about Its drive and its threshold are bent by modulators.
      parameter tau = 10 ms > 0
      parameter v_t = 5 mV
      modulator fatigue = 0      # raises the threshold
      modulator tone = 0         # pushes
      state v = 0 mV
      dv/dt = (tone*9 mV - v)/tau
      on arrivals: v += w
      spike when v > v_t*(1 + fatigue)
      reset: v = 0 mV
      """;

  private static List<String> story(Session session, boolean levels, int stride) {
    session.apply(
        new Intervention.Clamp(SiteRef.parse("modulators.tone.level"), 0.2, new Window(21.3, 30)));
    session.apply(new Intervention.Stimulate(SiteRef.parse(TIRED), 0.2, new Window(33, 44.7)));
    List<String> rows = new ArrayList<>();
    List<Recording> recorded = new ArrayList<>();
    for (String site : new String[] {"exc.spikes", "reader.spikes"}) {
      Recording recording = new Recording();
      recorded.add(recording);
      session.record(Probe.of(site), recording);
    }
    for (String site :
        new String[] {
          TIRED, "modulators.tone.level", "modulators.mood.shadow", "reader.v", "exc[0..4].v"
        }) {
      Recording recording = new Recording();
      if (levels) {
        recorded.add(recording);
        session.record(new Probe(SiteRef.parse(site), 0.7), recording);
      }
    }
    for (int done = 0; done < 600; done += stride) {
      int next = Math.min(stride, 600 - done);
      session
          .capability(org.hillock.core.session.Capability.Timed.class)
          .orElseThrow()
          .advance(next * STEP);
    }
    for (int k = 0; k < recorded.size(); k++) {
      String kind = k < 2 ? "s" + k + " " : "l" + k + " ";
      Bench.rows(recorded.get(k)).forEach(row -> rows.add(kind + row));
    }
    return rows;
  }
}

package org.hillock.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.cell.Release;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells with parts among point neurons. */
class CellNetworkTest {

  private static final double MS = 40;

  static Network network() {
    return Network.builder("mixed")
        .seed(3)
        .population("drive", 30, "poisson", p -> p.param("rate", "200 Hz"))
        .population("cell", 7, CellModels.of(TestCells.richCell()), p -> p)
        .population("point", 40, "lif-exp", p -> p)
        .population("joined", 9, JOINED, p -> p)
        .projection(
            "in",
            "drive",
            "cell",
            new Connectivity.FixedInDegree(10, true, true),
            p ->
                p.weight("1 nS").delay("1 ms").receptor("x").release(Release.depressing(6).drawn()))
        .projection(
            "slow",
            "drive",
            "cell",
            new Connectivity.FixedInDegree(5, true, true),
            p -> p.weight("0.4 nS").delay("2 ms").receptor("y").release(Release.depressing(3)))
        .projection(
            "out",
            "cell",
            "point",
            new Connectivity.AllToAll(true),
            p ->
                p.weight("3000 pA")
                    .delay("1.5 ms")
                    .receptor("excitatory")
                    .release(Release.depressing(6).drawn()))
        .projection(
            "back",
            "point",
            "cell",
            new Connectivity.FixedInDegree(3, true, true),
            p -> p.weight("2 nS").delay("0.5 ms").receptor("z"))
        .projection(
            "between-cells",
            "cell",
            "cell",
            new Connectivity.AllToAll(false),
            p -> p.weight("0.5 nS").receptor("gj"))
        .projection(
            "to-points",
            "cell",
            "joined",
            new Connectivity.FixedInDegree(2, true, true),
            p -> p.weight("3 nS").receptor("gap"))
        .projection(
            "from-points",
            "joined",
            "cell",
            new Connectivity.FixedInDegree(2, true, true),
            p -> p.weight("1 nS").receptor("gj"))
        .projection(
            "between-points",
            "joined",
            "joined",
            new Connectivity.AllToAll(false),
            p -> p.weight("1 nS").receptor("gap"))
        .build();
  }

  private static final NeuronModel JOINED =
      NeuronTexts.read(
          "test",
          """
          neuron joined
          parameter tau = 20 ms > 0
          parameter e_l = -65 mV
          parameter c = 100 pF > 0
          bias in pA
          state v = e_l
          dv/dt = (e_l - v)/tau + (i_gap + bias)/c
          coupling gap in nS: i_gap = w*(v_pre - v)
          on excitatory: v += w
          spike when v > -50 mV
          reset: v = -60 mV
          refractory 2 ms holding v
          """);

  private static final String[] SITES = {
    "cell.spikes",
    "point.spikes",
    "cell.v",
    "joined.v",
    "joined.spikes",
    "cell[2..4].apic[1](0.5).v",
    "cell.apic[0](0.7).ca_in",
    "cell.soma.na-hh.m",
    "cell.soma.na-hh.i",
    "cell.apic[2](0.5).slow.g",
  };

  private static List<String> run(String engine, SessionOptions options, int strides) {
    try (Session session = Engines.named(engine).open(network(), options.withStepMs(0.025))) {
      List<Recording> recordings = new ArrayList<>();
      for (String site : SITES) {
        Recording recording = new Recording();
        recordings.add(recording);
        session.record(
            new Probe(SiteRef.parse(site), site.endsWith("spikes") ? 0 : 0.5), recording);
      }
      session.apply(
          new Intervention.Stimulate(
              SiteRef.parse("cell[0].apic[1](0.8).v"), 300, new Intervention.Window(5, 25)));
      session.apply(
          new Intervention.Stimulate(SiteRef.parse("cell[1]"), 500, new Intervention.Window(3, 9)));
      session.apply(
          new Intervention.Clamp(
              SiteRef.parse("cell[2].dend[0](0.5).v"), -20, new Intervention.Window(10, 20)));
      session.apply(
          new Intervention.Silence(
              SiteRef.parse("cell[3]"),
              Intervention.Silence.Scope.INPUTS,
              new Intervention.Window(0, 30)));
      session.apply(
          new Intervention.Clamp(
              SiteRef.parse("joined[4].v"), -30, new Intervention.Window(10, 20)));
      session.apply(
          new Intervention.Stimulate(SiteRef.parse("joined"), 120, new Intervention.Window(0, 30)));
      session.apply(new Intervention.Lesion("slow", new Intervention.Window(12, 14)));
      session.apply(new Intervention.Lesion("from-points", new Intervention.Window(20, 25)));
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      for (int k = 0; k < strides; k++) {
        timed.advance(MS / strides);
      }
      List<String> rows = new ArrayList<>();
      for (Recording r : recordings) {
        List<String> its = new ArrayList<>();
        for (int i = 0; i < r.size(); i++) {
          its.add(r.along(i) + " " + r.neuron(i) + " " + r.value(i));
        }
        its.sort(null);
        rows.add(its.size() + its.toString());
      }
      return rows;
    }
  }

  @Test
  void theFastEngineGivesThePlainEnginesBits() {
    SessionOptions options = SessionOptions.seeded(5).withPrecision(Precision.DOUBLE);
    List<String> plain = run("spiking-plain", options, 1);
    List<String> fast = run("spiking", options.withThreads(1), 1);
    assertThat(plain.get(0)).as("spikes").isNotEqualTo("0[]");
    assertThat(plain.get(1)).as("spikes of points").isNotEqualTo("0[]");
    for (int k = 0; k < SITES.length; k++) {
      assertThat(fast.get(k)).as(SITES[k]).isEqualTo(plain.get(k));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 4", "7, 2"})
  void threadsAndStridesChangeNoBit(int threads, int strides) {
    SessionOptions options = SessionOptions.seeded(5);
    assertThat(run("spiking", options.withThreads(threads), strides))
        .isEqualTo(run("spiking", options.withThreads(1), 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cell.apic[9](0.5).v | there is no section 'apic[9]'",
        "cell.apic[1](1.5).v | not within 0",
        "cell.apic[1](0.5).vv | there is no 'vv' at apic[1](0.5); did you mean 'v'?",
        "cell.soma.na-h.m | no 'na-h' stands at soma(0.5); did you mean 'na-hh'?",
        "cell.soma.na-hh.n | 'na-hh' has no 'n'",
        "cell.axon.ca_in | there is no 'ca_in' at axon(0.5)",
        "cell.w | a cell has 'spikes', 'v'",
      })
  void sitesThatAreNotThereAreTold(String site, String message) {
    try (Session session = Engines.named("spiking").open(network(), SessionOptions.seeded(1))) {
      assertThatThrownBy(() -> session.record(Probe.of(site), new Recording()))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(message);
    }
  }
}

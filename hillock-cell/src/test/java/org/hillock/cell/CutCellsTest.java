package org.hillock.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.terms.TermsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells with parts cut out of their networks. */
class CutCellsTest {

  private static final double STEP = 0.025;

  private static void disturb(Session session) {
    session.apply(
        new Intervention.Stimulate(
            SiteRef.parse("cell[0].apic[1](0.8).v"), 300, new Intervention.Window(2, 12)));
    session.apply(
        new Intervention.Stimulate(SiteRef.parse("cell[0]"), 900, new Intervention.Window(3, 19)));
    session.apply(
        new Intervention.Clamp(
            SiteRef.parse("cell[2].dend[0](0.5).v"), -20, new Intervention.Window(4, 9)));
    session.apply(
        new Intervention.Silence(
            SiteRef.parse("cell[4]"),
            Intervention.Silence.Scope.INPUTS,
            new Intervention.Window(3, 8)));
    session.apply(
        new Intervention.Stimulate(SiteRef.parse("joined"), 120, new Intervention.Window(0, 30)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3})
  void aCellIsWhatItIsInTheNetwork(double fromMs) {
    TermsContract contract =
        new TermsContract(CellNetworkTest.network(), STEP, fromMs, CutCellsTest::disturb)
            .check(2, 260);
    assertThat(contract.additive()).containsEntry("cell", false).containsEntry("point", true);
    assertThat(contract.spikes()).isPositive();
  }

  private static Network leaking() {
    CellBuilder cell =
        new CellBuilder("leaky", TestCells.tree())
            .initialMv(-60)
            .membrane("all", 1, 150)
            .insert("all", "leak", Map.of("g", "0.1 mS/cm^2", "e", "-68 mV"))
            .spikes("axon(0.9)", -20);
    return Network.builder("leaking")
        .population(
            "cell",
            2,
            CellModels.of(cell.build()),
            p -> p.bias(Values.listed(Numbers.of(new double[] {50, 0}), "pA")))
        .build();
  }

  private static void push(Session session) {
    session.apply(
        new Intervention.Stimulate(
            SiteRef.parse("cell[0].apic[1](0.8).v"), 30, new Intervention.Window(2, 5)));
    session.apply(
        new Intervention.Stimulate(SiteRef.parse("cell"), -20, new Intervention.Window(3, 6)));
  }

  /** What is left of each push adds up, from the start and from a later state. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 2.5})
  void aCellThatJustLeaksAddsUp(double fromMs) {
    TermsContract contract =
        new TermsContract(leaking(), STEP, fromMs, CutCellsTest::push).check(2, 150);
    assertThat(contract.additive()).containsEntry("cell", true);
  }

  @Test
  void thePlaceThatIsNamedIsExplained() {
    try (Session session =
        Engines.named("spiking-plain").open(leaking(), SessionOptions.seeded(1).withStepMs(STEP))) {
      push(session);
      Capability.Terms terms = session.capability(Capability.Terms.class).orElseThrow();
      terms.keep(SiteRef.parse("cell[0]"), 0);
      session.capability(Capability.Timed.class).orElseThrow().advance(4);
      for (String place : new String[] {"v", "dend[0](0.5).v", "apic[1](0.8).v"}) {
        SiteRef site = SiteRef.parse("cell[0]." + place);
        IsolatedNeuron cut = terms.isolate(site, 0);
        assertThat(cut.value()).isEqualTo(session.read(session.bind(site))[0][0]);
        double sum = Arrays.stream(cut.contributions().orElseThrow()).sum();
        // rounding of a few sums of some tens of mV
        assertThat(sum).isCloseTo(cut.value(), within(1e-11));
        assertThat(cut.threshold()).isEmpty();
      }
      assertThat(terms.isolate(SiteRef.parse("cell[0]"), 0).threshold()).hasValue(-20.0);
      assertThatThrownBy(() -> terms.isolate(SiteRef.parse("cell[0].soma.leak.i"), 0))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("potential at a place");
    }
  }
}

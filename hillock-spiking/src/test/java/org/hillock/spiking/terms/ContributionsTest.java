package org.hillock.spiking.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.junit.jupiter.api.Test;

/** Contributions against what follows from the equations on paper. */
class ContributionsTest {

  private static final double TAU = 20;

  /** Spikes at 1 and 4 ms that arrive 1 ms later with 8 and −3 mV at a leaky cell. */
  private static NetworkBuilder two() {
    return Network.builder("two")
        .population("first", 1, "spike-list", p -> p.spikes(new double[] {1}))
        .population("second", 1, "spike-list", p -> p.spikes(new double[] {4}))
        .population("cell", 1, "lif-delta")
        .projection("a", "first", "cell", one(), c -> c.weight("8 mV").delay("1 ms"))
        .projection("b", "second", "cell", one(), c -> c.weight("-3 mV").delay("1 ms"));
  }

  private static Connectivity one() {
    return new Connectivity.OneToOne();
  }

  private static IsolatedNeuron cut(
      Network network, double fromMs, double ms, Intervention... interventions) {
    try (Session session = Engines.named("spiking-plain").open(network, SessionOptions.seeded(1))) {
      for (Intervention one : interventions) {
        session.apply(one);
      }
      Capability.Terms terms = session.capability(Capability.Terms.class).orElseThrow();
      terms.keep(SiteRef.parse("cell[0]"), fromMs);
      session.capability(Capability.Timed.class).orElseThrow().advance(ms);
      return terms.isolate(SiteRef.parse("cell[0]"), 0);
    }
  }

  private static double of(IsolatedNeuron cut, Term.Kind kind, String through) {
    double[] each = cut.contributions().orElseThrow();
    double sum = 0;
    int found = 0;
    for (int k = 0; k < each.length; k++) {
      Term term = cut.terms().get(k);
      if (term.kind() == kind && term.through().equals(through)) {
        sum += each[k];
        found++;
      }
    }
    assertThat(found).as(kind + " " + through).isPositive();
    return sum;
  }

  private static double left(double ms) {
    return Math.exp(-ms / TAU);
  }

  @Test
  void anArrivalDecaysWithTheMembrane() {
    IsolatedNeuron cut = cut(two().build(), 0, 10);
    // a hundred steps of rounding
    assertThat(of(cut, Term.Kind.SYNAPSE, "a")).isCloseTo(8 * left(8), within(1e-13));
    assertThat(of(cut, Term.Kind.SYNAPSE, "b")).isCloseTo(-3 * left(5), within(1e-13));
    assertThat(of(cut, Term.Kind.REST, "")).isZero();
    assertThat(cut.value()).isCloseTo(8 * left(8) - 3 * left(5), within(1e-13));
  }

  @Test
  void whatCameBeforeIsHistory() {
    IsolatedNeuron cut = cut(two().build(), 3, 10);
    assertThat(of(cut, Term.Kind.HISTORY, "")).isCloseTo(8 * left(8), within(1e-13));
    assertThat(of(cut, Term.Kind.SYNAPSE, "b")).isCloseTo(-3 * left(5), within(1e-13));
    assertThat(cut.terms().stream().filter(t -> t.through().equals("a"))).isEmpty();
  }

  @Test
  void aStimulusFillsTheMembraneWhileItStands() {
    Intervention push =
        new Intervention.Stimulate(SiteRef.parse("cell"), 0.5, new Intervention.Window(2, 6));
    IsolatedNeuron cut = cut(two().build(), 0, 10, push);
    double expected = 0.5 * TAU * (left(4) - left(8));
    assertThat(of(cut, Term.Kind.STIMULUS, "")).isCloseTo(expected, within(1e-12));
  }

  /** What came before a spike is gone with it; what it leaves behind belongs to the rest. */
  @Test
  void aSpikeCutsOffWhatCameBefore() {
    Network network =
        two()
            .population("strong", 1, "spike-list", p -> p.spikes(new double[] {2}))
            .projection("c", "strong", "cell", one(), c -> c.weight("30 mV").delay("0.5 ms"))
            .build();
    IsolatedNeuron cut = cut(network, 0, 10);
    assertThat(of(cut, Term.Kind.SYNAPSE, "a")).isZero();
    assertThat(of(cut, Term.Kind.SYNAPSE, "c")).isZero();
    assertThat(of(cut, Term.Kind.SYNAPSE, "b")).isCloseTo(-3 * left(5), within(1e-13));
    double[] ones = new double[cut.terms().size()];
    java.util.Arrays.fill(ones, 1);
    assertThat(cut.respond(ones)).containsExactly(2.6);
    IsolatedNeuron then = cut(network, 0, 2.6);
    assertThat(then.output()).isEqualTo(1);
    assertThat(of(then, Term.Kind.SYNAPSE, "c")).isCloseTo(30 * left(0.1), within(1e-13));
    assertThat(then.value()).isGreaterThan(20);
    double[] without = ones(then);
    for (int k = 0; k < without.length; k++) {
      without[k] = then.terms().get(k).through().equals("c") ? 0 : 1;
    }
    assertThat(then.respond(without)).isEmpty();
  }

  private static double[] ones(IsolatedNeuron cut) {
    double[] ones = new double[cut.terms().size()];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  /** Arrivals count as at the start of the modulators; the rest is theirs. */
  @Test
  void aModulatorHasWhatItMakesOfTheOthers() {
    Network network =
        two()
            .modulator(
                new Modulator(
                    "up",
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new Modulator.Target("cell", 0.5))))
            .build();
    Intervention raise =
        new Intervention.Clamp(SiteRef.parse("modulators.up.level"), 1, Intervention.Window.ALWAYS);
    IsolatedNeuron cut = cut(network, 0, 10, raise);
    double alone = 8 * left(8) - 3 * left(5);
    assertThat(of(cut, Term.Kind.SYNAPSE, "a")).isCloseTo(8 * left(8), within(1e-13));
    assertThat(of(cut, Term.Kind.MODULATOR, "")).isCloseTo(0.5 * alone, within(1e-13));
    assertThat(cut.value()).isCloseTo(1.5 * alone, within(1e-13));
  }

  /** A threshold that moves is told as it stands. */
  @Test
  void theThresholdIsReadOffTheCondition() {
    var tired =
        NeuronTexts.read(
            "test",
            """
            neuron tired
            state v = 0 mV
            state theta = 5 mV
            dv/dt = -v/(20 ms)
            dtheta/dt = (5 mV - theta)/(50 ms)
            on excitatory: v += w
            spike when 2*v >= theta + 1 mV
            reset: v = 0 mV; theta += 4 mV
            """);
    Network network =
        Network.builder("tired")
            .population("first", 1, "spike-list", p -> p.spikes(new double[] {1}))
            .population("cell", 1, tired, p -> p)
            .projection("a", "first", "cell", one(), c -> c.weight("8 mV").delay("1 ms"))
            .build();
    IsolatedNeuron cut = cut(network, 0, 10);
    // it fired at 2.1 ms
    double theta = 5 + 4 * Math.exp(-7.9 / 50);
    assertThat(cut.threshold().orElseThrow()).isCloseTo((theta + 1) / 2, within(1e-12));
  }
}

package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.session.Intervention.Clamp;
import org.hillock.core.session.Intervention.Lesion;
import org.hillock.core.session.Intervention.Patch;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Intervention.Silence.Scope;
import org.hillock.core.session.Intervention.Stimulate;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each intervention, in its window, on both kinds of neuron. Steps are 1 ms. */
@ParameterizedClass
@EnumSource(How.class)
class InterventionTest {

  @Parameter How how = How.PLAIN;

  private static final Window MIDDLE = new Window(10, 20);

  /** A clock that fires at 1, 2, 3, … ms onto a perfect integrator that follows two steps later. */
  private Bench clockwork() {
    Network network =
        Network.builder("clockwork")
            .population("clock", 1, "if", p -> p.bias(Values.constant(1, "mV/ms")))
            .population("cell", 1, "if", p -> p)
            .projection("clock", "cell", Bench.one(), c -> c.weight("1 mV"))
            .build();
    return how.bench(network, 1);
  }

  /** in → a → b, each passing on what it gets. */
  private Bench chain() {
    Network network =
        Network.builder("chain")
            .population("in", 2, "input")
            .population("a", 2, "identity")
            .population("b", 2, "identity")
            .projection("in", "a", new Connectivity.OneToOne(), c -> c)
            .projection("a", "b", new Connectivity.OneToOne(), c -> c.weight("2"))
            .build();
    Bench bench = how.bench(network, 1);
    bench.session.present(Stimulus.frame("in", new float[] {3, 5}));
    return bench;
  }

  private static SiteRef site(String text) {
    return SiteRef.parse(text);
  }

  /** The values of one neuron over the coming steps; the index is the time in ms. */
  private static double[] trace(Bench bench, String name, int steps) {
    Recording recording = bench.record(name);
    bench.steps(steps);
    int last = recording.size() - 1;
    double[] trace = new double[(int) Math.round(recording.along(last)) + 1];
    for (int k = 0; k < recording.size(); k++) {
      trace[(int) Math.round(recording.along(k))] = recording.value(k);
    }
    return trace;
  }

  @Test
  void silencedOutputsAreMadeButNotSent() {
    Bench bench = clockwork();
    Recording clock = bench.record("clock.spikes");
    Recording cell = bench.record("cell.spikes");
    bench.session.apply(new Silence(site("clock"), Scope.OUTPUTS, MIDDLE));
    bench.steps(30);
    assertThat(clock.size()).isEqualTo(30);
    // steps 10..19 make the spikes of 11..20 ms, which would have been answered at 13..22 ms
    assertThat(bench.stepsOf(cell)).hasSize(18).doesNotContain(13L, 17L, 22L).contains(12L, 23L);
  }

  @Test
  void silencedInputsDoNotArrive() {
    Bench bench = clockwork();
    Recording cell = bench.record("cell.spikes");
    bench.session.apply(new Silence(site("cell"), Scope.INPUTS, MIDDLE));
    bench.steps(30);
    assertThat(bench.stepsOf(cell)).hasSize(18).contains(10L, 21L).doesNotContain(11L, 20L);
    bench.session.clearInterventions();
    bench.session.reset(0);
    bench.steps(30);
    assertThat(cell.size()).isEqualTo(18 + 28);
  }

  @Test
  void bothSidesFallSilent() {
    Bench bench = clockwork();
    bench.session.apply(new Silence(site("cell"), Scope.BOTH, Window.ALWAYS));
    assertThat(bench.steps(10).read("cell.v")[0]).isZero();
    Bench rates = chain();
    rates.session.apply(new Silence(site("a"), Scope.BOTH, Window.ALWAYS));
    assertThat(rates.steps(10).read("a.value")).containsExactly(0, 0);
    assertThat(rates.read("b.value")).containsExactly(0, 0);
  }

  @Test
  void receiversSeeASilencedRateNeuronAtZeroAndThenAgain() {
    Bench bench = chain();
    bench.session.apply(new Silence(site("a[0]"), Scope.OUTPUTS, MIDDLE));
    double[] b = trace(bench, "b[0].value", 30);
    assertThat(bench.read("b[1].value")[0]).isEqualTo(10);
    // the change is sent at 11 ms, arrives at 12 and is computed at 13; it ends ten steps later
    for (int t = 6; t <= 30; t++) {
      assertThat(b[t]).as("at %s ms", t).isEqualTo(t >= 13 && t < 23 ? 0 : 6);
    }
  }

  @Test
  void silencedInputsOfARateNeuronLeaveItsBias() {
    Bench bench = chain();
    bench.session.apply(new Silence(site("b"), Scope.INPUTS, MIDDLE));
    bench.session.apply(new Stimulate(site("b.sum"), 0.5, MIDDLE));
    double[] b = trace(bench, "b[0].value", 30);
    for (int t = 6; t <= 30; t++) {
      assertThat(b[t]).isEqualTo(t >= 11 && t < 21 ? 0.5 : 6);
    }
  }

  @Test
  void aClampedPotentialIsHeldAndMakesNoSpike() {
    Bench bench = clockwork();
    Recording clock = bench.record("clock.spikes");
    bench.session.apply(new Clamp(site("clock.v"), 7, MIDDLE));
    double[] v = trace(bench, "clock.v", 19);
    assertThat(v[10]).isZero();
    assertThat(v[11]).isEqualTo(7);
    assertThat(bench.stepsOf(clock)).hasSize(10);
    bench.steps(3);
    // what was held above threshold fires once it is free
    assertThat(bench.stepsOf(clock)).endsWith(21L, 22L);
  }

  @Test
  void leakyNeuronsAreHeldToo() {
    for (String model : new String[] {"lif-delta", "lif-exp"}) {
      Network network = Network.builder("held").population("cell", 2, model).build();
      Bench bench = how.bench(network, 1);
      bench.session.apply(new Patch(site("cell.v"), Numbers.of(30, -70), Window.ALWAYS));
      Recording spikes = bench.record("cell.spikes");
      assertThat(bench.steps(5).read("cell.v")).containsExactly(30, -70);
      assertThat(spikes.size()).isZero();
    }
  }

  @Test
  void aClampedValueIsSeenByReceivers() {
    Bench bench = chain();
    bench.session.apply(new Clamp(site("a.value"), -1, MIDDLE));
    double[] b = trace(bench, "b[0].value", 30);
    for (int t = 6; t <= 30; t++) {
      assertThat(b[t]).isEqualTo(t >= 13 && t < 23 ? -2 : 6);
    }
  }

  @Test
  void patchesGiveEachNeuronItsValueAndTheLastOneWins() {
    Bench bench = chain();
    bench.session.apply(new Patch(site("in.value"), Numbers.of(7, 8), Window.ALWAYS));
    bench.session.apply(new Patch(site("a[1,0].value"), Numbers.of(1, 2), Window.ALWAYS));
    bench.session.apply(new Clamp(site("a[0].value"), 9, Window.ALWAYS));
    bench.steps(10);
    assertThat(bench.read("in.value")).containsExactly(7, 8);
    assertThat(bench.read("a.sum")).containsExactly(7, 8);
    assertThat(bench.read("a.value")).containsExactly(9, 1);
    assertThat(bench.read("b.value")).containsExactly(18, 2);
  }

  @Test
  void stimuliAddToTheBiasAndToEachOther() {
    Network network =
        Network.builder("stimulated")
            .population("if", 1, "if")
            .population("delta", 1, "lif-delta")
            .population("exp", 1, "lif-exp")
            .build();
    Bench bench = how.bench(network, 1);
    for (String name : new String[] {"if", "delta", "exp"}) {
      bench.session.apply(new Stimulate(site(name), 0.125, new Window(0, 3)));
      bench.session.apply(new Stimulate(site(name), 0.25, new Window(0, 2)));
    }
    bench.steps(5);
    assertThat(bench.read("if.v")[0]).isEqualTo(0.875);
    double delta = 0;
    double exp = 0;
    for (int n = 0; n < 5; n++) {
      double amount = n < 2 ? 0.375 : n < 3 ? 0.125 : 0;
      delta = Math.exp(-0.05) * delta + (1 - Math.exp(-0.05)) * 20 * amount;
      exp = Math.exp(-0.1) * exp + (1 - Math.exp(-0.1)) * 10 / 250 * amount;
    }
    assertThat(bench.read("delta.v")[0]).isCloseTo(delta, within(1e-14));
    assertThat(bench.read("exp.v")[0]).isCloseTo(-65 + exp, within(1e-12));
  }

  @Test
  void aLesionCutsArrivalsAndARateIsSeenAgainWhenItEnds() {
    Bench bench = clockwork();
    Recording cell = bench.record("cell.spikes");
    bench.session.apply(new Lesion("clock_cell", MIDDLE));
    bench.steps(30);
    assertThat(bench.stepsOf(cell)).hasSize(18).contains(10L, 21L).doesNotContain(11L, 20L);
    assertThat(bench.timed().synapticEvents()).isEqualTo(18);
    Bench rates = chain();
    rates.session.apply(new Lesion("a_b", MIDDLE));
    rates.steps(12);
    rates.session.present(Stimulus.frame("in", new float[] {4, 4}));
    double[] b = trace(rates, "b[0].value", 18);
    for (int t = 13; t <= 30; t++) {
      assertThat(b[t]).isEqualTo(t < 21 ? 0 : 8);
    }
  }

  @Test
  void aLesionHoldsBackASteadyDrive() {
    Network network =
        Network.builder("drive")
            .population("in", 1, "input")
            .population("cell", 1, "if", p -> p.param("v_th", "100 mV"))
            .projection("in", "cell", Bench.one(), c -> c.weight("1 mV"))
            .build();
    Bench bench = how.bench(network, 1);
    bench.session.apply(new Lesion("in_cell", MIDDLE));
    bench.session.present(Stimulus.frame("in", new float[] {1}));
    assertThat(bench.steps(30).read("cell.v")[0]).isEqualTo(29 - 10);
  }
}

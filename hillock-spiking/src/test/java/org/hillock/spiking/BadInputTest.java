package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention.Clamp;
import org.hillock.core.session.Intervention.Lesion;
import org.hillock.core.session.Intervention.Patch;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Intervention.Stimulate;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;

/** What is wrong is said in one message with the thing, its value and what is allowed. */
class BadInputTest {

  private final Bench bench =
      new Bench(
          Network.builder("small")
              .population("in", 2, "input")
              .population("train", 2, "spike-list")
              .population("noise", 1, "poisson")
              .population("cell", 3, "lif-exp")
              .population("rate", 2, "relu")
              .projection("noise", "cell", Bench.one(), c -> c.weight("1 pA"))
              .build(),
          0.1);

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private static Network delayed(Values delay) {
    return Network.builder("delayed")
        .population("a", 1, "if")
        .population("b", 1, "if")
        .projection("a", "b", Bench.one(), c -> c.weight("1 mV").delay(delay))
        .build();
  }

  private static SiteRef site(String text) {
    return SiteRef.parse(text);
  }

  @Test
  void delaysThatDoNotFitTheStep() {
    refused(
        () -> new Bench(delayed(Values.constant(0.05, "ms")), 0.1),
        "projections.a_b.delay: delay 0.05 ms is shorter than the step of 0.1 ms");
    refused(
        () -> new Bench(delayed(Values.constant(1.25, "ms")), 0.1),
        "projections.a_b.delay: delay 1.25 ms is not a whole number of steps of 0.1 ms");
    refused(
        () -> new Bench(delayed(Values.constant(30, "h")), 0.1),
        "projections.a_b.delay: delay 108000000 ms is more than the 1048576 steps of 0.1 ms that a"
            + " delay may have");
    // 0.3 / 0.1 is 2.9999999999999996: whole within 1e-9
    assertThat(new Bench(delayed(Values.constant(0.3, "ms")), 0.1).timed().stepMs()).isEqualTo(0.1);
  }

  @Test
  void thresholdsBelowTheResetOfOneNeuron() {
    Network network =
        Network.builder("low")
            .population(
                "cell",
                2,
                "lif-exp",
                p -> p.param("v_th", Values.listed(Numbers.of(-50, -66), "mV")))
            .build();
    refused(
        () -> new Bench(network, 0.1),
        "populations.cell.params.v_th: neuron 1: -66 mV is not above v_reset -65 mV");
  }

  @Test
  void stimuliThatDoNotFit() {
    refused(
        () -> bench.session.present(Stimulus.frame("inn", new float[2])),
        "population 'inn' is unknown; did you mean 'in'?");
    refused(
        () -> bench.session.present(Stimulus.frame("in", new float[3])),
        "a stimulus for 'in' has 3 numbers where the population has 2 neurons");
    refused(
        () -> bench.session.present(new Stimulus.Frames("in", new float[4][2])),
        "a stimulus for 'in' has 4 rows; the spiking engine runs one at a time");
    refused(
        () -> bench.session.present(Stimulus.frame("rate", new float[2])),
        "population 'rate' of model 'relu' cannot take a frame; populations of 'input' and 'poisson'"
            + " neurons take one");
    refused(
        () -> bench.session.present(new Stimulus.SpikeTrains("in", List.of())),
        "population 'in' of model 'input' cannot take spike trains; populations of 'spike-list'"
            + " neurons take them");
    refused(
        () -> bench.session.present(new Stimulus.Nothing("cell")),
        "population 'cell' of model 'lif-exp' cannot take a stimulus; 'input', 'poisson' and"
            + " 'spike-list' neurons can, and so end one");
  }

  @Test
  void spikeTrainsThatDoNotFit() {
    Numbers none = Numbers.of(new double[0]);
    refused(
        () -> bench.session.present(new Stimulus.SpikeTrains("train", List.of(none))),
        "a stimulus for 'train' has 1 spike trains where the population has 2 neurons");
    refused(
        () ->
            bench.session.present(
                new Stimulus.SpikeTrains("train", List.of(none, Numbers.of(2, 1)))),
        "spikes of 'train', neuron 1: time 1.0 ms comes after 2.0 ms");
    assertThatThrownBy(() ->
            bench.session.present(new Stimulus.SpikeTrains("train", List.of(none, Numbers.of(-1)))))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("spikes of 'train', neuron 1: time -1 ms is not between 0 and");
  }

  @Test
  void interventionsThatCannotAct() {
    refused(
        () -> bench.session.apply(new Clamp(site("cell.i_exc"), 1, Window.ALWAYS)),
        "site 'cell.i_exc': 'i_exc' cannot be held; of neurons of model 'lif-exp' only 'v' can");
    refused(
        () -> bench.session.apply(new Clamp(site("rate.sum"), 1, Window.ALWAYS)),
        "site 'rate.sum': 'sum' cannot be held; of neurons of model 'relu' only 'value' can");
    refused(
        () -> bench.session.apply(new Clamp(site("noise"), 1, Window.ALWAYS)),
        "site 'noise': 'spikes' cannot be held; of neurons of model 'poisson' nothing can");
    refused(
        () -> bench.session.apply(new Patch(site("cell.v"), Numbers.of(1, 2), Window.ALWAYS)),
        "site 'cell.v': 2 values for 3 neurons");
    refused(
        () -> bench.session.apply(new Stimulate(site("in"), 1, Window.ALWAYS)),
        "site 'in': neurons of model 'input' have no sum that a stimulus could add to");
    refused(
        () -> bench.session.apply(new Silence(site("noise"), Silence.Scope.INPUTS, Window.ALWAYS)),
        "site 'noise': neurons of model 'poisson' take no synapses, so they have no inputs to"
            + " silence");
    refused(
        () -> bench.session.apply(new Lesion("noise_cel", Window.ALWAYS)),
        "projection 'noise_cel' is unknown; did you mean 'noise_cell'?");
    refused(
        () -> bench.session.apply(new Lesion("noise_cell", new Window(1.01, 1.04))),
        "window 1.01...1.04 ms covers no step of 0.1 ms");
    refused(
        () -> bench.session.apply(new Stimulate(site("cel"), 1, Window.ALWAYS)),
        "site 'cel': population 'cel' is unknown; did you mean 'cell'?");
  }

  @Test
  void probesThatDoNotFit() {
    refused(
        () -> bench.session.record(new Probe(site("cell.v"), 0.25), new Recording()),
        "probe of 'cell.v': interval 0.25 ms is not a whole number of steps of 0.1 ms");
    refused(
        () -> bench.session.record(Probe.of("cell.w"), new Recording()),
        "site 'cell.w': neurons of model 'lif-exp' have no variable 'w'; did you mean 'v'?");
  }

  @Test
  void timesThatDoNotRunForward() {
    refused(
        () -> bench.timed().advance(Double.POSITIVE_INFINITY),
        "a network cannot be advanced for ever: duration Infinity");
    assertThatThrownBy(() -> bench.timed().advance(-1))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("duration -1 ms is not between 0 and");
    refused(
        () -> bench.timed().updateTimes("cel"),
        "population 'cel' is unknown; did you mean 'cell'?");
  }

  @Test
  void whatDoesNotFitIntoMemoryIsRefusedWithTheFigures() {
    Network network = delayed(Values.constant(1, "ms"));
    // cells of 16 lanes and 8 rows of 4 bytes: 512; two neurons of 39: effects of interventions
    // 19, v as kept 4 and at the start 8, when free and for how long refractory 8; a synapse of 2,
    // its row of 4, and 8 while it is placed: 604
    assertThatThrownBy(
            () -> new SpikingEngine().open(network, SessionOptions.seeded(1).withMemoryBytes(100)))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("network 'delayed' needs about 0.6 KiB (2 neurons, 1 synapses)");
  }

  @Test
  void aTimeConstantOf0IsToldWithItsPopulation() {
    String text =
        """
        neuron leak
        parameter tau = 1 ms
        state v = 1 mV
        dv/dt = -v/tau
        on excitatory: v += w
        spike when v > 2 mV
        reset: v = 0 mV
        """;
    Network network =
        Network.builder("n")
            .population(
                "p",
                1,
                org.hillock.core.network.NeuronTexts.read("leak.neuron", text),
                p -> p.param("tau", "0 ms"))
            .build();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> org.hillock.core.session.Engines.open(network, SessionOptions.seeded(1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("populations.p: dv/dt: a coefficient is -Infinity; is something divided by 0?");
  }
}

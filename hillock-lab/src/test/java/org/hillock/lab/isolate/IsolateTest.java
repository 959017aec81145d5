package org.hillock.lab.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.session.Term;
import org.hillock.core.training.Progress;
import org.hillock.lab.Nets;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.isolate.Isolate.Request;
import org.hillock.lab.isolate.Isolation.Input;
import org.hillock.lab.isolate.Isolation.Response;
import org.junit.jupiter.api.Test;

class IsolateTest {

  private static Isolation of(Experiment run, String site) {
    return Isolate.of(run, Request.of(SiteRef.parse(site)), Progress.NONE);
  }

  private static Experiment run(Network net, double length, Cue... cues) {
    return new Experiment(
        Openable.of(net), List.of(cues), length, List.of(), SessionOptions.seeded(1), 0);
  }

  private static Experiment passing() {
    Network net =
        Network.builder("small")
            .population("in", 3, "input")
            .population("out", 1, "relu", p -> p.bias(Values.listed(-1)))
            .projection("in", "out", Nets.dense(), Nets.weights(2, -3, 0.5))
            .build();
    return run(net, 1, new Cue(0, Stimulus.frame("in", new float[] {4, 1, 2})));
  }

  @Test
  void aSumIsWhatItIsAloneAndEachInputCanBeTakenAway() {
    Isolation out = of(passing(), "out");
    assertThat(out.within().sum()).isCloseTo(5, within(1e-6));
    assertThat(out.alone().sum()).isCloseTo(5, within(1e-6));
    assertThat(out.inputs())
        .extracting(Input::name)
        .containsExactly("in[0].value", "in[1].value", "in[2].value", "bias");
    Input first = out.inputs().getFirst();
    assertThat(first.without().sum()).isCloseTo(-3, within(1e-6));
    assertThat(first.without().output()).as("off").isZero();
    assertThat(first.doubled().output()).isCloseTo(13, within(1e-6));
    assertThat(first.only().sum()).as("with its own bias").isCloseTo(7, within(1e-6));
    assertThat(out.others()).isZero();
  }

  @Test
  void curvesRunFromNothingToTwice() {
    Isolation out = of(passing(), "out");
    Isolation.Curve curve = out.curves().getFirst();
    assertThat(curve.factors()).hasSize(21).startsWith(0).endsWith(2);
    assertThat(curve.responses().get(10).sum()).isCloseTo(5, within(1e-6));
    assertThat(curve.responses().getLast().sum()).isCloseTo(13, within(1e-6));
  }

  @Test
  void onlyTheStrongestAreSweptWhereManyWouldTakeLong() {
    Request one = new Request(SiteRef.parse("out"), Optional.empty(), 0, 100, 1);
    Isolation out = Isolate.of(passing(), one, Progress.NONE);
    assertThat(out.inputs()).hasSize(1);
    assertThat(out.inputs().getFirst().name()).isEqualTo("in[0].value");
    assertThat(out.others()).isEqualTo(3);
  }

  @Test
  void aSpikingNeuronFiresAloneAsInTheNetworkToTheBit() {
    Network net =
        Network.builder("noisy")
            .seed(2)
            .population("noise", 8, "poisson", p -> p.param("rate", "60 Hz"))
            .population("cell", 1, "lif-delta")
            .projection("noise", "cell", Nets.dense(), p -> p.weight("6 mV").delay("1 ms"))
            .build();
    Isolation cell = of(run(net, 300), "cell");
    assertThat(cell.same()).isTrue();
    assertThat(cell.spiking()).isTrue();
    assertThat(cell.alone().output()).isGreaterThan(2);
    assertThat(cell.inputs()).hasSize(8).allMatch(i -> i.kind() == Term.Kind.SYNAPSE);
    Input strongest = cell.inputs().getFirst();
    assertThat(strongest.without().output()).isLessThan(cell.alone().output());
    assertThat(strongest.doubled().output()).isGreaterThanOrEqualTo(cell.alone().output());
    assertThat(cell.curves().getFirst().responses().get(10))
        .as("at 1 as it was")
        .extracting(Response::output)
        .isEqualTo(cell.alone().output());
  }

  @Test
  void whatIsAskedWronglyIsRefused() {
    assertThatThrownBy(() -> of(passing(), "in[0]"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("input");
    assertThatThrownBy(() -> of(passing(), "oot")).hasMessageContaining("'out'");
    assertThatThrownBy(() -> new Request(SiteRef.parse("out"), Optional.empty(), 0, 100, 0))
        .hasMessageContaining("most: 0 is not >= 1");
    assertThatThrownBy(() ->
            Isolate.of(
                passing(),
                new Request(SiteRef.parse("out"), Optional.of(2.0), 0, 100, 1),
                Progress.NONE))
        .hasMessageContaining("after the run");
  }
}

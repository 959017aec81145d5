package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hillock.deep.Nets.dense;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence.Scope;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every intervention against sums done by hand. All numbers are small whole ones or halves, so that
 * single precision holds them exactly and the tests ask for equality.
 */
class TensorSessionTest {

  /** x = (1, 2); h = relu(W x + b) with W = ((1, 1), (2, -1)), b = (1, 1); out = 10 h0 + h1. */
  private static final Network NETWORK =
      Network.builder("hand")
          .population("x", 2, "input")
          .population("h", 2, "relu", p -> p.bias(Values.constant(1)))
          .population("out", 1, "identity")
          .projection("x", "h", dense(), c -> c.weight(Values.listed(1, 1, 2, -1)))
          .projection("h", "out", dense(), c -> c.weight(Values.listed(10, 1)))
          .build();

  private final Session session = new TensorEngine().open(NETWORK, SessionOptions.seeded(1));

  @AfterEach
  void close() {
    session.close();
  }

  private double[] run(String site) {
    session.present(Stimulus.frame("x", new float[] {1, 2}));
    session.advance();
    return read(site);
  }

  private double[] read(String site) {
    return session.read(session.bind(SiteRef.parse(site)))[0];
  }

  private void silence(String site, Scope scope) {
    session.apply(new Intervention.Silence(SiteRef.parse(site), scope, Window.ALWAYS));
  }

  @Test
  void untouchedItIsTheSumDoneByHand() {
    assertThat(run("h")).containsExactly(4, 1);
    assertThat(read("out")).containsExactly(41);
  }

  @Test
  void silencedOutputsReachNobodyButStayReadable() {
    silence("h[0]", Scope.OUTPUTS);
    assertThat(run("out")).containsExactly(1);
    assertThat(read("h")).containsExactly(4, 1);
  }

  @Test
  void silencedInputsLeaveTheBias() {
    silence("h[0]", Scope.INPUTS);
    assertThat(run("h.sum")).containsExactly(1, 1);
    assertThat(read("out")).containsExactly(11);
  }

  @Test
  void bothSilencesInputsAndOutputs() {
    silence("h[0]", Scope.BOTH);
    assertThat(run("h.sum")).containsExactly(1, 1);
    assertThat(read("out")).containsExactly(1);
  }

  @Test
  void anInputCanBeSilencedTowardsOthers() {
    silence("x[1]", Scope.OUTPUTS);
    assertThat(run("h.sum")).containsExactly(2, 3);
    assertThat(read("x")).containsExactly(1, 2);
  }

  @Test
  void aClampHoldsTheValueAndNotTheSum() {
    session.apply(new Intervention.Clamp(SiteRef.parse("h[1].value"), -0.5, Window.ALWAYS));
    assertThat(run("h")).containsExactly(4, -0.5);
    assertThat(read("h.sum")).containsExactly(4, 1);
    assertThat(read("out")).containsExactly(39.5);
  }

  @Test
  void aLaterClampReplacesAnEarlierOne() {
    session.apply(new Intervention.Clamp(SiteRef.parse("x"), 7, Window.ALWAYS));
    session.apply(new Intervention.Clamp(SiteRef.parse("x[0]"), 0, Window.ALWAYS));
    assertThat(run("x")).containsExactly(0, 7);
  }

  @Test
  void aPatchPutsValuesInTheOrderOfItsSite() {
    session.apply(new Intervention.Patch(SiteRef.parse("h[1,0]"), Numbers.of(2, 3), Window.ALWAYS));
    assertThat(run("h")).containsExactly(3, 2);
    assertThat(read("out")).containsExactly(32);
  }

  @Test
  void stimulationAddsToTheSumAndAddsUp() {
    var stimulate = new Intervention.Stimulate(SiteRef.parse("h[1]"), -0.75, Window.ALWAYS);
    session.apply(stimulate);
    assertThat(run("h")).containsExactly(4, 0.25);
    session.apply(stimulate);
    assertThat(run("h.sum")).containsExactly(4, -0.5);
    assertThat(read("out")).containsExactly(40);
  }

  @Test
  void aLesionCutsAProjection() {
    session.apply(new Intervention.Lesion("x_h", Window.ALWAYS));
    assertThat(run("h.sum")).containsExactly(1, 1);
    assertThat(read("out")).containsExactly(11);
  }

  @Test
  void clearingEndsAllInterventions() {
    silence("h", Scope.BOTH);
    session.apply(new Intervention.Lesion("h_out", Window.ALWAYS));
    assertThat(run("out")).containsExactly(0);
    session.clearInterventions();
    assertThat(run("out")).containsExactly(41);
  }

  @Test
  void interventionsHoldForEveryRowOfABatch() {
    session.apply(new Intervention.Clamp(SiteRef.parse("h[0]"), 0, Window.ALWAYS));
    session.present(new Stimulus.Frames("x", new float[][] {{1, 2}, {5, 0}}));
    session.advance();
    assertThat(session.read(session.bind(SiteRef.parse("out"))))
        .isEqualTo(new double[][] {{1}, {11}});
  }

  @Test
  void resetTakesStimuliAwayAndKeepsInterventionsAndProbes() {
    Recording recording = new Recording();
    session.record(Probe.of("out"), recording);
    session.apply(new Intervention.Clamp(SiteRef.parse("h[0]"), 2, Window.ALWAYS));
    run("out");
    session.reset(1);
    assertThatThrownBy(() -> read("out"))
        .isInstanceOf(UsageException.class)
        .hasMessage("site 'out' has no value yet: nothing has been run since the start");
    session.advance();
    // without a stimulus h1 is its bias
    assertThat(read("out")).containsExactly(21);
    assertThat(recording.size()).isEqualTo(2);
    assertThat(recording.along(1)).isZero();
  }

  @Test
  void recordsANumberedSampleForEveryRow() {
    Recording recording = new Recording();
    session.record(Probe.of("h[1].sum"), recording);
    run("h");
    session.present(new Stimulus.Frames("x", new float[][] {{0, 0}, {0, 3}}));
    session.advance();
    assertThat(recording.schema().orElseThrow().columns())
        .isEqualTo(List.of("sample", "neuron", "sum"));
    double[][] rows = new double[recording.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {recording.along(i), recording.neuron(i), recording.value(i)};
    }
    assertThat(rows).isEqualTo(new double[][] {{0, 1, 1}, {1, 1, 1}, {2, 1, -2}});
  }

  @Test
  void closesSinksOnceAndIsThenOver() {
    int[] closings = {0};
    session.record(
        Probe.of("out"),
        new RecordingSink() {
          @Override
          public void begin(RecordingSchema schema) {}

          @Override
          public void row(double along, int neuron, double value) {}

          @Override
          public void close() {
            closings[0]++;
          }
        });
    session.close();
    session.close();
    assertThat(closings[0]).isEqualTo(1);
    assertThatThrownBy(session::advance)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the session is closed");
  }

  @Test
  void refusesWhatCannotBeDone() {
    refused(
        () -> session.apply(new Intervention.Clamp(SiteRef.parse("h"), 1, new Window(0, 10))),
        "an intervention from 0.0 to 10.0 ms: network 'hand' runs without time and knows no"
            + " window; leave it out");
    refused(
        () -> session.apply(new Intervention.Clamp(SiteRef.parse("h.sum"), 1, Window.ALWAYS)),
        "site 'h.sum': 'sum' cannot be clamped; of a rate neuron only its 'value' can");
    refused(
        () ->
            session.apply(
                new Intervention.Patch(SiteRef.parse("h"), Numbers.of(1, 2, 3), Window.ALWAYS)),
        "site 'h' has 2 neurons, but 3 values are given to put in their place");
    refused(
        () -> silence("x", Scope.INPUTS),
        "site 'x': neurons of model 'input' receive nothing to silence");
    refused(
        () -> session.apply(new Intervention.Stimulate(SiteRef.parse("x"), 1, Window.ALWAYS)),
        "site 'x': neurons of model 'input' have no sum to add to; present a stimulus");
    refused(
        () -> session.apply(new Intervention.Lesion("h_oat", Window.ALWAYS)),
        "projection 'h_oat' is unknown; did you mean 'h_out'?");
    refused(
        () -> session.record(new Probe(SiteRef.parse("h"), 5), new Recording()),
        "probe of 'h': every 5.0 ms, but network 'hand' runs without time; leave the interval"
            + " out");
    // a refused intervention leaves nothing behind
    assertThat(run("out")).containsExactly(41);
  }

  @Test
  void refusesStimuliThatDoNotFit() {
    refused(
        () -> session.present(Stimulus.frame("h", new float[] {1, 2})),
        "population 'h' of model 'relu' takes no frames; only neurons of model 'input' do");
    refused(
        () -> session.present(Stimulus.frame("x", new float[] {1, 2, 3})),
        "a stimulus for 'x' has 3 numbers in row 0, but the population has 2 neurons");
    refused(
        () -> session.present(new Stimulus.SpikeTrains("x", List.of())),
        "population 'x' of model 'input' takes no spike trains: the tensor engine runs without"
            + " time");
    refused(
        () -> session.present(new Stimulus.Nothing("y")),
        "population 'y' is unknown; did you mean 'x'?");
  }

  @Test
  void refusesBatchesThatDiffer() {
    Network two =
        Network.builder("two").population("a", 1, "input").population("b", 1, "input").build();
    try (Session both = new TensorEngine().open(two, SessionOptions.seeded(1))) {
      both.present(new Stimulus.Frames("a", new float[3][1]));
      both.present(new Stimulus.Frames("b", new float[2][1]));
      refused(
          both::advance,
          "the stimulus for 'a' has 3 rows, but the one for 'b' has 2; give each the same number,"
              + " or one row for all");
    }
  }

  private static void refused(ThrowingCallable what, String message) {
    assertThatThrownBy(what).isInstanceOf(UsageException.class).hasMessage(message);
  }
}

package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;

/** What every session with time keeps. */
abstract class SessionContract {

  private static final int STEPS = 400;

  /** A new session of a network that does something by chance. */
  abstract Session open();

  /** A site of it whose rows show what the network does. */
  abstract String watched();

  /** Sites that may be recorded beside. */
  abstract List<String> others();

  private static List<String> run(Session session, String site) {
    Recording recording = new Recording();
    session.record(Probe.of(site), recording);
    steps(session);
    return Bench.rows(recording);
  }

  private static void steps(Session session) {
    for (int k = 0; k < STEPS; k++) {
      session.advance();
    }
  }

  @Test
  void twoSessionsOfOneSeedDoTheSameToTheBit() {
    assertThat(run(open(), watched())).isNotEmpty().isEqualTo(run(open(), watched()));
  }

  @Test
  void recordingChangesNoBit() {
    List<String> alone = run(open(), watched());
    Session session = open();
    for (String other : others()) {
      session.record(Probe.of(other), new Recording());
      session.record(new Probe(SiteRef.parse(other), 1), new Recording());
    }
    assertThat(run(session, watched())).isEqualTo(alone);
  }

  @Test
  void aResetBeginsTheSameTrialAgainAndOtherTrialsDiffer() {
    Session session = open();
    List<String> first = run(session, watched());
    Recording again = new Recording();
    session.reset(1);
    steps(session);
    session.record(Probe.of(watched()), again);
    session.reset(0);
    steps(session);
    assertThat(Bench.rows(again)).isEqualTo(first);
    Recording other = new Recording();
    session.record(Probe.of(watched()), other);
    session.reset(1);
    steps(session);
    assertThat(Bench.rows(other)).isNotEqualTo(first);
  }

  @Test
  void timeIsCountedFromTheReset() {
    Session session = open();
    Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
    timed.advance(5 * timed.stepMs());
    assertThat(timed.timeMs()).isEqualTo(5 * timed.stepMs());
    session.reset(0);
    assertThat(timed.timeMs()).isZero();
    assertThat(timed.synapticEvents()).isZero();
    assertThat(session.capability(Capability.Batched.class)).isEmpty();
  }

  @Test
  void unknownNamesAreRefusedWithANearOne() {
    Session session = open();
    assertThatThrownBy(() -> session.present(new Stimulus.Nothing("nowhere-near")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("population 'nowhere-near' is unknown");
  }

  @Test
  void sinksAreBegunOnceAndClosedWithTheSession() {
    Session session = open();
    int[] calls = new int[2];
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void begin(RecordingSchema schema) {
            calls[0]++;
            assertThat(schema.engine()).isEqualTo(session.engine());
            assertThat(schema.columns().getFirst()).isEqualTo("time_ms");
          }

          @Override
          public void row(double along, int neuron, double value) {}

          @Override
          public void close() {
            calls[1]++;
          }
        };
    session.record(Probe.of(watched()), sink);
    steps(session);
    assertThat(calls).containsExactly(1, 0);
    session.close();
    session.close();
    assertThat(calls).containsExactly(1, 1);
  }
}

package org.hillock.spiking;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;

/** One session with short words for what tests do to it. */
final class Bench {

  static final long SEED = 11;

  final Session session;
  final double stepMs;

  Bench(Network network, double stepMs) {
    this(How.PLAIN, network, stepMs, SEED);
  }

  Bench(How how, Network network, double stepMs, long seed) {
    this.stepMs = stepMs;
    session = how.open(network, SessionOptions.seeded(seed).withStepMs(stepMs));
  }

  /** One synapse from neuron 0 to neuron 0. */
  static Connectivity one() {
    return Connectivity.EdgeList.of(new int[] {0}, new int[] {0});
  }

  Capability.Timed timed() {
    return session.capability(Capability.Timed.class).orElseThrow();
  }

  Bench steps(int count) {
    for (int k = 0; k < count; k++) {
      session.advance();
    }
    return this;
  }

  double[] read(String site) {
    return session.read(session.bind(SiteRef.parse(site)))[0];
  }

  Recording record(String site) {
    Recording recording = new Recording();
    session.record(Probe.of(site), recording);
    return recording;
  }

  /** Steps at whose end a recorded row stands, whole numbers. */
  List<Long> stepsOf(Recording recording) {
    List<Long> steps = new ArrayList<>();
    for (int k = 0; k < recording.size(); k++) {
      steps.add(Math.round(recording.along(k) / stepMs));
    }
    return steps;
  }

  /** Every row as text, to the bit. */
  static List<String> rows(Recording recording) {
    List<String> rows = new ArrayList<>();
    for (int k = 0; k < recording.size(); k++) {
      rows.add(
          Double.toHexString(recording.along(k))
              + " "
              + recording.neuron(k)
              + " "
              + Double.toHexString(recording.value(k)));
    }
    return rows;
  }
}

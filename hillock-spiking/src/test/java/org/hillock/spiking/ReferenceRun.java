package org.hillock.spiking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Network;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;

/**
 * A case of the {@linkplain ReferenceTables reference tables} in an engine, and how far it is off.
 */
final class ReferenceRun {

  private final ReferenceTables.Case run;
  private final double stepMs;
  private final List<Double> spikes = new ArrayList<>();
  private final Map<String, Recording> recordings = new LinkedHashMap<>();

  ReferenceRun(Engines engine, ReferenceTables.Case run, double stepMs) {
    this.run = run;
    this.stepMs = stepMs;
    try (Session session = engine.open(run.network(stepMs), stepMs)) {
      ReferenceTables.states(run.name()).stream()
          .map(ReferenceTables.State::variable)
          .distinct()
          .forEach(v -> recordings.put(v, record(session, v)));
      boolean fires =
          Objects.requireNonNull(session.network().populations().get("cell"))
              .model()
              .variable("spikes")
              .isPresent();
      Recording fired = fires ? record(session, "spikes") : new Recording();
      long steps = Math.round(run.durationMs() / stepMs);
      for (long k = 0; k < steps; k++) {
        session.advance();
      }
      for (int i = 0; i < fired.size(); i++) {
        spikes.add(fired.along(i));
      }
    }
  }

  private static Recording record(Session session, String variable) {
    Recording recording = new Recording();
    session.record(Probe.of("cell." + variable), recording);
    return recording;
  }

  /** The engines that tests of the tables run. */
  enum Engines {
    PLAIN,
    BLOCK_DOUBLE,
    BLOCK_SINGLE;

    Session open(Network network, double stepMs) {
      SessionOptions options = SessionOptions.seeded(1).withStepMs(stepMs).withThreads(1);
      return switch (this) {
        case PLAIN ->
            new PlainSpikingEngine().open(network, options.withPrecision(Precision.DOUBLE));
        case BLOCK_DOUBLE ->
            new SpikingEngine().open(network, options.withPrecision(Precision.DOUBLE));
        case BLOCK_SINGLE ->
            new SpikingEngine().open(network, options.withPrecision(Precision.SINGLE));
      };
    }
  }

  List<Double> spikes() {
    return List.copyOf(spikes);
  }

  /**
   * The largest distance of a spike in ms from that of the same number in the table; infinite where
   * their numbers differ.
   */
  double spikesOffMs(String rule) {
    double until = rule.equals("grid") ? run.gridUntilMs() : run.durationMs();
    List<Double> wanted = ReferenceTables.spikes(run.name(), rule);
    long made = spikes.stream().filter(t -> t <= until + stepMs / 2).count();
    // one near the end may fall to its other side
    if (Math.abs(made - wanted.size()) > 1) {
      return Double.POSITIVE_INFINITY;
    }
    double off = 0;
    for (int k = 0; k < Math.min(wanted.size(), spikes.size()); k++) {
      off = Math.max(off, Math.abs(spikes.get(k) - wanted.get(k)));
    }
    return off;
  }

  /**
   * The largest distance of a state from the table, each in its own unit (mV, pA, nS, 1), as long
   * as all spikes fell into the steps of the table.
   */
  double statesOff() {
    double until = agreesUntilMs();
    double off = 0;
    for (ReferenceTables.State state : ReferenceTables.states(run.name())) {
      if (state.timeMs() < until) {
        Recording recording = Objects.requireNonNull(recordings.get(state.variable()));
        int row = (int) Math.round((state.timeMs() - recording.along(0)) / stepMs);
        double difference = recording.value(row) - state.value();
        off = Math.max(off, Double.isNaN(difference) ? Double.MAX_VALUE : Math.abs(difference));
      }
    }
    return off;
  }

  private double agreesUntilMs() {
    List<Double> wanted = ReferenceTables.spikes(run.name(), "grid");
    for (int k = 0; k < Math.max(wanted.size(), spikes.size()); k++) {
      double here = k < spikes.size() ? spikes.get(k) : run.durationMs();
      double there = k < wanted.size() ? wanted.get(k) : run.gridUntilMs();
      if (Math.abs(here - there) > stepMs / 4) {
        return Math.min(here, there) - stepMs / 2;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}

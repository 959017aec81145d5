package org.hillock.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.core.network.Population;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Profile;
import org.hillock.core.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in one run.
 *
 * @param events synaptic events, those of the drive included
 * @param plasticEvents synapses changed, or looked at to be changed; 0 where none learn
 * @param profile where its time went, from sessions that say
 * @param spikeHash see {@link SpikeFingerprint}
 */
record BenchRun(
    double wallSeconds,
    long steps,
    double simulatedSeconds,
    long spikes,
    long events,
    long plasticEvents,
    Optional<Profile> profile,
    String spikeHash,
    List<PopulationFigures> populations) {

  /**
   * A population that spikes.
   *
   * @param rateHz mean rate of its neurons
   * @param cvOfIntervals how irregular they are, mean over those with ten spikes or more; null
   *     where there are none
   */
  record PopulationFigures(
      String name, int neurons, double rateHz, @Nullable Double cvOfIntervals) {}

  BenchRun {
    populations = List.copyOf(populations);
  }

  /** Reads what a session and the sinks that watched it know at the end of a run. */
  static BenchRun read(
      Session session,
      Capability.Timed timed,
      double wallSeconds,
      long steps,
      List<SpikeIntervals> watched,
      SpikeFingerprint fingerprint) {
    double simulated = steps * timed.stepMs() / 1000;
    List<PopulationFigures> populations = new ArrayList<>();
    long spikes = 0;
    for (SpikeIntervals intervals : watched) {
      populations.add(figures(intervals, simulated));
      spikes += intervals.count();
    }
    return new BenchRun(
        wallSeconds,
        steps,
        simulated,
        spikes,
        timed.synapticEvents(),
        session
            .capability(Capability.Plastic.class)
            .map(Capability.Plastic::plasticEvents)
            .orElse(0L),
        session.capability(Capability.Profiled.class).map(Capability.Profiled::profile),
        fingerprint.end(),
        populations);
  }

  private static PopulationFigures figures(SpikeIntervals watched, double seconds) {
    Population p = watched.population();
    return new PopulationFigures(
        p.name(),
        p.size(),
        watched.count() / (p.size() * seconds),
        watched.meanCv().isPresent() ? watched.meanCv().getAsDouble() : null);
  }
}

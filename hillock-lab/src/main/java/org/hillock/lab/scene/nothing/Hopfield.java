package org.hillock.lab.scene.nothing;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;

/**
 * Hopfield's network (1982, doi 10.1073/pnas.79.8.2554) as one of Hillock's: units of +1 and −1,
 * patterns drawn at random and stored by Hebb's rule, w = Σ ξξ/N without self-coupling, every unit
 * looking at its sum at random moments of its own.
 */
final class Hopfield {

  private static final double STEP_MS = 1;

  /** A cue sets all units at once; its effect arrives a step later. */
  private static final double CUE_MS = 3;

  /** Time in which every unit looks 20 times on average, piece by piece; then it is to stand. */
  private static final double PIECE_MS = 250;

  private static final int MOST_PIECES = 6;
  private static final long PATTERN_DRAWS = 4713;

  private final int units;
  private final int[][] patterns;
  private final Network network;

  /**
   * Stores patterns.
   *
   * @param load patterns for each unit; their number is rounded, at least 1
   */
  Hopfield(int units, double load, long seed) {
    this.units = units;
    patterns = new int[Math.max(1, (int) Math.round(load * units))][units];
    for (int p = 0; p < patterns.length; p++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, PATTERN_DRAWS, p);
      for (int i = 0; i < units; i++) {
        patterns[p][i] = draws.uniform() < 0.5 ? -1 : 1;
      }
    }
    network = network(units, weights());
  }

  private double[] weights() {
    int[] sums = new int[units * units];
    for (int[] pattern : patterns) {
      for (int i = 0; i < units; i++) {
        int row = i * units;
        if (pattern[i] > 0) {
          for (int j = 0; j < units; j++) {
            sums[row + j] += pattern[j];
          }
        } else {
          for (int j = 0; j < units; j++) {
            sums[row + j] -= pattern[j];
          }
        }
      }
    }
    double[] weights = new double[units * units];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = k % (units + 1) == 0 ? 0 : (double) sums[k] / units;
    }
    return weights;
  }

  /** The network with these weights, [target, source] row by row. */
  static Network network(int units, double[] weights) {
    return Network.builder("hopfield")
        .seed(1)
        .provenance(
            new Provenance(
                "Hopfield network of " + units + " units", "10.1073/pnas.79.8.2554", List.of()))
        .population("cue", units, "input")
        .population("units", units, Assemblies.neuron("hopfield-unit"), p -> p)
        .projection(
            "cue",
            "units",
            new Connectivity.OneToOne(),
            p -> p.weight(Values.constant(1)).delay("1 ms").receptor("cue"))
        .projection(
            "units",
            "units",
            new Connectivity.Dense(),
            p ->
                p.weight(new Values.Listed(Numbers.of(weights), Unit.NONE))
                    .delay("1 ms")
                    .receptor("field"))
        .build();
  }

  Network network() {
    return network;
  }

  int patterns() {
    return patterns.length;
  }

  /**
   * Share of wrong units after recall, mean over patterns.
   *
   * @param tried how many patterns, or all that there are
   * @param shown share of each that the cue gives; the rest is drawn at random
   */
  double wrong(int tried, double shown, long seed, Progress progress) {
    int count = Math.min(tried, patterns.length);
    double wrong = 0;
    SessionOptions options = SessionOptions.seeded(seed).withStepMs(STEP_MS);
    try (Session session = Engines.open(network, options)) {
      for (int p = 0; p < count; p++) {
        StoppedException.check(progress);
        session.reset(p);
        session.present(Stimulus.frame("cue", cue(p, shown, seed)));
        Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
        timed.advance(CUE_MS);
        session.present(new Stimulus.Nothing("cue"));
        wrong += settled(session, timed, patterns[p]) / count;
      }
    }
    return wrong;
  }

  private float[] cue(int pattern, double shown, long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, PATTERN_DRAWS + 1, pattern);
    float[] cue = new float[units];
    for (int i = 0; i < units; i++) {
      boolean given = i < shown * units;
      cue[i] = given ? patterns[pattern][i] : draws.uniform() < 0.5 ? -1 : 1;
    }
    return cue;
  }

  /** Share of wrong units once nothing changes any more, or after the longest time. */
  private double settled(Session session, Capability.Timed timed, int[] pattern) {
    long events = -1;
    for (int piece = 0; piece < MOST_PIECES && timed.synapticEvents() != events; piece++) {
      events = timed.synapticEvents();
      timed.advance(PIECE_MS);
    }
    double[] values = session.read(session.bind(SiteRef.of("units", "value")))[0];
    int wrong = 0;
    for (int i = 0; i < units; i++) {
      wrong += values[i] * pattern[i] > 0 ? 0 : 1;
    }
    return (double) wrong / units;
  }
}

package org.hillock.lab.scene.dog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.bench.SpikeTrains;
import org.hillock.lab.comparison.StoppedException;

/** A network after its episodes: its synapses stand still, and it is shown pictures. */
final class Grown {

  /** How often each picture is shown; its sources fire anew each time. */
  static final int TRIALS = 8;

  private static final double PICTURE_MS = 60;
  private static final double PIECE_MS = 1000;

  private final Network network;
  private final long seed;

  private Grown(Network network, long seed) {
    this.network = network;
    this.seed = seed;
  }

  /**
   * Lives through a diary.
   *
   * @throws StoppedException where the user stopped it
   */
  static Grown up(Network untaught, Diary.Pages pages, long seed, Progress progress) {
    Experiment life =
        new Experiment(
            Openable.of(untaught), pages.cues(), pages.lengthMs(), List.of(), options(seed), 0);
    try (Session session = life.open()) {
      for (double at = 0; at < pages.lengthMs(); at += PIECE_MS) {
        StoppedException.check(progress);
        double to = Math.min(at + PIECE_MS, pages.lengthMs());
        life.play(session, at, to);
        progress.report(to / pages.lengthMs(), "living through episodes");
      }
      Network learnt = session.capability(Capability.Plastic.class).orElseThrow().learnt();
      return new Grown(DogNetwork.grown(learnt), seed);
    }
  }

  private static SessionOptions options(long seed) {
    return SessionOptions.seeded(seed).withStepMs(DogNetwork.STEP_MS);
  }

  Network network() {
    return network;
  }

  /**
   * What the groups did, over all trials.
   *
   * @param fired share of the cells of each group that fired, 0..1
   * @param firstMs when half of those that fired had, mean over the trials in which any did; NaN
   *     where none did
   * @param visionMs when the first cell of vision fired
   * @param runs what all neurons did, trial by trial
   */
  record Answer(
      Map<Group, Double> fired, Map<Group, Double> firstMs, double visionMs, List<Activity> runs) {
    Answer {
      runs = List.copyOf(runs);
    }

    double fired(Group group) {
      return fired.getOrDefault(group, 0.0);
    }

    double most(List<Group> groups) {
      return groups.stream().mapToDouble(this::fired).max().orElse(0);
    }

    double least(List<Group> groups) {
      return groups.stream().mapToDouble(this::fired).min().orElse(0);
    }
  }

  /**
   * Shows a picture, and nothing but the picture.
   *
   * @param silent groups whose spikes are kept from all others
   */
  Answer shown(Drawing picture, List<Group> silent) {
    Experiment base = showing(picture, silent);
    List<Activity> all = new ArrayList<>();
    try (Runs runs = new Runs(base)) {
      for (int trial = 1; trial <= TRIALS; trial++) {
        all.add(runs.run(base.inTrial(trial)));
      }
    }
    Map<Group, Double> fired = new EnumMap<>(Group.class);
    Map<Group, Double> first = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      double cells = 0;
      List<Double> firsts = new ArrayList<>();
      for (Activity run : all) {
        double[] times = firstSpikes(trains(run, group));
        cells += times.length;
        if (times.length > 0) {
          firsts.add(times[times.length / 2]);
        }
      }
      fired.put(group, cells / (TRIALS * Group.SIZE));
      first.put(
          group, firsts.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    }
    double vision =
        all.stream()
            .mapToDouble(run -> firstSpikes(run.spikes("vision").orElseThrow())[0])
            .average()
            .orElse(Double.NaN);
    return new Answer(fired, first, vision, all);
  }

  /** The run of a trial. */
  Experiment showing(Drawing picture, List<Group> silent) {
    List<Cue> cues =
        List.of(
            new Cue(0, Stimulus.frame(DogNetwork.PICTURE, picture.shown())),
            new Cue(PICTURE_MS, new Stimulus.Nothing(DogNetwork.PICTURE)));
    List<Intervention> acts = new ArrayList<>();
    for (Group group : silent) {
      acts.add(
          new Intervention.Silence(
              SiteRef.of(group.area(), group.cells(), "v"),
              Intervention.Silence.Scope.OUTPUTS,
              Intervention.Window.ALWAYS));
    }
    return new Experiment(Openable.of(network), cues, DogNetwork.WINDOW_MS, acts, options(seed), 1);
  }

  static SpikeTrains trains(Activity run, Group group) {
    return run.spikes(group.area()).orElseThrow().select(group.cells());
  }

  /** The first spike of each neuron that fired, ascending. */
  private static double[] firstSpikes(SpikeTrains trains) {
    double[] first = new double[trains.neurons()];
    Arrays.setAll(
        first, n -> trains.of(n).length == 0 ? Double.POSITIVE_INFINITY : trains.of(n)[0]);
    return Arrays.stream(first).filter(Double::isFinite).sorted().toArray();
  }
}

package org.hillock.lab.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.lab.analysis.ReceptiveField;
import org.hillock.lab.analysis.Responses;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Runs;

/**
 * Looks a network over: every population for every {@link Sign}, measured, with controls where
 * chance could make it, with its cause and with what was tried against it.
 *
 * <p>A network without time is shown many inputs; where none are given, noise. One in time is
 * watched through a run and shown the inputs that are given.
 */
public final class Examination {

  /** Noise images that a network is shown where no images are given. */
  public static final int NOISE = 64;

  private Examination() {}

  /**
   * Examines.
   *
   * @param run that is watched
   * @param where the population that inputs are shown on; empty where there is none
   * @param images that are shown there; empty for noise, or none in time
   * @throws UsageException where the run, or an image, does not fit the network
   */
  public static Diagnosis of(
      Experiment run, Optional<String> where, float[][] images, Progress progress) {
    try (Runs runs = new Runs(run)) {
      progress.report(0, "running");
      Activity activity = runs.run(run);
      Optional<String> door = where.filter(activity.populations()::contains);
      if (images.length > 0 && door.isEmpty()) {
        throw new UsageException(
            "network '" + run.subject().name() + "' has no one population to show images on");
      }
      float[][] shown =
          images.length > 0 || door.isEmpty() || activity.timed()
              ? images
              : ReceptiveField.noise(
                  NOISE, pixels(run, activity, door.get()), run.options().seed());
      Optional<Responses> responses =
          door.filter(_ -> shown.length > 0)
              .map(d ->
                  Responses.of(run, d, shown, Set.of(), progress.part(0, 0.5, "showing inputs")));
      Watched watched = new Watched(run, activity, responses, new Inputs(door, shown), runs);
      Chart chart = look(watched, door, progress.part(0.5, 1, ""));
      return new Diagnosis(
          run.subject().name(),
          activity.timed() ? run.length() : Double.NaN,
          responses.map(Responses::inputs).orElse(0),
          responses.isEmpty() ? "" : images.length > 0 ? "given" : "uniform noise",
          chart.findings(),
          chart.checked());
    }
  }

  /** Numbers of a whole picture, which may come frame by frame. */
  private static int pixels(Experiment run, Activity activity, String door) {
    return run.subject()
        .described()
        .flatMap(Network::presentation)
        .map(p -> p.picture().size())
        .orElseGet(() -> activity.population(door).size());
  }

  private static Chart look(Watched watched, Optional<String> shownOn, Progress progress) {
    Chart chart = new Chart();
    List<Check> checks =
        List.of(
            new SilenceCheck(),
            new RunawayCheck(),
            new SaturationCheck(),
            new DeadCheck(),
            new RhythmCheck(),
            new SynchronyCheck(),
            new DuplicateCheck());
    List<Population> all =
        watched.activity().populations().stream()
            .map(watched.activity()::population)
            .filter(p -> !Responses.isSource(p) && !shownOn.equals(Optional.of(p.name())))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      for (Check check : checks) {
        if (progress.stopped()) {
          return chart;
        }
        progress.report((double) i / all.size(), all.get(i).name() + ": " + check.sign().word());
        check.look(watched, all.get(i), chart);
      }
    }
    return chart;
  }
}

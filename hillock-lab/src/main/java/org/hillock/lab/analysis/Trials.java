package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.bench.SpikeTrains;

/**
 * The same run in many trials, in each of which random sources draw anew.
 *
 * @param trials how many
 * @param binMs width of a bin of the histograms
 * @param populations those that spike
 */
public record Trials(int trials, double binMs, List<OfPopulation> populations) {

  /**
   * One population.
   *
   * @param population its name
   * @param psth rate in Hz in each bin, mean over trials and neurons
   * @param fano of a neuron's counts over trials, mean over neurons that fired
   * @param rateDeviation of the population's mean rate over trials, in Hz
   */
  public record OfPopulation(String population, double[] psth, double fano, double rateDeviation) {}

  /**
   * Runs all trials.
   *
   * @param run whose trial is the first
   * @throws UsageException where the network has no time, or there are fewer than 2 trials
   */
  public static Trials of(Experiment run, int trials, double binMs, Progress progress) {
    if (!run.subject().timed() || trials < 2 || !(binMs > 0 && binMs <= run.length())) {
      throw new UsageException(
          !run.subject().timed()
              ? "network '" + run.subject().name() + "' has no time: all its trials are alike"
              : trials
                  + " trials in bins of "
                  + binMs
                  + " ms: at least 2 are needed, and a bin"
                  + " that is > 0 and no longer than the run");
    }
    Map<String, List<SpikeTrains>> all = new LinkedHashMap<>();
    try (Runs runs = new Runs(run)) {
      for (int t = 0; t < trials && !progress.stopped(); t++) {
        Activity activity = runs.run(run.inTrial(run.trial() + t));
        for (String name : activity.populations()) {
          activity
              .spikes(name)
              .ifPresent(s -> all.computeIfAbsent(name, _ -> new ArrayList<>()).add(s));
        }
        progress.report((t + 1.0) / trials, (t + 1) + " of " + trials + " trials");
      }
    }
    List<OfPopulation> populations = new ArrayList<>();
    all.forEach((name, own) -> populations.add(of(name, own, run.length(), binMs)));
    return new Trials(trials, binMs, List.copyOf(populations));
  }

  private static OfPopulation of(
      String name, List<SpikeTrains> trials, double lengthMs, double binMs) {
    int neurons = trials.getFirst().neurons();
    double[] fano = new double[neurons];
    for (int n = 0; n < neurons; n++) {
      int neuron = n;
      fano[n] = Moments.fano(trials.stream().mapToDouble(t -> t.of(neuron).length).toArray());
    }
    double[] rates =
        trials.stream().mapToDouble(t -> t.count() * 1000 / (lengthMs * neurons)).toArray();
    return new OfPopulation(
        name,
        FiringRate.psth(trials, 0, lengthMs, binMs),
        Moments.meanOfKnown(fano),
        Math.sqrt(Moments.variance(rates)));
  }
}

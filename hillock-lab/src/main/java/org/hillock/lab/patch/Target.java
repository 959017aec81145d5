package org.hillock.lab.patch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.bench.SiteQuery;

/**
 * The number by which an effect is measured: the mean level of some neurons, less that of others
 * where there are any.
 *
 * @param population whose levels are read
 * @param plus neurons that count for it
 * @param minus neurons that count against it; may be empty
 * @param sums whether not their levels but their sums are read, before the nonlinearity
 */
public record Target(String population, int[] plus, int[] minus, boolean sums) {

  private static final String SUM = "sum";

  /** The mean level of the neurons of a site. */
  public static Target of(Session session, SiteRef site) {
    Site found = session.bind(site);
    return new Target(
        found.population().name(),
        found.neurons().toArray(),
        new int[0],
        found.variable().name().equals(SUM));
  }

  /**
   * The variable by which neurons that decide are measured: the sum where the nonlinearity makes
   * shares of it, which hardly move where one is near 1, else the main one.
   */
  public static Optional<String> deciding(Population population) {
    return population.neuron().contains("softmax") ? Optional.of(SUM) : Optional.empty();
  }

  /**
   * The neuron of the answer that a network gives in a run; empty where it states no decision by
   * one neuron's level.
   */
  public static Optional<SiteRef> answering(Experiment run) {
    Optional<Population> deciding =
        run.subject()
            .described()
            .flatMap(n -> n.decision().flatMap(Target::decides).map(n::population));
    if (deciding.isEmpty()) {
      return Optional.empty();
    }
    try (Runs runs = new Runs(run)) {
      return runs.answered(run)
          .answer()
          .map(answer ->
              new SiteRef(
                  deciding.get().name(),
                  List.of(new SiteRef.Range(answer, answer)),
                  Map.of(),
                  deciding(deciding.get())));
    }
  }

  /**
   * How much more the answer that a network gives in one run is favoured over the one that it gives
   * in another.
   *
   * @throws UsageException where it states no decision by a population's levels, or both answers
   *     are the same
   */
  public static Target ofAnswers(Runs runs, Experiment a, Experiment b) {
    String population =
        a.subject()
            .described()
            .flatMap(Network::decision)
            .flatMap(Target::decides)
            .orElseThrow(() ->
                new UsageException(
                    "network '"
                        + a.subject().name()
                        + "' does not answer by one neuron's level; say with --target what is"
                        + " measured"));
    Optional<Integer> first = runs.answered(a).answer();
    Optional<Integer> second = runs.answered(b).answer();
    if (first.isEmpty() || first.equals(second)) {
      throw new UsageException(
          "network '"
              + a.subject().name()
              + "' answers "
              + first.map(String::valueOf).orElse("nothing")
              + " in both runs; say with --target what is measured");
    }
    boolean sums =
        deciding(a.subject().described().orElseThrow().population(population)).isPresent();
    return new Target(population, new int[] {second.orElseThrow()}, new int[] {first.get()}, sums);
  }

  /** The population of which one neuron is the answer; empty where several neurons are. */
  private static Optional<String> decides(Decision decision) {
    return switch (decision) {
      case Decision.LargestValue(String name) -> Optional.of(name);
      case Decision.MostSpikes(String name) -> Optional.of(name);
      case Decision.Votes _, Decision.LargestGoodness _ -> Optional.empty();
    };
  }

  /** The number in a run. */
  public double in(Activity activity) {
    double[] levels = sums ? activity.sums(population).orElseThrow() : activity.levels(population);
    return mean(levels, plus) - mean(levels, minus);
  }

  private static double mean(double[] levels, int[] neurons) {
    return Arrays.stream(neurons).mapToDouble(n -> levels[n]).average().orElse(0);
  }

  /** In words. */
  public String told() {
    String first = (plus.length == 1 ? "" : "the mean of ") + site(plus);
    return minus.length == 0 ? first : first + " − " + site(minus);
  }

  private String site(int[] neurons) {
    SiteRef site = new SiteRef(population, SiteQuery.ranges(neurons), Map.of(), Optional.empty());
    return site + (sums ? "." + SUM : "");
  }
}

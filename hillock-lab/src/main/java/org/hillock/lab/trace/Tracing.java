package org.hillock.lab.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence.Scope;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.patch.Target;
import org.hillock.lab.wiring.ShuffledWiring;

/**
 * Follows a cause: a run with it is held against the same run without it, to the bit.
 *
 * <p>The carriers are the smallest set of neurons found for which the effect on a target stays when
 * all other neurons that the cause reached are cut off: in time what they send is withheld in both
 * runs; without time they are held at the values that they have without the cause.
 *
 * @param without the run without the cause
 * @param with the run with it
 * @param cause in words
 * @param origins populations or neurons that the cause acts on directly; they are no carriers
 */
public record Tracing(Experiment without, Experiment with, String cause, Set<Neuron> origins) {

  /** Share of the effect that must stay. */
  public static final double STAYS = 0.9;

  /** Most runs of a search where nothing else is asked for. */
  public static final int STANDARD_RUNS = 1000;

  /** Controls where nothing else is asked for. */
  public static final int STANDARD_CONTROLS = 5;

  public Tracing {
    origins = Set.copyOf(origins);
    if (!without.subject().equals(with.subject())) {
      throw new IllegalArgumentException("runs of two networks");
    }
  }

  /**
   * How far to go.
   *
   * @param target whose carriers are searched; empty for none
   * @param mostRuns after which the search for the smallest set ends
   * @param controls how many networks with shuffled wiring are asked
   * @param seed of the shuffling
   */
  public record Extent(Optional<SiteRef> target, int mostRuns, int controls, long seed) {
    public Extent {
      if (mostRuns < 1 || controls < 0) {
        throw new UsageException("runs " + mostRuns + " or controls " + controls + " are too few");
      }
    }
  }

  /** Follows it. */
  public Trace trace(Extent extent, Progress progress) {
    try (Runs runs = new Runs(without)) {
      Activity before = runs.run(without);
      Activity after = runs.run(with);
      Spread spread = new Spread(before, after);
      List<Trace.Reached> reached = spread.reached();
      Optional<Network> described = without.subject().described();
      List<Trace.Link> links =
          described
              .map(n -> spread.links(n, reached, without.options().stepMs()))
              .orElse(List.of());
      Optional<Target> target = extent.target().map(site -> Target.of(runs.session(), site));
      Optional<Trace.Carriers> carriers =
          target.flatMap(t -> carriers(runs, t, before, after, reached, extent, progress));
      String refusal =
          described
              .map(ShuffledWiring::refusal)
              .orElse(Optional.of("a foreign graph has no wiring that Hillock could shuffle"))
              .orElse("");
      List<Trace.Control> controls =
          refusal.isEmpty() ? controls(extent, target, carriers, progress) : List.of();
      return new Trace(cause, reached, links, carriers, controls, refusal);
    }
  }

  private Optional<Trace.Carriers> carriers(
      Runs runs,
      Target target,
      Activity before,
      Activity after,
      List<Trace.Reached> reached,
      Extent extent,
      Progress progress) {
    double effect = target.in(after) - target.in(before);
    List<Neuron> candidates =
        reached.stream()
            .map(Trace.Reached::neuron)
            .filter(n -> !origins.contains(n) && !isTarget(target, n))
            .toList();
    String unit = target.sums() ? "" : after.unit(target.population());
    if (effect == 0) {
      return Optional.of(
          new Trace.Carriers(
              target.told(),
              unit,
              0,
              Double.NaN,
              Double.NaN,
              List.of(),
              candidates.size(),
              0,
              true));
    }
    int begun = runs.count();
    Cutting cutting = new Cutting(runs, target, before, candidates);
    SmallestSet<Neuron> search =
        new SmallestSet<>(
            kept -> {
              progress.report(
                  Math.min(1, (double) (runs.count() - begun) / extent.mostRuns()), "cutting off");
              return !progress.stopped() && cutting.effect(kept) / effect >= STAYS;
            },
            () -> runs.count() - begun < extent.mostRuns());
    List<Neuron> ranked = cutting.ranked(effect, extent.mostRuns() / 2);
    List<Neuron> found = search.of(ranked).stream().sorted().toList();
    List<Neuron> others = new ArrayList<>(candidates);
    others.removeAll(found);
    return Optional.of(
        new Trace.Carriers(
            target.told(),
            unit,
            effect,
            cutting.effect(found) / effect,
            cutting.effect(others) / effect,
            found,
            candidates.size(),
            runs.count() - begun,
            search.whole() && !progress.stopped()));
  }

  private static boolean isTarget(Target target, Neuron neuron) {
    if (!neuron.population().equals(target.population())) {
      return false;
    }
    for (int n : target.plus()) {
      if (n == neuron.number()) {
        return true;
      }
    }
    return false;
  }

  /** Runs in which all candidates but some are cut off. */
  private final class Cutting {
    private final Runs runs;
    private final Target target;
    private final Activity before;
    private final List<Neuron> candidates;

    Cutting(Runs runs, Target target, Activity before, List<Neuron> candidates) {
      this.runs = runs;
      this.target = target;
      this.before = before;
      this.candidates = candidates;
    }

    /**
     * The candidates, those first without which the effect suffers most; in the order in which they
     * were reached where to ask that would take too many runs.
     */
    List<Neuron> ranked(double whole, int mostRuns) {
      if (candidates.size() * (before.timed() ? 2L : 1L) > mostRuns) {
        return candidates;
      }
      Map<Neuron, Double> left = new HashMap<>();
      for (Neuron neuron : candidates) {
        List<Neuron> others = new ArrayList<>(candidates);
        others.remove(neuron);
        left.put(neuron, effect(others) / whole);
      }
      return candidates.stream()
          .sorted(Comparator.comparingDouble((Neuron n) -> left.getOrDefault(n, 1.0)))
          .toList();
    }

    double effect(List<Neuron> kept) {
      Set<Neuron> stay = new HashSet<>(kept);
      Map<String, List<Integer>> cut = new TreeMap<>();
      for (Neuron neuron : candidates) {
        if (!stay.contains(neuron)) {
          cut.computeIfAbsent(neuron.population(), _ -> new ArrayList<>()).add(neuron.number());
        }
      }
      List<Intervention> all = new ArrayList<>();
      cut.forEach((population, neurons) -> all.add(cutOff(population, neurons)));
      double then = target.in(runs.run(with.with(all)));
      return then - target.in(before.timed() ? runs.run(without.with(all)) : before);
    }

    private Intervention cutOff(String population, List<Integer> neurons) {
      int[] which = neurons.stream().mapToInt(Integer::intValue).toArray();
      String main = before.population(population).model().variables().getFirst().name();
      SiteRef site = SiteRef.of(population, which, main);
      if (before.timed()) {
        return new Intervention.Silence(site, Scope.OUTPUTS, Window.ALWAYS);
      }
      double[] levels = before.levels(population);
      double[] held = neurons.stream().mapToDouble(n -> levels[n]).toArray();
      return new Intervention.Patch(site, Numbers.of(held), Window.ALWAYS);
    }
  }

  private List<Trace.Control> controls(
      Extent extent,
      Optional<Target> target,
      Optional<Trace.Carriers> carriers,
      Progress progress) {
    List<Trace.Control> all = new ArrayList<>();
    Network network = without.subject().described().orElseThrow();
    for (int k = 0; k < extent.controls() && !progress.stopped(); k++) {
      Openable shuffled = Openable.of(ShuffledWiring.of(network, extent.seed(), k));
      all.add(control(shuffled, target, carriers));
      progress.report((double) (k + 1) / extent.controls(), "shuffled controls");
    }
    return all;
  }

  private Trace.Control control(
      Openable shuffled, Optional<Target> target, Optional<Trace.Carriers> carriers) {
    Experiment calm = without.on(shuffled);
    try (Runs runs = new Runs(calm)) {
      Tracing there = new Tracing(calm, with.on(shuffled), cause, origins);
      Activity before = runs.run(there.without);
      Activity after = runs.run(there.with);
      List<Trace.Reached> reached = new Spread(before, after).reached();
      double effect = target.map(t -> t.in(after) - t.in(before)).orElse(Double.NaN);
      double kept = Double.NaN;
      if (carriers.isPresent() && target.isPresent()) {
        List<Neuron> candidates =
            reached.stream()
                .map(Trace.Reached::neuron)
                .filter(n -> !origins.contains(n) && !isTarget(target.get(), n))
                .toList();
        Cutting cutting = there.new Cutting(runs, target.get(), before, candidates);
        kept = cutting.effect(carriers.get().neurons()) / carriers.get().effect();
      }
      return new Trace.Control(reached.size(), effect, kept);
    }
  }

  /**
   * What follows from doing something in a run.
   *
   * @param acts what is done
   * @param cause the same in words
   */
  public static Tracing of(Experiment run, List<Intervention> acts, String cause) {
    Set<Neuron> origins = new HashSet<>();
    try (Session session = run.open()) {
      acts.stream()
          .flatMap(act -> act.where().stream())
          .map(session::bind)
          .forEach(site -> add(origins, site.population().name(), site.neurons().toArray()));
    }
    return new Tracing(run, run.with(acts), cause, origins);
  }

  /** What follows from what is shown in a run: held against one in which nothing is. */
  public static Tracing ofWhatIsShown(Experiment run) {
    if (run.cues().isEmpty()) {
      throw new UsageException(
          "nothing is shown in the run of '"
              + run.subject().name()
              + "' whose traces could be followed; show something, or name a cause");
    }
    List<Cue> nothing = new ArrayList<>();
    try (Session session = run.open()) {
      for (Cue cue : run.cues()) {
        int size = session.network().population(cue.stimulus().population()).size();
        nothing.add(new Cue(cue.at(), none(cue.stimulus(), size)));
      }
    }
    return ofWhatIsShown(run, run.showing(nothing), "what is shown, against nothing");
  }

  /**
   * What follows from what is shown in a run.
   *
   * @param without the run that it is held against
   */
  public static Tracing ofWhatIsShown(Experiment run, Experiment without) {
    return ofWhatIsShown(run, without, "what is shown, and not in the other run");
  }

  private static Tracing ofWhatIsShown(Experiment run, Experiment without, String cause) {
    Set<Neuron> origins = new HashSet<>();
    try (Session session = run.open()) {
      for (Cue cue : run.cues()) {
        String name = cue.stimulus().population();
        int size = session.network().population(name).size();
        add(origins, name, IntStream.range(0, size).toArray());
      }
    }
    return new Tracing(without, run, cause, origins);
  }

  private static Stimulus none(Stimulus shown, int size) {
    return shown instanceof Stimulus.Frames(String population, var _)
        ? Stimulus.frame(population, new float[size])
        : new Stimulus.Nothing(shown.population());
  }

  private static void add(Set<Neuron> all, String population, int[] neurons) {
    for (int n : neurons) {
      all.add(new Neuron(population, n));
    }
  }
}

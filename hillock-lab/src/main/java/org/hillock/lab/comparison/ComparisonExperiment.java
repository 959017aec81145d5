package org.hillock.lab.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.session.Engines;
import org.hillock.core.training.Progress;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Subject;
import org.hillock.lab.baseline.NearestNeighbour;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.representation.Representations;

/** Trains, converts, asks and measures: from a request to a comparison. */
public final class ComparisonExperiment {

  private static final double TEST_SHARE = 0.2;
  private static final double SPLITS_SHARE = 0.65;
  private static final double MEASURED_SHARE = 0.98;

  /** What runs graphs as they stand. */
  private static final String GRAPH_ENGINE = "graph";

  private final ComparisonRequest request;
  private final Progress progress;
  private final Plan plan;
  private final List<Contestant> contestants;
  private final Map<String, List<Double>> accuracies = new LinkedHashMap<>();
  private final Map<String, Network> first = new LinkedHashMap<>();
  private final List<Double> logistic = new ArrayList<>();
  private final List<Double> nearest = new ArrayList<>();
  private final List<Double> untrained = new ArrayList<>();

  private ComparisonExperiment(ComparisonRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
    Optional<Dataset> all =
        switch (request.data()) {
          case ComparisonRequest.Source.Whole(Dataset data) -> Optional.of(data);
          case ComparisonRequest.Source.Official(Split split) -> Optional.of(split.train());
          case ComparisonRequest.Source.None() -> Optional.empty();
        };
    plan =
        all.map(data -> Plan.of(data.size(), data.shape(), request.quick()))
            .orElseGet(() -> Plan.of(0, Shape.of(1), request.quick()));
    contestants =
        request.asked().isEmpty()
            ? Contestants.builtIn(plan)
            : Contestants.own(request.asked(), all);
    contestants.forEach(c -> accuracies.put(c.name(), new ArrayList<>()));
  }

  /**
   * Runs a comparison.
   *
   * @throws org.hillock.core.problem.UsageException where a network and the data do not fit
   * @throws StoppedException where the user stopped it
   */
  public static Comparison run(ComparisonRequest request, Progress progress) {
    return new ComparisonExperiment(request, progress).run();
  }

  private Comparison run() {
    List<Split> splits = splits();
    try (BrainLikeAhead brainLike =
        new BrainLikeAhead(takesBrainLike() ? splits : List.of(), plan, request.seed(), progress)) {
      for (int s = 0; s < splits.size(); s++) {
        double from = SPLITS_SHARE * s / splits.size();
        double to = SPLITS_SHARE * (s + 1) / splits.size();
        String name = splits.size() == 1 ? "learning" : "split " + (s + 1) + " of " + splits.size();
        runSplit(splits, s, brainLike, progress.part(from, to, name));
      }
    }
    Optional<Split> split = splits.stream().findFirst();
    if (split.isEmpty()) {
      // none decides, so none has a twin or learns
      for (int c = 0; c < contestants.size(); c++) {
        first.put(contestants.get(c).name(), request.asked().get(c).network());
      }
    }
    List<Compared> compared = new ArrayList<>();
    for (int c = 0; c < contestants.size(); c++) {
      double width = (MEASURED_SHARE - SPLITS_SHARE) / contestants.size();
      Contestant contestant = contestants.get(c);
      compared.add(
          measure(
              contestant,
              split,
              progress.part(
                  SPLITS_SHARE + c * width,
                  SPLITS_SHARE + (c + 1) * width,
                  "measuring " + contestant.name())));
    }
    Optional<Representations> representations =
        split.flatMap(one ->
            SameImages.of(one.test(), deciding(), request, progress.part(MEASURED_SHARE, 1, "")));
    progress.report(1, "measured");
    return new Comparison(
        request.title(),
        summary(splits),
        compared,
        split.map(this::baselines).orElse(List.of()),
        Axis.all().stream().map(Axis::definition).toList(),
        representations,
        split.map(one -> Examples.of(one.test(), deciding(), request.seed())).orElse(List.of()),
        request.seed(),
        Map.of(),
        request.command());
  }

  private List<Split> splits() {
    return switch (request.data()) {
      case ComparisonRequest.Source.Whole(Dataset data) -> {
        List<Split> drawn = new ArrayList<>();
        for (int s = 0; s < plan.splits(); s++) {
          drawn.add(Split.stratified(data, TEST_SHARE, request.seed() + s));
        }
        yield drawn;
      }
      case ComparisonRequest.Source.None() -> List.of();
      case ComparisonRequest.Source.Official(Split split) ->
          List.of(
              new Split(split.train(), split.test().first(plan.mostTestImages()), split.method()));
    };
  }

  /** Whether the built-in brain-like network is among the contestants. */
  private boolean takesBrainLike() {
    return request.asked().isEmpty() && plan.brainLikeNeurons() > 0;
  }

  private void runSplit(List<Split> splits, int number, BrainLikeAhead brainLike, Progress part) {
    Split split = splits.get(number);
    long seed = request.seed() + number;
    Map<String, Network> ready = new LinkedHashMap<>();
    int tasks = contestants.size() + 2;
    for (int c = 0; c < contestants.size(); c++) {
      Contestant contestant = contestants.get(c);
      Progress own = part.part((double) c / tasks, (c + 1.0) / tasks, contestant.name());
      Network network =
          takesBrainLike() && contestant.name().equals(Contestants.BRAIN_LIKE)
              ? learntAhead(brainLike, number, own)
              : contestant.preparation().prepare(split, seed, ready, own.part(0, 0.8, "learning"));
      ready.put(contestant.name(), network);
      first.putIfAbsent(contestant.name(), network);
      if (network.decision().isPresent()) {
        accuracies
            .computeIfAbsent(contestant.name(), _ -> new ArrayList<>())
            .add(accuracy(contestant.asked(network), split.test(), seed, own.part(0.8, 1, "")));
      }
      StoppedException.check(progress);
    }
    Progress regression =
        part.part((tasks - 2.0) / tasks, (tasks - 1.0) / tasks, "logistic regression");
    Network plain = Contestants.logisticRegression(split, plan, seed, regression);
    logistic.add(accuracy(new Respondent.Described(plain), split.test(), seed, Progress.NONE));
    Split searched =
        new Split(split.train().first(plan.mostLearntByNearest()), split.test(), split.method());
    nearest.add(
        NearestNeighbour.accuracy(
            searched, part.part((tasks - 1.0) / tasks, 1, "nearest neighbour")));
    StoppedException.check(progress);
  }

  private Network learntAhead(BrainLikeAhead brainLike, int split, Progress own) {
    own.report(0, "learning");
    BrainLikeAhead.Ready ready = brainLike.of(split);
    untrained.add(ready.untrained());
    return ready.network();
  }

  private static double accuracy(Respondent asked, Dataset test, long seed, Progress part) {
    try (Classifier classifier = Classifier.open(asked, seed)) {
      return classifier.accuracy(test, part);
    }
  }

  private Subject subject(Contestant contestant, Optional<Split> split) {
    Respondent asked = contestant.asked(network(contestant.name()));
    if (split.isEmpty() || asked.network().decision().isEmpty()) {
      return Subject.leftAlone(asked, request.seed(), request.quick());
    }
    return Subject.of(
        asked,
        split.get().test(),
        request.seed(),
        request.quick(),
        contestant.teaching().of(split.get(), request.seed()));
  }

  private Compared measure(Contestant contestant, Optional<Split> split, Progress part) {
    Subject subject = subject(contestant, split);
    Network network = subject.network();
    Map<String, Measurement> axes = new LinkedHashMap<>();
    List<Axis> all = Axis.all();
    for (int a = 0; a < all.size(); a++) {
      AxisDefinition definition = all.get(a).definition();
      part.report((double) a / all.size(), definition.title().toLowerCase(java.util.Locale.ROOT));
      axes.put(definition.id(), all.get(a).ask(subject));
      StoppedException.check(progress);
    }
    Optional<Raster> raster =
        subject.spikes() && subject.decides()
            ? Optional.of(Examples.raster(subject))
            : Optional.empty();
    return new Compared(
        contestant.name(),
        contestant.kind(),
        contestant.description(),
        network,
        contestant.graph().isPresent() ? GRAPH_ENGINE : Engines.suited(network).name(),
        Optional.of(accuracies.getOrDefault(contestant.name(), List.of()))
            .filter(bySplit -> !bySplit.isEmpty())
            .map(bySplit -> new Accuracy(bySplit, split.orElseThrow().test().size())),
        axes,
        raster,
        contestant.graph().map(Respondent.AsItStands::dataflow));
  }

  /** Those that can be asked, by name. */
  private Map<String, Respondent> deciding() {
    Map<String, Respondent> deciding = new LinkedHashMap<>();
    for (String name : first.keySet()) {
      contestants.stream()
          .filter(c -> c.name().equals(name))
          .map(c -> c.asked(network(name)))
          .filter(asked -> asked.network().decision().isPresent())
          .forEach(asked -> deciding.put(name, asked));
    }
    return deciding;
  }

  private Network network(String contestant) {
    Network network = first.get(contestant);
    if (network == null) {
      throw new IllegalStateException("contestant '" + contestant + "' was not made ready");
    }
    return network;
  }

  private List<Comparison.Baseline> baselines(Split split) {
    int asked = split.test().size();
    int searched = Math.min(plan.mostLearntByNearest(), split.train().size());
    List<Comparison.Baseline> all = new ArrayList<>();
    all.add(
        new Comparison.Baseline(
            "logistic regression",
            "One layer of weights from pixels to labels with a softmax, trained by backpropagation.",
            new Accuracy(logistic, asked)));
    all.add(
        new Comparison.Baseline(
            "nearest neighbour",
            "The label of the nearest of "
                + searched
                + " images learnt, by Euclidean distance between pixels.",
            new Accuracy(nearest, asked)));
    if (!untrained.isEmpty()) {
      all.add(
          new Comparison.Baseline(
              "brain-like, untrained",
              "The brain-like network with the weights that it began with; its cells are labelled in"
                  + " the same way.",
              new Accuracy(untrained, asked)));
    }
    return all;
  }

  private static Optional<Comparison.DataSummary> summary(List<Split> splits) {
    return splits.stream()
        .findFirst()
        .map(split ->
            new Comparison.DataSummary(
                split.train().name(),
                split.train().size(),
                split.test().size(),
                splits.size(),
                split.method(),
                split.train().attribution()));
  }
}

package org.hillock.lab.scene.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.comparison.BrainLikeNetwork;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.learning.LearningCurve;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.learning.Locality;
import org.hillock.lab.learning.Reach;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.scene.images.NoisyDigits;

/**
 * Does a synapse learn from its own two neurons alone? Backpropagation, Forward-Forward and spike
 * timing make one update on the same images over and over, each time with one thing changed far
 * off, and it is counted whose update notices. The control changes one of a synapse's own neurons.
 */
public final class LearningScene implements Scene {

  private static final int LEARNT = 500;
  private static final int ASKED = 100;
  private static final int CHANGES = 2;
  private static final List<Integer> HIDDEN = List.of(40, 40);
  private static final int CELLS = 60;

  /** Most of the synapses, and next to none of them. */
  private static final double MOST = 50;

  private static final double NEXT_TO_NONE = 5;

  /** An instrument that sees fewer than a third of those that must notice would be blind. */
  private static final double SEES = 33;

  /** Chance is 10 %; twice that is more than four standard errors of 100 answers away. */
  private static final double LEARNS = 22;

  private record Rule(String id, Lesson lesson) {}

  private record Found(String id, Locality locality, LearningCurve curve) {

    double share() {
      return 100 * locality.shares().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    double control() {
      return 100 * locality.control().share();
    }

    double right() {
      return 100 * curve.accuracy()[curve.accuracy().length - 1];
    }
  }

  @Override
  public String name() {
    return "learning";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    Dataset learnt = NoisyDigits.of(seed, 0, LEARNT);
    Dataset asked = NoisyDigits.of(seed, LEARNT, ASKED);
    List<Rule> rules = rules(learnt, seed);
    List<Found> all = new ArrayList<>();
    for (Rule rule : rules) {
      StoppedException.check(progress);
      progress.report(all.size() / (double) rules.size(), rule.lesson().trainer().name());
      all.add(found(rule, asked));
    }
    progress.report(1, "");
    return result(all);
  }

  private static List<Rule> rules(Dataset data, long seed) {
    var shape = data.shape();
    int classes = data.classes();
    Network brain = BrainLikeNetwork.of(shape, CELLS, classes, seed);
    LearningRule timing =
        brain.projections().values().stream()
            .map(Projection::learning)
            .flatMap(java.util.Optional::stream)
            .findFirst()
            .orElseThrow();
    return List.of(
        new Rule(
            "error",
            lesson(
                BuiltInNetworks.perceptron(shape, HIDDEN, classes, seed),
                "backpropagation",
                TrainingOptions.seeded(seed),
                data)),
        new Rule(
            "layers",
            lesson(
                BuiltInNetworks.forwardForward(shape, HIDDEN, classes, seed),
                "forward-forward",
                TrainingOptions.seeded(seed),
                data)),
        new Rule(
            "timing",
            lesson(brain, timing.name(), new TrainingOptions(seed, timing.params()), data)));
  }

  private static Lesson lesson(
      Network untaught, String rule, TrainingOptions options, Dataset data) {
    return new Lesson(untaught, Trainers.named(rule), options, data);
  }

  private static Found found(Rule rule, Dataset asked) {
    LearningCurve curve = LearningCurve.of(rule.lesson(), asked, false);
    return switch (Locality.measure(rule.lesson(), CHANGES)) {
      case Locality.Measured.Seen(Locality locality) -> new Found(rule.id(), locality, curve);
      case Locality.Measured.Unseen(String because) ->
          throw new IllegalStateException(rule.id() + " was not measured " + because);
    };
  }

  private static SceneResult result(List<Found> all) {
    List<Finding> numbers = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Found found : all) {
      Finding share = new Finding(found.id() + ".far", found.share(), "%");
      Finding control = new Finding(found.id() + ".own", found.control(), "%");
      Finding right = new Finding(found.id() + ".right", found.right(), "%");
      numbers.addAll(List.of(share, control, right));
      claims.add(
          found.id().equals("error")
              ? Claim.above(found.id() + "-far", share, MOST)
              : Claim.below(found.id() + "-far", share, NEXT_TO_NONE));
      claims.add(Claim.above(found.id() + "-own", control, SEES).ofControl());
      claims.add(Claim.above(found.id() + "-right", right, LEARNS).ofControl());
    }
    Locality layers = all.get(1).locality();
    numbers.add(new Finding("error.none", NEXT_TO_NONE, "%"));
    numbers.add(new Finding("layers.beside", 100 * layers.activityBeside().share(), "%"));
    numbers.add(new Finding("layers.beyond", 100 * layers.weightBeyond().share(), "%"));
    return new SceneResult("learning", numbers, claims, List.of(reach(all), curves(all)));
  }

  private static Picture reach(List<Found> all) {
    List<Label> columns =
        List.of(
            Label.key("weight-beside"),
            Label.key("weight-beyond"),
            Label.key("activity-beside"),
            Label.key("activity-beyond"),
            Label.key("label"),
            Label.key("own"));
    double[][] values =
        all.stream()
            .map(Found::locality)
            .map(l ->
                new Reach[] {
                  l.weightBeside(),
                  l.weightBeyond(),
                  l.activityBeside(),
                  l.activityBeyond(),
                  l.label(),
                  l.control()
                })
            .map(LearningScene::shares)
            .toArray(double[][]::new);
    List<Label> rows = all.stream().map(f -> Label.key(f.id())).toList();
    return new Picture.Shades("reach", rows, columns, values, 0, 100);
  }

  /** Where no synapse could tell there is no share. */
  private static double[] shares(Reach[] reaches) {
    return Arrays.stream(reaches)
        .mapToDouble(r -> r.counted() == 0 ? Double.NaN : 100 * r.share())
        .toArray();
  }

  private static Picture curves(List<Found> all) {
    return new Picture.Lines(
        "course",
        all.stream()
            .map(f ->
                new Picture.Curve(
                    Label.key(f.id()),
                    Arrays.stream(f.curve().seen()).asDoubleStream().toArray(),
                    Arrays.stream(f.curve().accuracy()).map(a -> 100 * a).toArray(),
                    false))
            .toList(),
        true);
  }
}

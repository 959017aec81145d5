package org.hillock.lab.scene.thesum;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.summation.Addition;
import org.hillock.lab.summation.PairSummation;
import org.hillock.lab.summation.PairSummation.Arrangement;
import org.hillock.lab.summation.PairSummation.Curve;
import org.hillock.lab.summation.PairSummation.Point;
import org.hillock.lab.summation.UnitsRecord;
import org.hillock.lab.summation.UnitsRecord.Predicted;
import org.hillock.lab.summation.UnitsRecord.Target;
import org.hillock.lab.summation.UnitsRecord.Tried;

/**
 * Does a nerve cell add up? Two volleys alone and together, on passive and on active dendrites; and
 * how much a weighted sum of everything that arrives tells of what the cell does.
 */
public final class TheSum implements Scene {

  private static final int PERCENT = 100;

  /** A tenth off is what nobody would still call a sum. */
  private static final double OFF = 10;

  /** Hardly any charge changes no driving force: half of that is already much. */
  private static final double WEAK_OFF = 5;

  /** What the sum alone may leave unexplained beside the best predictor. */
  private static final double LEFT = 1;

  @Override
  public String name() {
    return "the-sum";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    int[] begun = new int[1];
    Addition addition =
        Addition.measure(what -> {
          StoppedException.check(progress);
          progress.report(begun[0]++ / 2.0, what);
        });
    progress.report(1, "");
    return result(addition);
  }

  private static SceneResult result(Addition addition) {
    UnitsRecord.Entry branches = addition.units().of("volleys", "active");
    UnitsRecord.Entry ball = addition.units().of("volleys", "ball");
    Finding apart =
        percent("apart.off", farthest(addition.passive(), Arrangement.TWO_BRANCHES_AMPA));
    Finding together =
        percent("together.off", farthest(addition.passive(), Arrangement.ONE_BRANCH_AMPA));
    Finding active =
        percent("active.most", most(addition.active(), Arrangement.ONE_BRANCH_NMDA) - 1);
    Finding least = percent("active.least", 1 - least(addition.active()));
    Finding weak = percent("weak.off", weak(addition));
    Finding potential = percent("potential.left", branches.potential().sum().behind());
    Finding spikes = percent("spikes.left", branches.spikes().sum().behind());
    List<Finding> numbers = new ArrayList<>();
    numbers.addAll(List.of(apart, together, active, least, weak, potential, spikes));
    numbers.add(percent("potential.sum", branches.potential().sum().explained()));
    numbers.add(Finding.of("potential.units", branches.potential().smallest()));
    numbers.add(Finding.of("spikes.units", branches.spikes().smallest()));
    numbers.add(percent("ball.sum", ball.spikes().sum().explained()));
    List<Claim> claims =
        List.of(
            Claim.below("apart", apart, OFF),
            Claim.below("together", together, OFF),
            Claim.below("active", active, OFF),
            Claim.below("potential", potential, LEFT),
            Claim.below("weak", weak, WEAK_OFF).ofControl());
    List<Picture> pictures =
        List.of(
            ratios("passive", addition.passive()),
            ratios("active", addition.active()),
            units(branches, ball));
    return new SceneResult("the-sum", numbers, claims, pictures);
  }

  private static Finding percent(String id, double share) {
    return new Finding(id, PERCENT * share, "%");
  }

  /** How far the answer to both is from the sum, at most over all strengths. */
  private static double farthest(PairSummation pairs, Arrangement arrangement) {
    return pairs.curve(arrangement).points().stream()
        .mapToDouble(p -> Math.abs(p.ratio() - 1))
        .max()
        .orElseThrow();
  }

  private static double most(PairSummation pairs, Arrangement arrangement) {
    return pairs.curve(arrangement).mostRatio();
  }

  private static double least(PairSummation pairs) {
    return pairs.curves().stream()
        .flatMap(c -> c.points().stream())
        .mapToDouble(Point::ratio)
        .min()
        .orElseThrow();
  }

  /** The same for the weakest volleys, over all arrangements and dendrites. */
  private static double weak(Addition addition) {
    return List.of(addition.passive(), addition.active()).stream()
        .flatMap(p -> p.curves().stream())
        .mapToDouble(c -> Math.abs(c.points().getFirst().ratio() - 1))
        .max()
        .orElseThrow();
  }

  private static Picture ratios(String id, PairSummation pairs) {
    List<Picture.Curve> curves = new ArrayList<>();
    for (Curve curve : pairs.curves()) {
      String key = curve.arrangement().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      double[] x = curve.points().stream().mapToDouble(Point::strengthNs).toArray();
      double[] y = curve.points().stream().mapToDouble(Point::ratio).toArray();
      curves.add(new Picture.Curve(Label.key(key), x, y, false));
    }
    return new Picture.Lines(id, curves, false);
  }

  private static Picture units(UnitsRecord.Entry branches, UnitsRecord.Entry ball) {
    return new Picture.Lines(
        "units",
        List.of(
            explained("branches-potential", branches.of(Target.POTENTIAL)),
            explained("branches-spikes", branches.of(Target.SPIKES)),
            explained("ball-potential", ball.of(Target.POTENTIAL)),
            explained("ball-spikes", ball.of(Target.SPIKES))),
        true);
  }

  private static Picture.Curve explained(String key, Predicted predicted) {
    return new Picture.Curve(
        Label.key(key),
        predicted.tried().stream().mapToDouble(Tried::units).toArray(),
        predicted.tried().stream().mapToDouble(t -> PERCENT * t.explained()).toArray(),
        false);
  }
}

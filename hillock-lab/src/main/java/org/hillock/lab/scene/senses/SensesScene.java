package org.hillock.lab.scene.senses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/** Senses are nodes, axons are edges: is a dish delicious? */
public final class SensesScene implements Scene {

  /** Dishes that tasters are compared on, and the first of them that are served in spikes. */
  private static final int DISHES = 100;

  private static final int IN_SPIKES = 24;

  /** Dishes that are rated to learn from. */
  static final int RATED = 600;

  private static final int FEW = 75;

  /** Verdict cells that hear a dish at once: a share of them is known to 0.02. */
  private static final int COPIES = 600;

  private static final double EVERYDAY = 1;
  private static final double DULL = 0.5;
  private static final double FEAST = 1.5;
  private static final double PERCENT = 100;

  // Where the claims end. A probability read off an engine in single precision is right to 1e-5.
  // Mint
  // chocolate leaves of the sum at most 1.3·(2 − 1) − 5, a probability of 2.4 %: 5 is twice that. A
  // sense decides that carries more than a third, among four, and hardly does with less than a
  // tenth.
  // Two curves are alike that differ by 0.05 in the mean square; a step differs from the logistic
  // function by 0.15 or so on these dishes, so 0.1 lies between. Weights are within 4 standard
  // errors
  // in all but 1 of 3000 learnings; with errors of 0.2 against weights of up to 2 or 3 their
  // correlation is expected near 0.98 and they go along the true ones to 1 ± 0.1. Of shuffled
  // ratings
  // they go there to 0 ± 0.06: a quarter is four deviations away from both.
  private static final double SINGLE = 1e-5;
  private static final double MINT_PERCENT = 5;
  private static final double DECIDES_PERCENT = 100.0 / 3;
  private static final double HARDLY_PERCENT = 10;
  private static final double ALIKE = 0.05;
  private static final double STEP = 0.1;
  private static final double CORRELATION = 0.9;
  private static final double CAME_BACK = 0.75;
  private static final double NOT_BACK = 0.25;
  private static final double ERRORS = 4;
  private static final double FLAT = 1e-3;

  @Override
  public String name() {
    return "senses";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    List<Finding> numbers = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    progress.report(0, "numbers");
    float[][] dishes = Dishes.drawn(DISHES, seed, 0);
    TastersCompared tasters = TastersCompared.of(dishes, seed);
    unit(tasters, dishes, numbers, claims);
    StoppedException.check(progress);
    progress.report(0.1, "spikes");
    SpikingCompared spiking = SpikingCompared.of(Arrays.copyOf(dishes, IN_SPIKES), COPIES, seed);
    spikes(spiking, numbers, claims);
    StoppedException.check(progress);
    progress.report(0.7, "learning");
    List<Picture> pictures =
        new ArrayList<>(
            List.of(
                SensesPictures.graph(),
                SensesPictures.terms(tasters),
                SensesPictures.curve(spiking)));
    pictures.add(learning(seed, numbers, claims));
    progress.report(1, "");
    return new SceneResult(name(), numbers, claims, pictures);
  }

  private static void unit(
      TastersCompared tasters, float[][] dishes, List<Finding> numbers, List<Claim> claims) {
    Taster gourmet = Taster.gourmet();
    for (double strength : new double[] {DULL, EVERYDAY, FEAST}) {
      String name = strength == DULL ? "dull" : strength == EVERYDAY ? "everyday" : "feast";
      numbers.add(percent(name, gourmet.probability(Dishes.even(strength))));
    }
    numbers.add(percent("feast-mint", gourmet.probability(Dishes.minty(Dishes.even(FEAST)))));
    Finding formula = Finding.of("formula", tasters.offFormula());
    Finding mint = percent("mint", tasters.minted());
    Finding elsewhere = Finding.of("elsewhere", tasters.mintElsewhere());
    Finding terms = Finding.of("terms", tasters.offTerms());
    Finding taste = percent("share-taste", tasters.gourmetShares()[3]);
    Finding sight = percent("share-sight", tasters.gourmetShares()[0]);
    Finding looks = percent("share-looks", tasters.onlookerShares()[0]);
    Finding touch =
        percent(
            "share-touch",
            tasters.gourmetShares()[Taster.TOUCH] + tasters.onlookerShares()[Taster.TOUCH]);
    Finding plain =
        percent(
            "plain", Arrays.stream(dishes).mapToDouble(gourmet::probability).average().orElse(0));
    numbers.addAll(List.of(formula, plain, mint, elsewhere, terms, taste, sight, looks, touch));
    claims.add(Claim.below("formula", formula, SINGLE).ofControl());
    claims.add(Claim.below("mint", mint, MINT_PERCENT));
    claims.add(Claim.below("elsewhere", elsewhere, SINGLE).ofControl());
    claims.add(Claim.below("terms", terms, SINGLE).ofControl());
    claims.add(Claim.above("taste-decides", taste, DECIDES_PERCENT));
    claims.add(Claim.below("sight-hardly", sight, HARDLY_PERCENT));
    claims.add(Claim.above("looks-decide", looks, DECIDES_PERCENT));
    claims.add(Claim.below("touch-nothing", touch, SINGLE).ofControl());
  }

  private static void spikes(SpikingCompared spiking, List<Finding> numbers, List<Claim> claims) {
    Finding alike = Finding.of("spiking", spiking.distance());
    Finding silent = Finding.of("without-noise", spiking.distanceWithoutNoise());
    Finding mint = percent("spiking-mint", spiking.feastWithMint());
    numbers.addAll(List.of(alike, silent, percent("spiking-feast", spiking.feast()), mint));
    claims.add(Claim.below("spiking", alike, ALIKE));
    claims.add(Claim.above("without-noise", silent, STEP).ofControl());
    claims.add(Claim.below("spiking-mint", mint, MINT_PERCENT));
  }

  /** The worse of the two tasters counts. */
  private static Picture learning(long seed, List<Finding> numbers, List<Claim> claims) {
    double correlation = 1;
    double back = Double.POSITIVE_INFINITY;
    double error = 0;
    double inErrors = 0;
    double touch = 0;
    double shuffled = 0;
    double slope = 0;
    double few = 0;
    double many = 0;
    List<Recovery> shown = new ArrayList<>();
    for (Taster taster : List.of(Taster.gourmet(), Taster.onlooker())) {
      float[][] dishes = Dishes.drawn(RATED, seed, 1);
      int[] ratings = Dishes.rated(taster, dishes, seed, 1);
      Recovery learnt = Recovery.learnt(dishes, ratings, seed);
      Recovery control = Recovery.learnt(dishes, Recovery.shuffled(ratings, seed, 1), seed);
      Recovery early =
          Recovery.learnt(Arrays.copyOf(dishes, FEW), Arrays.copyOf(ratings, FEW), seed);
      correlation = Math.min(correlation, learnt.correlation(taster));
      back = Math.min(back, learnt.share(taster));
      error = Math.max(error, learnt.largestError(taster));
      inErrors = Math.max(inErrors, learnt.largestInErrors(taster));
      touch = Math.max(touch, learnt.inErrors(Taster.TOUCH));
      shuffled = Math.max(shuffled, Math.abs(control.share(taster)));
      slope = Math.max(slope, Math.max(learnt.slope(), control.slope()));
      few = Math.max(few, early.distance(taster));
      many = Math.max(many, learnt.distance(taster));
      shown.add(learnt);
      shown.add(control);
    }
    Finding r = Finding.of("correlation", correlation);
    Finding cameBack = percent("came-back", back);
    Finding largest = percent("largest-error", error);
    Finding z = Finding.of("in-errors", inErrors);
    Finding nothing = Finding.of("touch", touch);
    Finding control = percent("shuffled", shuffled);
    Finding flat = Finding.of("slope", slope);
    numbers.addAll(
        List.of(
            Finding.of("rated", RATED),
            Finding.of("few", FEW),
            r,
            cameBack,
            largest,
            z,
            nothing,
            control,
            flat,
            Finding.of("distance-few", few),
            Finding.of("distance-many", many)));
    claims.add(Claim.above("correlation", r, CORRELATION));
    claims.add(Claim.above("came-back", cameBack, PERCENT * CAME_BACK));
    claims.add(Claim.below("in-errors", z, ERRORS));
    claims.add(Claim.below("shuffled", control, PERCENT * NOT_BACK).ofControl());
    claims.add(Claim.below("touch", nothing, ERRORS).ofControl());
    claims.add(Claim.below("slope", flat, FLAT).ofControl());
    return SensesPictures.learnt(shown);
  }

  private static Finding percent(String id, double share) {
    return new Finding(id, PERCENT * share, "%");
  }
}

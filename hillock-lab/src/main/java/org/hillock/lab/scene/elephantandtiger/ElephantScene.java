package org.hillock.lab.scene.elephantandtiger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/**
 * The same tiger is judged after an elephant, after a cat and after nothing, by channels that tire
 * and are divided by their neighbours, by those that do one of the two or neither, and by a
 * perceptron. How far the judgement moves, which way, and for how long.
 */
public final class ElephantScene implements Scene {

  /** A fiftieth is about what people just notice between weights (Weber's fraction), %. */
  private static final double NOTICEABLE = 2;

  /** After ten time constants of the slower memory a part of 1 in 22,000 is left, %. */
  private static final double GONE = 0.02;

  private static final double LONG_GAP_MS = 4000;

  /**
   * What sums in floating point may be off, %: without a memory the very same bits are expected.
   */
  private static final double NOTHING = 1e-9;

  /**
   * The picture reaches channels 1 ms and pools 2 ms late, of time constants of 250 ms and more.
   */
  private static final double THEORY_OFF = 1;

  private static final double[] GAPS = {0, 50, 100, 200, 400, 600, 800, 1200, 1600, 2400, 4000};

  /** Which of the two memories a network has. */
  private enum Version {
    BOTH(true, true),
    TIRING(true, false),
    NORMALISED(false, true),
    NEITHER(false, false);

    private final boolean tiring;
    private final boolean normalised;

    Version(boolean tiring, boolean normalised) {
      this.tiring = tiring;
      this.normalised = normalised;
    }

    private String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final List<Finding> numbers = new ArrayList<>();
  private final List<Picture.Dot> dots = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();

  /** The network that ships as a file, before it learns anything. */
  public static Network network() {
    return SizeNetwork.of(true, true);
  }

  @Override
  public String name() {
    return "elephant-and-tiger";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    return new ElephantScene().measured(seed, progress);
  }

  private SceneResult measured(long seed, Progress progress) {
    for (Version version : Version.values()) {
      StoppedException.check(progress);
      progress.report((double) version.ordinal() / 5, "judging tigers");
      judged(version, seed);
    }
    StoppedException.check(progress);
    memoryless(seed);
    pictures.add(new Picture.Dots("versions", dots));
    return new SceneResult(
        name(), numbers, claims(new SceneResult(name(), numbers, List.of(), List.of())), pictures);
  }

  private void judged(Version version, long seed) {
    try (Judge judge = new Judge(SizeNetwork.of(version.tiring, version.normalised), seed)) {
      double alone = judge.estimate(Optional.empty(), 0, Animal.TIGER);
      for (Animal before : List.of(Animal.ELEPHANT, Animal.CAT)) {
        double shift = percent(judge.estimate(Optional.of(before), 0, Animal.TIGER) - alone);
        String id = before.name().toLowerCase(Locale.ROOT) + "-" + version.id();
        numbers.add(new Finding(id, shift, "%"));
        dots.add(Picture.Dot.of(Label.key(id), shift, before == Animal.ELEPHANT ? 0 : 1));
      }
      if (version == Version.BOTH) {
        numbers.add(new Finding("alone", Math.pow(10, alone), "kg"));
        double mouse = judge.estimate(Optional.of(Animal.MOUSE), 0, Animal.TIGER) - alone;
        numbers.add(new Finding("mouse", percent(mouse), "%"));
        overGaps(judge, alone);
        profiles(judge);
      }
    }
  }

  /** Decades as a change of weight. */
  private static double percent(double decades) {
    return 100 * (Math.pow(10, decades) - 1);
  }

  private void overGaps(Judge judge, double alone) {
    double off = 0;
    double half = Double.NaN;
    List<Picture.Curve> curves = new ArrayList<>();
    for (Animal before : List.of(Animal.ELEPHANT, Animal.CAT)) {
      double[] measured = new double[GAPS.length];
      double[] theory = new double[GAPS.length];
      for (int g = 0; g < GAPS.length; g++) {
        measured[g] = percent(judge.estimate(Optional.of(before), GAPS[g], Animal.TIGER) - alone);
        theory[g] = percent(theory(before, GAPS[g]) - theory(null, 0));
        off = Math.max(off, Math.abs(measured[g] - theory[g]));
        boolean fallen = Math.abs(measured[g]) < Math.abs(measured[0]) / 2;
        if (before == Animal.ELEPHANT && Double.isNaN(half) && fallen) {
          half = GAPS[g];
        }
        if (before == Animal.ELEPHANT && GAPS[g] == LONG_GAP_MS) {
          numbers.add(new Finding("long-gap", Math.abs(measured[g]), "%"));
        }
      }
      String key = before.name().toLowerCase(Locale.ROOT);
      curves.add(new Picture.Curve(Label.key(key), GAPS, measured, false));
      curves.add(new Picture.Curve(Label.key(key + "-theory"), GAPS, theory, true));
    }
    numbers.add(new Finding("half-gap", half, "ms"));
    numbers.add(new Finding("theory-off", off, "%"));
    pictures.add(new Picture.Lines("gaps", curves, true));
  }

  private static double theory(@org.jspecify.annotations.Nullable Animal before, double gapMs) {
    float[] nothing = new float[Animal.CHANNELS];
    Theory theory = new Theory(true, true);
    theory.shown(before == null ? nothing : before.picture(), Judge.BEFORE_MS);
    theory.shown(nothing, gapMs);
    return theory.shown(Animal.TIGER.picture(), SizeNetwork.WINDOW_MS).estimate();
  }

  /** What the channels answer to the tiger after each of the animals. */
  private void profiles(Judge judge) {
    double[] x = new double[Animal.CHANNELS];
    java.util.Arrays.setAll(x, Animal::centre);
    pictures.add(
        new Picture.Lines(
            "channels",
            List.of(
                new Picture.Curve(
                    Label.key("nothing"),
                    x,
                    judge.channels(Optional.empty(), 0, Animal.TIGER),
                    true),
                new Picture.Curve(
                    Label.key("elephant"),
                    x,
                    judge.channels(Optional.of(Animal.ELEPHANT), 0, Animal.TIGER),
                    false),
                new Picture.Curve(
                    Label.key("cat"),
                    x,
                    judge.channels(Optional.of(Animal.CAT), 0, Animal.TIGER),
                    false)),
            false));
  }

  private void memoryless(long seed) {
    try (Memoryless perceptron = new Memoryless(seed)) {
      double alone = perceptron.estimate(Animal.TIGER);
      numbers.add(new Finding("perceptron-alone", Math.pow(10, alone), "kg"));
      for (Animal before : List.of(Animal.ELEPHANT, Animal.CAT)) {
        double shift = percent(perceptron.estimate(before, Animal.TIGER) - alone);
        String id = before.name().toLowerCase(Locale.ROOT) + "-perceptron";
        numbers.add(new Finding(id, shift, "%"));
        dots.add(Picture.Dot.of(Label.key(id), shift, before == Animal.ELEPHANT ? 0 : 1));
      }
    }
    double most =
        numbers.stream()
            .filter(n -> n.id().endsWith("-perceptron"))
            .mapToDouble(n -> Math.abs(n.value()))
            .max()
            .orElse(Double.NaN);
    numbers.add(new Finding("perceptron-most", most, "%"));
    double neither =
        numbers.stream()
            .filter(n -> n.id().endsWith("-neither"))
            .mapToDouble(n -> Math.abs(n.value()))
            .max()
            .orElse(Double.NaN);
    numbers.add(new Finding("neither-most", neither, "%"));
  }

  private static List<Claim> claims(SceneResult of) {
    return List.of(
        Claim.below("after-elephant", of.number("elephant-both"), -NOTICEABLE),
        Claim.above("after-cat", of.number("cat-both"), NOTICEABLE),
        Claim.below("tiring-alone", of.number("elephant-tiring"), -NOTICEABLE),
        Claim.below("normalised-alone", of.number("elephant-normalised"), -NOTICEABLE),
        Claim.below("perceptron-stays", of.number("perceptron-most"), NOTHING),
        Claim.below("neither-stays", of.number("neither-most"), NOTHING).ofControl(),
        Claim.below("gap-ends-it", of.number("long-gap"), GONE).ofControl(),
        Claim.below("as-theory-says", of.number("theory-off"), THEORY_OFF).ofControl());
  }
}

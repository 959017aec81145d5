package org.hillock.lab.scene.tiredsadalert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.decide.AnswerShares;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Strongest;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/**
 * The same rustle in the bushes, hundreds of times, to a network that is calm, tired, sad, alert,
 * or whose heart beats fast; to the same network without modulators; and to a perceptron without
 * and with the same modulators.
 */
public final class TiredScene implements Scene {

  private static final int TRIALS = 300;

  /**
   * Eight times what two samples of {@value #TRIALS} trials of one distribution over three answers
   * differ by on average, (3 − 1)/(4·300·ln 2) = 0.0024 bit (Grosse and others 2002, doi
   * 10.1103/PhysRevE.65.041905), rounded up.
   */
  private static final double SHIFT_BITS = 0.02;

  /** Of whole trials, none. */
  private static final double NONE = 0.5;

  /** The very same bits. */
  private static final double ZERO_BITS = 1e-12;

  /** What the body says without a picture, at least one spike a second of each cell. */
  private static final double SPEAKS_HZ = 1;

  /** How much faster the heart beats. */
  private static final float FAST = 2;

  private static final double[] LEVELS = {0, 0.33, 0.67, 1};

  private static final Map<String, String> STATES =
      Map.of("tired", "adenosine", "sad", "serotonin-lack", "alert", "noradrenaline");

  private static final List<String> ORDER = List.of("tired", "sad", "alert");

  /** The network that ships as a file, before it learns anything. */
  public static Network network() {
    return BodyNetwork.of(BodyNetwork.modulators());
  }

  @Override
  public String name() {
    return "tired-sad-alert";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    return new Run(seed, progress).result();
  }

  /** One run of the scene. */
  private static final class Run {
    private final long seed;
    private final Progress progress;
    private final List<Finding> numbers = new ArrayList<>();
    private final Map<String, double[]> shares = new LinkedHashMap<>();
    private final List<Picture.Dot> bits = new ArrayList<>();

    Run(long seed, Progress progress) {
      this.seed = seed;
      this.progress = progress;
    }

    SceneResult result() {
      Network network = BodyNetwork.of(BodyNetwork.modulators());
      Picture dose;
      try (AnswerShares asked = open(network)) {
        int[] calm = states(asked);
        controls(asked, calm);
        dose = dose(asked);
      }
      perceptron();
      List<Claim> claims =
          claims(new SceneResult("tired-sad-alert", numbers, List.of(), List.of()));
      return new SceneResult(
          "tired-sad-alert", numbers, claims, List.of(answers(), distances(), dose));
    }

    private AnswerShares open(Network network) {
      return new AnswerShares(network, DecisionTiming.of(network), seed);
    }

    /** Answers to the same rustle, trial by trial. */
    private int[] answers(
        AnswerShares asked, String modulator, double level, float heart, int from) {
      StoppedException.check(progress);
      asked.clearInterventions();
      if (!modulator.isEmpty()) {
        SiteRef site = SiteRef.parse("modulators." + modulator + ".level");
        asked.apply(new Intervention.Clamp(site, level, Intervention.Window.ALWAYS));
      }
      float[] beats = new float[20];
      Arrays.fill(beats, heart);
      List<Stimulus> also = List.of(Stimulus.frame(BodyNetwork.HEART, beats));
      int[] answers = new int[TRIALS];
      for (int trial = 0; trial < TRIALS; trial++) {
        answers[trial] =
            Strongest.of(asked.last(List.of(BodyNetwork.rustle()), also, from + trial));
      }
      progress.report(Math.min(0.95, shares.size() / 12.0), "asking");
      return answers;
    }

    private static double[] distribution(int[] answers) {
      double[] share = new double[BodyNetwork.ACTIONS.size()];
      for (int answer : answers) {
        share[answer] += 1.0 / answers.length;
      }
      return share;
    }

    private int[] states(AnswerShares asked) {
      int[] calm = answers(asked, "", 0, 1, 0);
      keep("calm", calm);
      double[] floor = distribution(answers(asked, "", 0, 1, TRIALS));
      for (String state : ORDER) {
        keep(state, answers(asked, STATES.getOrDefault(state, ""), 1, 1, 0));
        bits(state, AnswerShares.bits(share("calm"), share(state)), 0);
      }
      keep("fast-heart", answers(asked, "", 0, FAST, 0));
      bits("fast-heart", AnswerShares.bits(share("calm"), share("fast-heart")), 0);
      bits("floor", AnswerShares.bits(share("calm"), floor), 2);
      return calm;
    }

    private double[] share(String state) {
      return shares.getOrDefault(state, new double[BodyNetwork.ACTIONS.size()]);
    }

    private void keep(String state, int[] answers) {
      double[] share = distribution(answers);
      shares.put(state, share);
      for (int a = 0; a < share.length; a++) {
        numbers.add(new Finding(state + "-" + BodyNetwork.ACTIONS.get(a), 100 * share[a], "%"));
      }
    }

    private void bits(String id, double value, int series) {
      numbers.add(new Finding(id + "-bits", value, "bit"));
      bits.add(Picture.Dot.of(Label.key(id), value, series));
    }

    /** The same network without modulators; and what the body says while nothing is seen. */
    private void controls(AnswerShares asked, int[] calm) {
      int[] held = answers(asked, "noradrenaline", 0, 1, 0);
      int differ = 0;
      try (AnswerShares bare = open(BodyNetwork.of(Map.of()))) {
        int[] without = answers(bare, "", 0, 1, 0);
        for (int trial = 0; trial < TRIALS; trial++) {
          differ += without[trial] == calm[trial] && held[trial] == calm[trial] ? 0 : 1;
        }
      }
      numbers.add(Finding.of("level-0-differs", differ));
      numbers.add(Finding.of("trials", TRIALS));
      numbers.add(
          new Finding("body-alone", BodyAlone.rateHz(BodyNetwork.of(Map.of()), seed), "Hz"));
    }

    private Picture dose(AnswerShares asked) {
      double[][] share = new double[BodyNetwork.ACTIONS.size()][LEVELS.length];
      for (int l = 0; l < LEVELS.length; l++) {
        double[] there = distribution(answers(asked, "noradrenaline", LEVELS[l], 1, 0));
        for (int a = 0; a < share.length; a++) {
          share[a][l] = 100 * there[a];
        }
      }
      List<Picture.Curve> curves = new ArrayList<>();
      for (int a = 0; a < share.length; a++) {
        curves.add(
            new Picture.Curve(Label.key(BodyNetwork.ACTIONS.get(a)), LEVELS, share[a], false));
      }
      return new Picture.Lines("dose", curves, true);
    }

    private void perceptron() {
      Network plain = Perceptron.learnt(seed);
      double[] before;
      try (AnswerShares asked = open(plain)) {
        before = once(asked);
        bits("perceptron", AnswerShares.bits(before, once(asked)), 1);
      }
      double most = 0;
      try (AnswerShares asked = open(Perceptron.modulated(plain))) {
        numbers.add(
            new Finding("perceptron-level-0-bits", AnswerShares.bits(before, once(asked)), "bit"));
        for (String state : ORDER) {
          asked.clearInterventions();
          SiteRef site = SiteRef.parse("modulators." + STATES.getOrDefault(state, "") + ".level");
          asked.apply(new Intervention.Clamp(site, 1, Intervention.Window.ALWAYS));
          double shift = AnswerShares.bits(before, once(asked));
          most = Math.max(most, shift);
          bits("perceptron-" + state, shift, 1);
        }
        numbers.add(new Finding("perceptron-most", most, "bit"));
      }
    }

    private static double[] once(AnswerShares asked) {
      return asked.last(List.of(BodyNetwork.rustle()), List.of(), 0);
    }

    /** How often each answer came in each state. */
    private Picture answers() {
      double[][] values =
          shares.values().stream()
              .map(row -> Arrays.stream(row).map(v -> 100 * v).toArray())
              .toArray(double[][]::new);
      return new Picture.Shades(
          "answers",
          shares.keySet().stream().map(Label::key).toList(),
          BodyNetwork.ACTIONS.stream().map(Label::key).toList(),
          values,
          0,
          100);
    }

    private Picture distances() {
      return new Picture.Dots("bits", bits);
    }
  }

  private static List<Claim> claims(SceneResult of) {
    return List.of(
        Claim.above("tired", of.number("tired-bits"), SHIFT_BITS),
        Claim.above("sad", of.number("sad-bits"), SHIFT_BITS),
        Claim.above("alert", of.number("alert-bits"), SHIFT_BITS),
        Claim.above("heart", of.number("fast-heart-bits"), SHIFT_BITS),
        Claim.above("body-speaks", of.number("body-alone"), SPEAKS_HZ),
        Claim.below("perceptron-without", of.number("perceptron-bits"), ZERO_BITS),
        Claim.above("perceptron-with", of.number("perceptron-most"), ZERO_BITS),
        Claim.below("level-0", of.number("level-0-differs"), NONE).ofControl(),
        Claim.below("perceptron-level-0", of.number("perceptron-level-0-bits"), ZERO_BITS)
            .ofControl(),
        Claim.below("noise", of.number("floor-bits"), SHIFT_BITS).ofControl());
  }
}

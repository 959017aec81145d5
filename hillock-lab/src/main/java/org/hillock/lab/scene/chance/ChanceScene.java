package org.hillock.lab.scene.chance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/** Noisy transmission makes behaviour variable. */
public final class ChanceScene implements Scene {

  /** Circuits side by side: as many trials. A share of them is known to 0.05. */
  private static final int TRIALS = 120;

  /** The same where a difference between two conditions is asked for. */
  private static final int MORE_TRIALS = 400;

  /** How much stronger the first of the two seen is, as a share of their mean. */
  private static final double[] DIFFERENCES = {0.1, 0.2, 0.4};

  private static final int SHOWN_TRIALS = 12;
  private static final double PERCENT = 100;
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final String WITHOUT_RELEASE = "without-release";
  private static final List<String> COMPARED = List.of(ALL, WITHOUT_RELEASE);

  // Where the claims end. Entropies of 120 decisions between two are known to about 0.05 bit each,
  // and
  // the mean over three inputs to 0.03; of 400 to half of that. What varies has 0.3 bit, which is
  // one answer in twenty another
  // one; what does not has exactly none. Noisy transmission makes behaviour vary if it does so by
  // itself, by more than 0.1 bit, three times what is not known, and if behaviour varies less
  // without it.
  // A Fano factor above 0.05 is that of counts of about 8 that differ by one now and then.
  private static final double VARIABLE_BITS = 0.3;
  private static final double ALONE_BITS = 0.1;
  private static final double LESS_BITS = 0;
  private static final double FANO = 0.05;
  private static final double NOTHING = 1e-12;
  private static final double NOT_ONE = 0.5;

  @Override
  public String name() {
    return "chance";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    Map<String, Set<Source>> conditions = conditions();
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (Map.Entry<String, Set<Source>> condition : conditions.entrySet()) {
      StoppedException.check(progress);
      progress.report(0.8 * measured.size() / conditions.size(), condition.getKey());
      int trials = COMPARED.contains(condition.getKey()) ? MORE_TRIALS : TRIALS;
      measured.put(condition.getKey(), Measured.of(condition.getValue(), trials, seed));
    }
    List<Finding> numbers = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    measured.forEach((name, of) -> {
      numbers.add(new Finding("entropy." + name, of.entropy(), "bit"));
      numbers.add(Finding.of("fano." + name, of.fano()));
    });
    Finding all = numbers.getFirst();
    Finding fano = numbers.get(1);
    Finding none = find(numbers, "entropy." + NONE);
    Finding alone = find(numbers, "entropy.only-release");
    Finding less =
        new Finding(
            "less", all.value() - find(numbers, "entropy." + WITHOUT_RELEASE).value(), "bit");
    Finding right = new Finding("right", PERCENT * at(measured, ALL).first()[0], "%");
    numbers.add(less);
    numbers.add(right);
    claims.add(Claim.above("variable", all, VARIABLE_BITS));
    claims.add(Claim.above("alone", alone, ALONE_BITS));
    claims.add(Claim.above("less", less, LESS_BITS));
    claims.add(Claim.above("fano", fano, FANO));
    claims.add(Claim.below("none", none, NOTHING).ofControl());
    claims.add(Claim.below("fano-none", find(numbers, "fano." + NONE), NOTHING).ofControl());
    progress.report(0.85, "the same again");
    Finding other = Finding.of("other-spikes", otherSpikes(seed));
    Finding noisy = Finding.of("noisy-spikes", noisySpikes(seed));
    numbers.addAll(List.of(other, noisy));
    claims.add(Claim.below("other-spikes", other, NOT_ONE).ofControl());
    claims.add(Claim.above("noisy-spikes", noisy, NOT_ONE).ofControl());
    progress.report(0.95, "a deep network");
    DrawnUnits units = DrawnUnits.of(DIFFERENCES, seed);
    Finding drawn = new Finding("deep-drawn", units.drawn(), "bit");
    Finding steady = new Finding("deep-steady", units.steady(), "bit");
    numbers.addAll(List.of(drawn, steady));
    claims.add(Claim.above("deep-drawn", drawn, ALONE_BITS));
    claims.add(Claim.below("deep-steady", steady, NOTHING).ofControl());
    progress.report(1, "");
    return new SceneResult(name(), numbers, claims, pictures(measured, seed));
  }

  /** All sources, each missing, each alone, none. */
  private static Map<String, Set<Source>> conditions() {
    Map<String, Set<Source>> all = new LinkedHashMap<>();
    all.put(ALL, Source.all());
    for (Source source : Source.values()) {
      all.put("without-" + source.word(), source.others());
    }
    for (Source source : Source.values()) {
      all.put("only-" + source.word(), EnumSet.of(source));
    }
    all.put(NONE, EnumSet.noneOf(Source.class));
    return all;
  }

  private static Finding find(List<Finding> numbers, String id) {
    return numbers.stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
  }

  private static Measured at(Map<String, Measured> measured, String name) {
    return java.util.Objects.requireNonNull(measured.get(name));
  }

  /**
   * What circuits did under one condition.
   *
   * @param entropies in bits, by input
   * @param first share that decided for the first, which is the stronger, by input
   * @param fano Fano factor, mean over inputs
   */
  private record Measured(double[] entropies, double[] first, double fano) {

    static Measured of(Set<Source> on, int trials, long seed) {
      Network network = Source.network(trials, on);
      double[] entropies = new double[DIFFERENCES.length];
      double[] first = new double[DIFFERENCES.length];
      double fano = 0;
      for (int d = 0; d < DIFFERENCES.length; d++) {
        Choices made = Choices.of(network, ChoiceNetwork.evidence(DIFFERENCES[d]), seed, d);
        entropies[d] = made.entropy();
        first[d] = made.first();
        fano += made.fano() / DIFFERENCES.length;
      }
      return new Measured(entropies, first, fano);
    }

    double entropy() {
      return java.util.Arrays.stream(entropies).average().orElseThrow();
    }
  }

  /** Of several trials without noise, how many had any other spike than the first. */
  private static double otherSpikes(long seed) {
    return differing(Source.network(2, EnumSet.noneOf(Source.class)), seed);
  }

  private static double noisySpikes(long seed) {
    return differing(Source.network(2, Source.all()), seed);
  }

  private static double differing(Network network, long seed) {
    Choices first = Choices.of(network, ChoiceNetwork.evidence(DIFFERENCES[0]), seed, 0);
    int differing = 0;
    for (int trial = 1; trial < SHOWN_TRIALS; trial++) {
      Choices again = Choices.of(network, ChoiceNetwork.evidence(DIFFERENCES[0]), seed, trial);
      differing += again.same(first) ? 0 : 1;
    }
    return differing;
  }

  private static List<Picture> pictures(Map<String, Measured> measured, long seed) {
    List<Picture.Dot> entropies = new ArrayList<>();
    List<Picture.Dot> fanos = new ArrayList<>();
    measured.forEach((name, of) -> {
      int series = name.startsWith("without") ? 1 : name.startsWith("only") ? 2 : 0;
      entropies.add(Picture.Dot.of(Label.key(name), of.entropy(), series));
      fanos.add(Picture.Dot.of(Label.key(name), of.fano(), series));
    });
    List<Picture.Curve> curves = new ArrayList<>();
    for (String name : List.of(ALL, "only-release", NONE)) {
      curves.add(
          new Picture.Curve(
              Label.key(name),
              percent(DIFFERENCES),
              percent(at(measured, name).first()),
              name.equals(NONE)));
    }
    return List.of(
        spikes(seed),
        new Picture.Dots("entropy", entropies),
        new Picture.Lines("right", curves, true),
        new Picture.Dots("fano", fanos));
  }

  private static double[] percent(double[] shares) {
    return java.util.Arrays.stream(shares).map(s -> PERCENT * s).toArray();
  }

  /** The first of the two cells in some trials, with all noise and without any. */
  private static Picture spikes(long seed) {
    List<Picture.Lane> lanes = new ArrayList<>();
    for (Set<Source> on : List.of(Source.all(), EnumSet.<Source>noneOf(Source.class))) {
      Choices made =
          Choices.of(
              Source.network(SHOWN_TRIALS, on), ChoiceNetwork.evidence(DIFFERENCES[0]), seed, 0);
      List<Double> times = new ArrayList<>();
      List<Integer> trials = new ArrayList<>();
      for (int k = 0; k < made.cells().length; k++) {
        if (made.cells()[k] % 2 == 0) {
          times.add(made.timesMs()[k]);
          trials.add(made.cells()[k] / 2);
        }
      }
      lanes.add(
          new Picture.Lane(
              Label.key(on.isEmpty() ? NONE : ALL),
              SHOWN_TRIALS,
              times.stream().mapToDouble(Double::doubleValue).toArray(),
              trials.stream().mapToInt(Integer::intValue).toArray()));
    }
    return new Picture.Spikes("trials", lanes, 0, ChoiceNetwork.WINDOW_MS);
  }
}

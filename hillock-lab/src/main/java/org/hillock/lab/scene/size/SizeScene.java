package org.hillock.lab.scene.size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.census.Census;
import org.hillock.core.data.Dataset;
import org.hillock.core.facts.BrainSize;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.census.BuiltInEntries;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.scene.images.NoisyDigits;

/**
 * Is more more? Perceptrons of one hidden layer, from one neuron to hundreds, learn the same digits
 * and are asked about others; the control learns labels that were drawn by chance. Beside that, how
 * many neurons and synapses are known to be where, as the census counts them.
 */
public final class SizeScene implements Scene {

  private static final int[] HIDDEN = {1, 2, 4, 8, 16, 32, 64, 128, 256};
  private static final int LEARNT = 600;
  private static final int ASKED = 400;
  private static final int TIMES = 3;
  private static final int EPOCHS = 20;
  private static final int BATCH = 32;

  /** Of 400 answers by chance, 10 % ± 3 % are right in 95 of 100 runs; twice that is a finding. */
  private static final double CLEARLY_MORE = 20;

  /** A fourth of what chance gives is too little to call "ever more". */
  private static final double STILL_MORE = 2.5;

  /** Chance is 10 %, four standard errors of 400 answers are 6 %. */
  private static final double BY_CHANCE = 16;

  @Override
  public String name() {
    return "size";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    Dataset learnt = NoisyDigits.of(seed, 0, LEARNT);
    Dataset asked = NoisyDigits.of(seed, LEARNT, ASKED);
    double[][] right = new double[HIDDEN.length][TIMES];
    for (int size = 0; size < HIDDEN.length; size++) {
      for (int time = 0; time < TIMES; time++) {
        StoppedException.check(progress);
        double done = (size * TIMES + time) / (double) (HIDDEN.length * TIMES + 1);
        progress.report(done, HIDDEN[size] + " hidden neurons");
        right[size][time] = right(HIDDEN[size], seed * TIMES + time, learnt, asked);
      }
    }
    StoppedException.check(progress);
    Dataset drawn = NoisyDigits.withDrawnLabels(learnt, seed);
    double chance = right(HIDDEN[HIDDEN.length - 1], seed, drawn, asked);
    progress.report(1, "");
    return result(right, chance);
  }

  /** Right answers in percent. */
  private static double right(int hidden, long seed, Dataset learnt, Dataset asked) {
    Network untaught =
        BuiltInNetworks.perceptron(learnt.shape(), List.of(hidden), learnt.classes(), seed);
    Trainer trainer = Trainers.named("backpropagation");
    TrainingOptions options =
        TrainingOptions.seeded(seed).with("epochs", EPOCHS).with("batch", BATCH);
    Network taught = trainer.train(untaught, learnt, options, Progress.NONE).network();
    try (Classifier classifier = Classifier.open(taught, seed)) {
      return 100 * classifier.accuracy(asked, Progress.NONE);
    }
  }

  private static SceneResult result(double[][] right, double chance) {
    double[] means =
        Arrays.stream(right).mapToDouble(r -> Arrays.stream(r).average().orElseThrow()).toArray();
    int last = means.length - 1;
    Finding least = new Finding("right.least", means[0], "%");
    Finding most = new Finding("right.most", means[last], "%");
    Finding gained = new Finding("gained", means[last] - means[0], "%");
    Finding top = new Finding("gained.top", means[last] - means[last - 2], "%");
    Finding control = new Finding("right.drawn", chance, "%");
    List<Finding> numbers = new ArrayList<>(List.of(least, most, gained, top, control));
    numbers.add(Finding.of("hidden.most", HIDDEN[last]));
    numbers.add(Finding.of("hidden.before", HIDDEN[last - 2]));
    numbers.addAll(sizes());
    List<Claim> claims =
        List.of(
            Claim.above("gained", gained, CLEARLY_MORE),
            Claim.above("ever-more", top, STILL_MORE),
            Claim.below("drawn", control, BY_CHANCE).ofControl());
    return new SceneResult("size", numbers, claims, List.of(curve(means), dots()));
  }

  private static List<Finding> sizes() {
    double worm = neurons("worm");
    double human = neurons("human");
    double gpt = neurons("gpt-3");
    double popular = 10 * BrainSize.HUMAN.neurons().value();
    return List.of(
        Finding.of("worm", worm),
        Finding.of("fly", neurons("fly")),
        Finding.of("human", human),
        Finding.of("gpt-3", gpt),
        Finding.of("said", popular),
        Finding.of("human.synapses", BrainSize.HUMAN.synapses().value()),
        Finding.of("gpt-3.synapses", synapses("gpt-3")));
  }

  private static Census census(String name) {
    return BuiltInEntries.besideOthers().stream()
        .filter(c -> c.architecture().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double neurons(String name) {
    return census(name).total().neurons().value();
  }

  private static double synapses(String name) {
    return census(name).total().synapses().value();
  }

  private static Picture curve(double[] means) {
    double[] x = Arrays.stream(HIDDEN).asDoubleStream().toArray();
    List<Picture.Curve> curves = new ArrayList<>();
    curves.add(new Picture.Curve(Label.key("mean"), x, means, false));
    double[] chance = new double[x.length];
    Arrays.fill(chance, 10);
    curves.add(new Picture.Curve(Label.key("chance"), x, chance, true));
    return new Picture.Lines("more", curves, true);
  }

  private static Picture dots() {
    return new Picture.Dots(
        "counted", List.of(dot("worm", 0), dot("fly", 0), dot("gpt-3", 1), dot("human", 0)));
  }

  private static Picture.Dot dot(String name, int series) {
    return Picture.Dot.of(Label.key(name), neurons(name), series);
  }
}

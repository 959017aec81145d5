package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.wiring.Wiring;
import org.junit.jupiter.api.Test;

class ForwardForwardTest {

  private static final int CLASSES = 4;

  private final Trainer rule = Trainers.named("forward-forward");

  private Trained train(Network network, Dataset data, TrainingOptions options) {
    return rule.train(network, data, options, Progress.NONE);
  }

  private static Network network(long seed, Values second) {
    return Nets.goodness(3 * CLASSES, 24, CLASSES, seed, second);
  }

  @Test
  void learnsFarAboveChance() {
    Trained trained =
        train(
            network(1, normal(0.2)),
            Images.bars(CLASSES, 400, 0.3, 1),
            TrainingOptions.seeded(1).with("epochs", 10));
    Dataset unseen = Images.bars(CLASSES, 200, 0.3, 2);
    // chance is 0.25
    assertThat(Answers.right(network(1, normal(0.2)), unseen)).isLessThan(0.6);
    assertThat(Answers.right(trained.network(), unseen)).isGreaterThan(0.95);
    assertThat(trained.lossByEpoch().getLast()).isLessThan(trained.lossByEpoch().getFirst());
    assertThat(trained.network().provenance().history())
        .containsExactly("trained by forward-forward, seed 1, 10 epochs on bars");
  }

  @Test
  void learnsByPlainDescentToo() {
    TrainingOptions plain =
        TrainingOptions.seeded(1)
            .with("epochs", 10)
            .with("adam", 0)
            // goodness is a mean over neurons, so a gradient is small
            .with("learning_rate", 1);
    Trained trained = train(network(1, normal(0.2)), Images.bars(CLASSES, 400, 0.3, 1), plain);
    assertThat(trained.lossByEpoch().getLast()).isLessThan(0.8 * trained.lossByEpoch().getFirst());
  }

  /** With hardness 0 later layers have no say in which wrong labels are shown either. */
  @Test
  void aLaterLayerChangesNoBitOfWhatAnEarlierOneLearns() {
    Dataset data = Images.bars(CLASSES, 100, 0.3, 1);
    TrainingOptions options = TrainingOptions.seeded(1).with("epochs", 3).with("hardness", 0);
    Network one = train(network(1, normal(0.2)), data, options).network();
    Network other = train(network(1, normal(0.9)), data, options).network();
    assertThat(other.projection("hidden1_hidden2")).isNotEqualTo(one.projection("hidden1_hidden2"));
    assertThat(other.projection("image_hidden1")).isEqualTo(one.projection("image_hidden1"));
    assertThat(other.projection("labels_hidden1")).isEqualTo(one.projection("labels_hidden1"));
    assertThat(other.population("hidden1")).isEqualTo(one.population("hidden1"));
  }

  /** One step of plain descent at rate 1 moves a weight by minus its layer's own gradient. */
  @Test
  void theGradientOfEachLayerMeetsFiniteDifferencesOfItsOwnLoss() {
    Network network = network(1, normal(0.5));
    int[] images = {0, 1, 2, 3, 4, 5};
    Dataset data = Images.bars(CLASSES, images.length, 0.3, 1);
    Minibatches.Batch batch = new Minibatches(data, images.length, 0, 1).batch(images, 0, 0);
    WrongLabels uniform = new WrongLabels(0, 1);
    int[] wrong = uniform.draw(batch, 0, CLASSES, new float[CLASSES * images.length]);
    Network moved;
    try (TensorNetwork tensors = new TensorNetwork(FeedForward.of(network))) {
      LocalLearning learning =
          new LocalLearning(tensors, Ports.of(network), Optimisers.descent(1, 0, 0, 1), 1, uniform);
      double loss = learning.learn(batch, 0);
      double plain =
          (loss(network, "hidden1", data, wrong) + loss(network, "hidden2", data, wrong)) / 2;
      assertThat(loss).isCloseTo(plain, within(1e-5));
      moved = learning.learnt();
    }
    for (Projection projection : network.projections().values()) {
      double[] start = Wiring.of(network, projection).weight();
      double[] end =
          ((Values.Listed) moved.projection(projection.name()).weights()).numbers().toArray();
      for (int k = 0; k < start.length; k++) {
        double slope = slope(network, projection, start, k, data, wrong);
        // the difference of two weights near 1 in single precision is known to about 1e-7
        assertThat(start[k] - end[k]).isCloseTo(slope, within(1e-6 + 1e-4 * Math.abs(slope)));
      }
    }
  }

  private static double slope(
      Network network, Projection projection, double[] start, int k, Dataset data, int[] wrong) {
    double step = 1e-6;
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      double[] moved = start.clone();
      moved[k] += side == 0 ? step : -step;
      Network other =
          network.with(List.of(), List.of(projection.withWeights(Values.listed(moved))));
      losses[side] = loss(other, projection.to(), data, wrong);
    }
    return (losses[0] - losses[1]) / (2 * step);
  }

  /** ln(1 + exp(∓(g - 1))), mean over images and both kinds. */
  private static double loss(Network network, String layer, Dataset data, int[] wrong) {
    PlainForward plain = new PlainForward(network);
    double total = 0;
    for (int i = 0; i < data.size(); i++) {
      for (int kind : new int[] {1, -1}) {
        double[] shown = new double[CLASSES];
        shown[kind > 0 ? data.labels()[i] : wrong[i]] = 1;
        double[] values =
            Answers.get(
                plain.pass(Map.of("image", Answers.wide(data.images()[i]), "labels", shown)),
                layer);
        double goodness = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
        total += Math.log1p(Math.exp(-kind * (goodness - 1)));
      }
    }
    return total / (2 * data.size());
  }

  /**
   * One neuron, one pixel, two labels: the first step done by hand. With h = 0.5 + w_label and g =
   * h², the derivative by the sum is -σ(θ - g) h / rows for the right label and σ(g - θ) h / rows
   * for the wrong one (half of it for the mean over both); Adam's first step is the rate times the
   * sign.
   */
  @Test
  void theFirstStepIsTheOneDoneByHand() {
    Network network =
        Network.builder("one")
            .population("image", 1, "input")
            .population("labels", 2, "input")
            .population("hidden", 1, "relu")
            .projection("image", "hidden", dense(), c -> c.weight(Values.listed(0.5)))
            .projection("labels", "hidden", dense(), c -> c.weight(Values.listed(1, 0.25)))
            .decision(new Decision.LargestGoodness("labels", List.of("hidden")))
            .build();
    Dataset single =
        new Dataset("one", Shape.of(1, 1, 1), new float[][] {{1}}, new int[] {0}, 2, "made up");
    Trained trained =
        train(
            network,
            single,
            TrainingOptions.seeded(1)
                .with("epochs", 1)
                .with("threshold", 1)
                .with("learning_rate", 0.1));
    double right = 1.5 * 1.5 - 1;
    double wrong = 0.75 * 0.75 - 1;
    double loss = (Math.log1p(Math.exp(-right)) + Math.log1p(Math.exp(wrong))) / 2;
    assertThat(trained.lossByEpoch().getFirst()).isCloseTo(loss, within(1e-6));
    // -σ(-1.25)·1.5 + σ(-0.4375)·0.75 = -0.334 + 0.294 < 0: the pixel's weight grows
    assertWeights(trained, "image_hidden", 0.6);
    assertWeights(trained, "labels_hidden", 1.1, 0.15);
  }

  private static void assertWeights(Trained trained, String projection, double... wanted) {
    Values weights = trained.network().projection(projection).weights();
    double[] learnt = ((Values.Listed) weights).numbers().toArray();
    // Adam divides by the root of the squared gradient plus 1e-8, in single precision
    assertThat(learnt).containsExactly(wanted, within(1e-6));
  }

  @Test
  void sameSeedSameBitsOtherSeedOthers() {
    Dataset data = Images.bars(CLASSES, 60, 0.3, 1);
    TrainingOptions options = TrainingOptions.seeded(1).with("epochs", 2).with("noise", 0.1);
    Trained first = train(network(1, normal(0.2)), data, options);
    assertThat(train(network(1, normal(0.2)), data, options)).isEqualTo(first);
    Trained other =
        train(network(1, normal(0.2)), data, new TrainingOptions(2, options.settings()));
    assertThat(other.network().projection("image_hidden1"))
        .isNotEqualTo(first.network().projection("image_hidden1"));
  }

  @Test
  void hardWrongLabelsAreDrawnAsOftenAsTheirGoodnessSays() {
    int rows = 20_000;
    float[] goodness = new float[3 * rows];
    Arrays.fill(goodness, rows, 2 * rows, 1);
    int[] images = IntStream.range(0, rows).toArray();
    Minibatches.Batch batch = new Minibatches.Batch(images, new float[0], new int[rows]);
    int[] hard = new WrongLabels(2, 1).draw(batch, 0, 3, goodness);
    double share = (double) Arrays.stream(hard).filter(l -> l == 1).count() / rows;
    // labels 1 and 2 stand as e² to 1; three standard errors of 20,000 draws are 0.007
    assertThat(share).isCloseTo(Math.exp(2) / (Math.exp(2) + 1), within(0.007));
    assertThat(hard).doesNotContain(0);
    int[] uniform = new WrongLabels(0, 1).draw(batch, 0, 3, goodness);
    share = (double) Arrays.stream(uniform).filter(l -> l == 1).count() / rows;
    assertThat(share).isCloseTo(0.5, within(0.011));
  }

  @Test
  void refusesNetworksThatItCannotTrain() {
    assertThat(rule.refuses(Nets.mlp(4, 3, "relu", 2, "softmax", 1)))
        .contains("it does not decide by the largest goodness");
    assertThat(rule.refuses(network(1, Values.constant(1))).orElseThrow())
        .startsWith("all weights of projection 'hidden1_hidden2' are 1,");
    assertThat(rule.refuses(altered("tanh", dense(), false)))
        .contains("population 'hidden2' is 'tanh'; Forward-Forward trains 'relu'");
    assertThat(rule.refuses(altered("relu", dense(), false)))
        .contains(
            "projection 'hidden1_hidden2' carries the goodness of 'hidden1' on; say 'normalise:"
                + " rms'");
    assertThat(rule.refuses(altered("relu", new Connectivity.OneToOne(), true)))
        .contains("projection 'hidden1_hidden2' is 'one-to-one'; Forward-Forward trains 'dense'");
    assertThatThrownBy(() ->
            train(Nets.mlp(4, 3, "relu", 2, "softmax", 1), Images.xor(), TrainingOptions.seeded(1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "forward-forward cannot train network 'mlp': it does not decide by the largest"
                + " goodness");
  }

  private static Network altered(String second, Connectivity connectivity, boolean normalised) {
    return Network.builder("altered")
        .population("image", 2, "input")
        .population("labels", 2, "input")
        .population("hidden1", 3, "relu")
        .population("hidden2", 3, second)
        .projection("image", "hidden1", dense(), c -> c.weight(normal(1)))
        .projection("labels", "hidden1", dense(), c -> c.weight(normal(1)))
        .projection(
            "hidden1",
            "hidden2",
            connectivity,
            c ->
                c.weight(normal(1))
                    .normalise(normalised ? Normalisation.rms() : Normalisation.none()))
        .decision(new Decision.LargestGoodness("labels", List.of("hidden1", "hidden2")))
        .build();
  }

  @Test
  void refusesDataThatDoNotFit() {
    assertThatThrownBy(() ->
            train(network(1, normal(1)), Images.bars(3, 9, 0.1, 1), TrainingOptions.seeded(1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "images of 'bars' have 1×9×1 = 9 pixels, but population 'image' has 12 neurons");
    assertThatThrownBy(() ->
            train(
                Nets.goodness(9, 4, 4, 1, normal(1)),
                Images.bars(3, 9, 0.1, 1),
                TrainingOptions.seeded(1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("'bars' has 3 classes, but network 'ff' answers with 4");
    assertThatThrownBy(() ->
            train(
                network(1, normal(1)),
                Images.bars(CLASSES, 9, 0.1, 1),
                new TrainingOptions(1, Map.of()).with("treshold", 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("forward-forward has no setting 'treshold'; did you mean 'threshold'?");
  }
}

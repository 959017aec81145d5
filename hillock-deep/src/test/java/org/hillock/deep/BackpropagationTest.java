package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Wiring;
import org.junit.jupiter.api.Test;

class BackpropagationTest {

  private final Trainer rule = Trainers.named("backpropagation");

  private Trained train(Network network, Dataset data, TrainingOptions options) {
    return rule.train(network, data, options, Progress.NONE);
  }

  /** One whole-batch step of plain descent at rate 1 moves every weight by minus its gradient. */
  private void gradientMeetsFiniteDifferences(Network drawn, Dataset data) {
    Network network = listed(drawn);
    TrainingOptions oneStep =
        TrainingOptions.seeded(1)
            .with("adam", 0)
            .with("momentum", 0)
            .with("weight_decay", 0)
            .with("epochs", 1)
            .with("batch", data.size())
            .with("learning_rate", 1);
    Trained trained = train(network, data, oneStep);
    assertThat(trained.lossByEpoch().getFirst()).isCloseTo(loss(network, data), within(1e-5));
    for (Projection before : network.projections().values()) {
      double[] start = numbers(before.weights());
      double[] end = numbers(trained.network().projection(before.name()).weights());
      for (int k = 0; k < start.length; k++) {
        int at = k;
        double slope =
            slope(step ->
                loss(
                    network.with(List.of(), List.of(before.withWeights(moved(start, at, step)))),
                    data));
        check(start[k] - end[k], slope);
      }
    }
    for (var population : network.populations().values()) {
      if (population.bias().isEmpty()) {
        continue;
      }
      double[] start = numbers(population.bias().orElseThrow());
      double[] end = numbers(trained.network().population(population.name()).bias().orElseThrow());
      for (int k = 0; k < start.length; k++) {
        int at = k;
        double slope =
            slope(step ->
                loss(
                    network.with(List.of(population.withBias(moved(start, at, step))), List.of()),
                    data));
        check(start[k] - end[k], slope);
      }
    }
  }

  /** The difference of two weights near 1 in single precision is known to about 1e-7. */
  private static void check(double gradient, double slope) {
    assertThat(gradient).isCloseTo(slope, within(2e-6 + 1e-4 * Math.abs(slope)));
  }

  private interface LossAt {
    double at(double step);
  }

  private static double slope(LossAt loss) {
    double step = 1e-5;
    return (loss.at(step) - loss.at(-step)) / (2 * step);
  }

  private static Values moved(double[] numbers, int at, double step) {
    double[] moved = numbers.clone();
    moved[at] += step;
    return Values.listed(moved);
  }

  private static double[] numbers(Values values) {
    return ((Values.Listed) values).numbers().toArray();
  }

  /** The same network with everything listed, in numbers that single precision holds exactly. */
  private static Network listed(Network network) {
    List<Projection> projections = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      projections.add(p.withWeights(Values.listed(rounded(Wiring.of(network, p).weight()))));
    }
    return network.with(
        network.populations().values().stream()
            .filter(p -> p.bias().isPresent())
            .map(p -> p.withBias(Values.listed(rounded(Parameters.bias(network, p)))))
            .toList(),
        projections);
  }

  private static double[] rounded(double[] numbers) {
    return Numbers.of(Numbers.of(numbers).toFloats()).toArray();
  }

  private static double loss(Network network, Dataset data) {
    PlainForward plain = new PlainForward(network);
    double total = 0;
    for (int i = 0; i < data.size(); i++) {
      PlainForward.Pass pass = plain.pass(Map.of("image", Answers.wide(data.images()[i])));
      double[] out = Objects.requireNonNull(pass.values().get("out"));
      if (network.population("out").neuron().equals("softmax")) {
        total -= Math.log(out[data.labels()[i]]);
      } else {
        for (int k = 0; k < out.length; k++) {
          double off = out[k] - (k == data.labels()[i] ? 1 : 0);
          total += off * off / out.length;
        }
      }
    }
    return total / data.size();
  }

  @Test
  void theGradientOfCrossEntropyMeetsFiniteDifferences() {
    gradientMeetsFiniteDifferences(
        Nets.mlp(6, 5, "tanh", 2, "softmax", 4), Images.bars(2, 8, 0.3, 1));
  }

  @Test
  void theGradientOfSquaredErrorMeetsFiniteDifferences() {
    gradientMeetsFiniteDifferences(
        Nets.mlp(6, 5, "sigmoid", 2, "sigmoid", 4), Images.bars(2, 8, 0.3, 1));
  }

  @Test
  void theGradientThroughNormalisationAndASkipMeetsFiniteDifferences() {
    Network network =
        Network.builder("skip")
            .seed(2)
            .population("image", 6, "input")
            .population("hidden", 4, "softmax", p -> p.bias(normal(1)))
            .population("out", 2, "softmax", p -> p.bias(normal(1)))
            .projection("image", "hidden", dense(), c -> c.weight(normal(1)))
            .projection(
                "hidden", "out", dense(), c -> c.weight(normal(1)).normalise(Normalisation.rms()))
            .projection("image", "out", dense(), c -> c.weight(normal(1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    gradientMeetsFiniteDifferences(network, Images.bars(2, 8, 0.3, 1));
  }

  @Test
  void learnsExclusiveOrWhichNoSingleLayerCan() {
    Network network = Nets.mlp(2, 8, "tanh", 2, "softmax", 1);
    Trained trained =
        train(
            network,
            Images.xor(),
            TrainingOptions.seeded(1)
                .with("epochs", 300)
                .with("batch", 4)
                .with("learning_rate", 0.05));
    assertThat(Answers.right(trained.network(), Images.xor())).isEqualTo(1);
    assertThat(trained.network().provenance().history())
        .containsExactly("trained by backpropagation, seed 1, 300 epochs on xor");
  }

  @Test
  void learnsTwoMoonsByPlainDescentWithMomentum() {
    Trained trained =
        train(
            Nets.mlp(2, 16, "relu", 2, "softmax", 1),
            Images.moons(200, 1),
            TrainingOptions.seeded(1)
                .with("adam", 0)
                .with("epochs", 60)
                .with("learning_rate", 0.1));
    // a straight line parts at most about nine in ten of them
    assertThat(Answers.right(trained.network(), Images.moons(200, 2))).isGreaterThan(0.97);
  }

  @Test
  void sameSeedSameBitsOtherSeedOthers() {
    Network network = Nets.mlp(9, 12, "relu", 3, "softmax", 1);
    Dataset data = Images.bars(3, 100, 0.5, 1);
    TrainingOptions options = TrainingOptions.seeded(1).with("epochs", 3).with("noise", 0.1);
    Trained first = train(network, data, options);
    assertThat(train(network, data, options)).isEqualTo(first);
    Trained other = train(network, data, new TrainingOptions(2, options.settings()));
    assertThat(other.network().projection("image_hidden"))
        .isNotEqualTo(first.network().projection("image_hidden"));
  }

  @Test
  void whatIsNotDenseOrLeadsNowhereStaysAsItIs() {
    Network network =
        Network.builder("mixed")
            .seed(3)
            .population("image", 6, "input")
            .population("fixed", 6, "relu")
            .population("out", 2, "softmax")
            .population("aside", 2, "relu", p -> p.bias(Values.constant(1)))
            .projection("image", "fixed", new Connectivity.OneToOne(), c -> c.weight("2"))
            .projection("fixed", "out", dense(), c -> c.weight(normal(1)))
            .projection("image", "aside", dense(), c -> c.weight(normal(1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    Network learnt =
        train(network, Images.bars(2, 20, 0.1, 1), TrainingOptions.seeded(1).with("epochs", 2))
            .network();
    assertThat(learnt.populations()).isEqualTo(network.populations());
    assertThat(learnt.projection("image_fixed")).isEqualTo(network.projection("image_fixed"));
    assertThat(learnt.projection("image_aside")).isEqualTo(network.projection("image_aside"));
    assertThat(learnt.projection("fixed_out")).isNotEqualTo(network.projection("fixed_out"));
  }

  @Test
  void tellsOfEachEpochAndStopsWhenAskedKeepingWhatIsLearnt() {
    List<String> told = new ArrayList<>();
    Progress stopAfterTwo =
        new Progress() {
          @Override
          public void report(double fraction, String what) {
            told.add(what);
          }

          @Override
          public boolean stopped() {
            return told.size() == 2;
          }
        };
    Network network = Nets.mlp(9, 12, "relu", 3, "softmax", 1);
    Trained trained =
        rule.train(network, Images.bars(3, 60, 0.5, 1), TrainingOptions.seeded(1), stopAfterTwo);
    assertThat(trained.stoppedEarly()).isTrue();
    assertThat(trained.lossByEpoch()).hasSize(2);
    assertThat(told.getLast()).matches("epoch 2 of 30, loss [0-9.]+, [0-9,]+ images/s");
    assertThat(trained.network().projection("image_hidden"))
        .isNotEqualTo(network.projection("image_hidden"));
    assertThat(trained.network().provenance().history().getFirst()).contains("2 epochs on bars");
  }

  @Test
  void refusesNetworksInWhichNothingCouldBeLearnt() {
    Network constant =
        Nets.mlp(6, 4, "relu", 2, "softmax", 1)
            .with(
                List.of(),
                List.of(
                    Nets.mlp(6, 4, "relu", 2, "softmax", 1)
                        .projection("image_hidden")
                        .withWeights(Values.constant(0.5))));
    assertThat(rule.refuses(constant))
        .contains(
            "all weights of projection 'image_hidden' are 0.5, so that its neurons would all learn"
                + " the same; draw them from a distribution");
    assertThat(rule.refuses(Nets.mlp(6, 4, "step", 2, "softmax", 1)))
        .contains("population 'hidden' is 'step', whose slope is 0: no gradient passes it");
    assertThat(rule.refuses(Nets.goodness(6, 4, 2, 1, normal(1))))
        .contains("it does not decide by the largest value of a population");
    Network bare =
        Network.builder("bare")
            .population("image", 2, "input")
            .population("out", 2, "softmax")
            .projection("image", "out", new Connectivity.OneToOne(), c -> c)
            .decision(new Decision.LargestValue("out"))
            .build();
    assertThat(rule.refuses(bare))
        .contains("it has no 'dense' or 'convolution' projection whose weights could be learnt");
    assertThatThrownBy(() -> train(bare, Images.xor(), TrainingOptions.seeded(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("backpropagation cannot train network 'bare': it has no 'dense'");
  }

  @Test
  void refusesDataThatDoNotFit() {
    refused(
        Nets.mlp(5, 4, "relu", 2, "softmax", 1),
        TrainingOptions.seeded(1),
        "images of 'bars' have 1×6×1 = 6 pixels, but population 'image' has 5 neurons");
    refused(
        Nets.mlp(6, 4, "relu", 3, "softmax", 1),
        TrainingOptions.seeded(1),
        "'bars' has 2 classes, but network 'mlp' answers with 3");
  }

  @Test
  void refusesSettingsOutOfRange() {
    Network network = Nets.mlp(6, 4, "relu", 2, "softmax", 1);
    TrainingOptions options = TrainingOptions.seeded(1);
    refused(
        network,
        options.with("epoch", 1),
        "backpropagation has no setting 'epoch'; did you mean 'epochs'?");
    refused(
        network,
        options.with("epochs", 2.5),
        "backpropagation.epochs: 2.5 is not a whole number of 1 or more");
    refused(network, options.with("adam", 0.5), "backpropagation.adam: 0.5 is not 0 or 1");
    refused(network, options.with("momentum", 1), "backpropagation.momentum: 1 is not below 1");
    refused(
        network, options.with("learning_rate", 0), "backpropagation.learning_rate: 0 is not > 0");
  }

  private void refused(Network network, TrainingOptions options, String message) {
    assertThatThrownBy(() -> train(network, Images.bars(2, 8, 0.1, 1), options))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void saysSoWhenTrainingRunsAway() {
    TrainingOptions wild = TrainingOptions.seeded(1).with("adam", 0).with("learning_rate", 1e30);
    assertThatThrownBy(() ->
            train(Nets.mlp(6, 4, "identity", 2, "identity", 1), Images.bars(2, 64, 1, 1), wild))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a smaller learning_rate helps");
  }
}

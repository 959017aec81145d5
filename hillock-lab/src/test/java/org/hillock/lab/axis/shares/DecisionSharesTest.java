package org.hillock.lab.axis.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Classifier;
import org.junit.jupiter.api.Test;

class DecisionSharesTest {

  private static final float[] GREY = {0.5f, 0.5f, 0.5f};

  private static Network weighed(String neuron, double... rows) {
    return Network.builder("weighed")
        .population("image", 3, "input")
        .population("out", 2, neuron)
        .projection("image", "out", Nets.dense(), Nets.weights(rows))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static DecisionShares shares(Network network, float[] image, int budget) {
    try (Classifier classifier = Classifier.open(network, 1)) {
      return DecisionShares.of(
          classifier,
          network.population("out").neuron().equals("softmax"),
          InputGroups.of(Shape.of(1, 3, 1)),
          image,
          GREY,
          budget,
          1,
          0);
    }
  }

  /**
   * Margin of answer 1: (3, 0, −1)·x. By hand 3·(1 − 0.5), 0, −1·(0.9 − 0.5); the third input is
   * one that both answers hear alike, and so is the sum of a softmax. Single precision: 1e-5.
   */
  @Test
  void ofAWeightedSumAreWeightTimesDistance() {
    for (String neuron : new String[] {"identity", "softmax"}) {
      for (int budget : new int[] {8, 6}) {
        DecisionShares shares =
            shares(weighed(neuron, 0, 2, 1, 3, 2, 0), new float[] {1, 0.2f, 0.9f}, budget);
        assertThat(shares.first()).containsExactly(new double[] {1.5, 0, -0.4}, within(1e-5));
        assertThat(shares.second()).containsExactly(shares.first(), within(1e-5));
        assertThat(shares.parts())
            .containsExactly(new double[] {1.5 / 1.9, 0, 0.4 / 1.9}, within(1e-5));
        assertThat(shares.margin()).isCloseTo(2.1, within(1e-5));
      }
    }
  }

  /**
   * Two inputs that only count together share alike, and a third that does nothing gets nothing.
   */
  @Test
  void togetherIsSharedAlike() {
    Network both =
        Network.builder("both")
            .population("image", 3, "input")
            .population(
                "hidden", 1, "relu", p -> p.bias(org.hillock.core.network.Values.constant(-1.5)))
            .population("out", 2, "identity")
            .projection("image", "hidden", Nets.dense(), Nets.weights(1, 1, 0))
            .projection("hidden", "out", Nets.dense(), Nets.weights(0, 1))
            .decision(new Decision.LargestValue("out"))
            .build();
    DecisionShares shares = shares(both, new float[] {1, 1, 1}, 8);
    assertThat(shares.first()).containsExactly(new double[] {0.25, 0.25, 0}, within(1e-6));
  }

  @Test
  void halfOfTheDecisionIsGathered() {
    InputGroups three = InputGroups.of(Shape.of(1, 3, 1));
    DecisionShares one = new DecisionShares(new double[] {0, 4, 0}, new double[] {0, 4, 0}, 4);
    assertThat(one.gathering(three).carrying(0.5)).isCloseTo(1.0 / 6, within(1e-12));
    DecisionShares even = new DecisionShares(new double[] {1, -1, 1}, new double[] {1, -1, 1}, 1);
    assertThat(even.gathering(three).carrying(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(new DecisionShares(new double[3], new double[3], 0).any()).isFalse();
  }

  @Test
  void inputsAreGroupedInPatches() {
    assertThat(InputGroups.of(Shape.of(1, 6, 1)).count()).isEqualTo(6);
    InputGroups digits = InputGroups.of(Shape.of(8, 8, 1));
    assertThat(digits.count()).isEqualTo(16);
    assertThat(IntStream.range(0, 16).map(digits::size).boxed()).containsOnly(4);
    InputGroups odd = InputGroups.of(Shape.of(28, 27, 3));
    assertThat(IntStream.range(0, odd.count()).map(odd::size).sum()).isEqualTo(28 * 27 * 3);
    InputGroups line = InputGroups.of(Shape.of(1, 100, 1));
    assertThat(line.count()).isEqualTo(16);
    assertThat(IntStream.range(0, 16).map(line::size).boxed()).allMatch(s -> s == 6 || s == 7);
  }

  /**
   * A network that decides by its first two inputs: the readout finds them in both halves, and what
   * it predicts is what the network answers, but for the images near the border.
   */
  @Test
  void aReadoutFindsTheWeights() {
    Network network = weighed("identity", 1, 0, 0, 0, 1, 0);
    try (Classifier classifier = Classifier.open(network, 1)) {
      FittedReadout readout =
          FittedReadout.of(
              classifier,
              InputGroups.of(Shape.of(1, 3, 1)),
              Images.brightest(100, 3, 4).images(),
              2,
              300,
              1,
              0);
      assertThat(readout.weightsCorrelation()).isGreaterThan(0.97);
      assertThat(readout.agreement()).isGreaterThan(0.9);
      assertThat(readout.byHabit()).isBetween(0.5, 0.65);
    }
  }
}

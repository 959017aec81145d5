package org.hillock.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hillock.core.network.Network;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Strongest;
import org.junit.jupiter.api.Test;

/** What is asked of networks that state no decision, and the readout that answers. */
class QuestionTest {

  private static final int CELLS = 20;
  private static final int EACH = 8;

  @Test
  void guessingIsBinomial() {
    assertThat(Question.byGuessing(0, 20)).isEqualTo(1);
    assertThat(Question.byGuessing(1, 20)).isCloseTo(1 - Math.pow(0.9, 20), within(1e-12));
    // R: pbinom(4, 20, 0.1, lower.tail = FALSE)
    assertThat(Question.byGuessing(5, 20)).isCloseTo(0.04317450, within(1e-8));
    assertThat(Question.byGuessing(10, 10)).isCloseTo(1e-10, within(1e-12));
  }

  /** Responses around ten means, each as far from its own as a tenth of their distance. */
  private static double[][] responses(long seed) {
    double[][] means = new double[Stimuli.COUNT][CELLS];
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 1);
    for (double[] mean : means) {
      Arrays.setAll(mean, _ -> draws.normal());
    }
    Draws noise = new Draws(seed, Purpose.EXPERIMENT, 2);
    double[][] all = new double[EACH * Stimuli.COUNT][CELLS];
    for (int r = 0; r < all.length; r++) {
      double[] mean = means[r % Stimuli.COUNT];
      Arrays.setAll(all[r], i -> mean[i] + 0.3 * noise.normal());
    }
    return all;
  }

  private static int[] labels() {
    int[] labels = new int[EACH * Stimuli.COUNT];
    Arrays.setAll(labels, r -> r % Stimuli.COUNT);
    return labels;
  }

  private static int answer(NearestMeans readout, double[] response) {
    double[] scores = readout.offsets().clone();
    for (int s = 0; s < scores.length; s++) {
      for (int i = 0; i < response.length; i++) {
        scores[s] += readout.weights()[s][i] * response[i];
      }
    }
    return Strongest.of(scores);
  }

  @Test
  void theReadoutTakesTheNearestMean() {
    double[][] fitted = responses(1);
    NearestMeans readout = NearestMeans.of(fitted, labels(), Stimuli.COUNT).orElseThrow();
    double[][] means = new double[Stimuli.COUNT][CELLS];
    for (int r = 0; r < fitted.length; r++) {
      for (int i = 0; i < CELLS; i++) {
        means[r % Stimuli.COUNT][i] += fitted[r][i] / EACH;
      }
    }
    for (double[] response : responses(2)) {
      double[] near = new double[Stimuli.COUNT];
      for (int s = 0; s < near.length; s++) {
        for (int i = 0; i < CELLS; i++) {
          near[s] -= Math.pow(response[i] - means[s][i], 2);
        }
      }
      assertThat(answer(readout, response)).isEqualTo(Strongest.of(near));
    }
  }

  /** The control: with labels shuffled before it is fitted, it only guesses. */
  @Test
  void shuffledLabelsLeaveNothingToTell() {
    double[][] asked = responses(3);
    int[] shuffled = labels();
    new Draws(1, Purpose.EXPERIMENT, 3).shuffle(shuffled);
    int right = 0;
    int byShuffled = 0;
    NearestMeans readout = NearestMeans.of(responses(1), labels(), Stimuli.COUNT).orElseThrow();
    NearestMeans control = NearestMeans.of(responses(1), shuffled, Stimuli.COUNT).orElseThrow();
    for (int r = 0; r < asked.length; r++) {
      right += answer(readout, asked[r]) == r % Stimuli.COUNT ? 1 : 0;
      byShuffled += answer(control, asked[r]) == r % Stimuli.COUNT ? 1 : 0;
    }
    assertThat(right).isEqualTo(asked.length);
    assertThat(Question.byGuessing(byShuffled, asked.length)).isGreaterThan(0.025);
  }

  @Test
  void severalInputsAreOnePort() {
    Network two =
        Network.builder("two")
            .population("left", 6, "input")
            .population("right", 5, "input")
            .population("sum", 8, "relu")
            .projection("left", "sum", Nets.dense(), p -> p.weight(Nets.normal(0.5)))
            .projection("right", "sum", Nets.dense(), p -> p.weight(Nets.normal(0.5)))
            .build();
    assertThat(Question.of(two, 1, true))
        .isInstanceOfSatisfying(
            Probing.Asked.class,
            asked -> {
              assertThat(asked.stimuli().shape().size()).isEqualTo(11);
              assertThat(asked.added())
                  .containsExactlyInAnyOrder("probe", "left", "right", "probe_readout");
              assertThat(asked.how()).contains("10 of 10 others right", "same in every trial");
            });
  }

  @Test
  void halfOfTheChannelsAreHalfOfTheCellsOfEachStimulus() {
    Network cells = Network.builder("cells").population("cells", 80, "lif-delta").build();
    Stimuli stimuli = Stimuli.intoCells(cells, 2, 1);
    assertThat(stimuli.driven().get("cells")).hasSize(8);
    for (float[] pattern : stimuli.patterns()) {
      int first = 0;
      for (int channel = 0; channel < pattern.length / 2; channel++) {
        first += pattern[channel] > 0 ? 1 : 0;
      }
      assertThat(first).isEqualTo(Stimuli.PARTS / 2);
    }
  }
}

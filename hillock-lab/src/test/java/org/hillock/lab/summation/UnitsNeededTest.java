package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.lab.summation.UnitsNeeded.Candidate;
import org.junit.jupiter.api.Test;

class UnitsNeededTest {

  private static final HiddenLayer.Effort EFFORT = new HiddenLayer.Effort(1e-3, 3, 200, 1);

  @Test
  void forACellThatAddsOneSumIsEnough() {
    Observations seen = Cells.spiking(1500, 4, row -> row[0] + row[1] - row[2] - row[3], 1);
    UnitsNeeded needed = UnitsNeeded.of(seen, 4, 3, EFFORT);
    assertThat(needed.oneSumIsEnough()).isTrue();
    assertThat(needed.atLeast()).isFalse();
    assertThat(needed.candidates()).extracting(Candidate::units).containsExactly(0, 1, 2, 4);
    Quality quality = needed.smallest().quality();
    assertThat(quality.auc()).isGreaterThan(0.85);
    assertThat(quality.bitsPerSpike()).isPositive();
  }

  @Test
  void aCellOfTwoBranchesNeedsTwoUnits() {
    // Spikes where one branch, but not both, is active: no sum can tell.
    Observations seen =
        Cells.spiking(
            1500,
            4,
            row -> {
              double one = Math.tanh(row[0] + row[1] - 3);
              double other = Math.tanh(row[2] + row[3] - 3);
              return -8 * one * other;
            },
            2);
    UnitsNeeded needed = UnitsNeeded.of(seen, 4, 3, EFFORT);
    assertThat(needed.oneSumIsEnough()).isFalse();
    assertThat(needed.smallest().units()).isGreaterThanOrEqualTo(2);
    Candidate sum = needed.candidates().getFirst();
    assertThat(sum.quality().auc()).isCloseTo(0.5, within(0.06)); // guessing: 0.015 each way, x 4
    assertThat(needed.smallest().quality().auc()).isGreaterThan(0.85);
    assertThat(sum.excess()).isGreaterThan(10 * sum.excessError());
    assertThat(sum.parameters()).isEqualTo(5);
  }

  @Test
  void aPotentialThatSaturatesIsOneSumWithANonlinearity() {
    Observations seen =
        Cells.graded(
            900, 4, row -> 20 * Math.tanh(row[0] + row[1] + row[2] + row[3] - 6) - 50, 0.5, 3);
    UnitsNeeded needed = UnitsNeeded.of(seen, 2, 3, EFFORT);
    assertThat(needed.smallest().units()).isEqualTo(1);
    assertThat(needed.smallest().quality().explained()).isGreaterThan(0.99);
    assertThat(needed.smallest().quality().auc()).isNaN();
    assertThat(needed.candidates().getFirst().quality().explained()).isBetween(0.7, 0.97);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    Observations seen = Cells.spiking(300, 3, row -> row[0] * row[1] - row[2] - 1, 4);
    UnitsNeeded once = UnitsNeeded.of(seen, 2, 2, EFFORT);
    assertThat(UnitsNeeded.of(seen, 2, 2, EFFORT)).isEqualTo(once);
  }

  @Test
  void ranksTellHowWellSpikesAreTold() {
    double[] spikes = {0, 0, 1, 1};
    assertThat(Quality.auc(new double[] {1, 2, 3, 4}, spikes)).isEqualTo(1);
    assertThat(Quality.auc(new double[] {4, 3, 2, 1}, spikes)).isZero();
    assertThat(Quality.auc(new double[] {7, 7, 7, 7}, spikes)).isEqualTo(0.5);
    assertThat(Quality.auc(new double[] {1, 3, 2, 4}, spikes)).isEqualTo(0.75);
  }

  @Test
  void everyFoldHasItsShareOfSpikes() {
    Observations seen = Cells.spiking(100, 2, row -> row[0] - 3, 6);
    double spikes = seen.mean() * 100;
    int[] fold = seen.folds(4, 1);
    for (int f = 0; f < 4; f++) {
      int rows = 0;
      double spiked = 0;
      for (int i = 0; i < 100; i++) {
        rows += fold[i] == f ? 1 : 0;
        spiked += fold[i] == f ? seen.outputs()[i] : 0;
      }
      assertThat(rows).isEqualTo(25);
      assertThat(spiked).isCloseTo(spikes / 4, within(1.0));
    }
  }
}

package org.hillock.lab.scene.elephantandtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen before bends what is seen now, away from it, for a while, and only with memory. */
class ElephantSceneTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theTigerIsJudgedAgainstWhatWasBefore(long seed) {
    SceneResult result = new ElephantScene().run(seed, Progress.NONE);
    assertThat(result.claims()).allMatch(Claim::holds);
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS);
    // without a memory not a bit moves
    assertThat(result.number("neither-most").value()).isZero();
    assertThat(result.number("perceptron-most").value()).isZero();
  }

  @Test
  void sameSeedSameBits() {
    assertThat(new ElephantScene().run(3, Progress.NONE).numbers())
        .isEqualTo(new ElephantScene().run(3, Progress.NONE).numbers());
  }

  /** By symmetry of the code the unbent estimate is the animal's own weight. */
  @Test
  void withoutAContextTheEstimateIsTheWeight() {
    double alone =
        new Theory(false, true).shown(Animal.TIGER.picture(), SizeNetwork.WINDOW_MS).estimate();
    // a sum over channels 0.15 apart of a Gaussian of width 0.5 is its integral to 1e-8; edges more
    assertThat(alone).isCloseTo(Animal.TIGER.log10(), within(1e-4));
  }

  /** Equal distances on both sides bend by equal amounts. */
  @Test
  void theShiftIsSymmetric() {
    double heavier = shift(1);
    double lighter = shift(-1);
    assertThat(heavier).isNegative();
    assertThat(heavier).isCloseTo(-lighter, within(1e-3));
  }

  private static double shift(double away) {
    double middle = Animal.centre(Animal.CHANNELS / 2);
    double alone = judged(middle, new float[Animal.CHANNELS]);
    return judged(middle, Animal.picture(middle + away)) - alone;
  }

  private static double judged(double now, float[] before) {
    return new Theory(true, true)
        .shown(before, Judge.BEFORE_MS)
        .shown(Animal.picture(now), SizeNetwork.WINDOW_MS)
        .estimate();
  }
}

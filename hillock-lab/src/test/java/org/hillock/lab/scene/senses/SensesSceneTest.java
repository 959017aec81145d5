package org.hillock.lab.scene.senses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensesSceneTest {

  @Test
  void aWeightedSumTellsWhatTheCellDoesAndItsWeightsComeBack() {
    holds(new SensesScene().run(1, Progress.NONE));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6})
  void withAnySeed(long seed) {
    holds(new SensesScene().run(seed, Progress.NONE));
  }

  @Tag("slow")
  @Test
  void theSameSeedGivesTheSameResult() {
    SceneResult first = new SensesScene().run(3, Progress.NONE);
    SceneResult again = new SensesScene().run(3, Progress.NONE);
    assertThat(again.numbers()).isEqualTo(first.numbers());
    assertThat(again).usingRecursiveComparison().isEqualTo(first);
  }

  private static void holds(SceneResult result) {
    assertThat(result.claims()).allMatch(Claim::holds);
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS);
  }

  /**
   * By hand: 4.7 − 5 = −0.3 for an everyday dish, 1.3·0.5 − 5 where the feast is mint chocolate.
   */
  @Test
  void theFormulaIsThatOfTheIssue() {
    Taster gourmet = Taster.gourmet();
    assertThat(gourmet.sum(Dishes.even(1))).isCloseTo(-0.3, within(1e-12));
    assertThat(gourmet.sum(Dishes.minty(Dishes.even(1.5)))).isCloseTo(-4.35, within(1e-12));
    assertThat(Arrays.stream(gourmet.weights()).sum()).isCloseTo(Taster.ALL, within(1e-12));
    assertThat(Arrays.stream(Taster.onlooker().weights()).sum())
        .isCloseTo(Taster.ALL, within(1e-12));
    assertThat(gourmet.weights()[Taster.TOUCH]).isZero();
  }

  /**
   * The standard errors are those that the spread of many learnings shows: 40 pupils, so the spread
   * is known to 1/√80 = 11 %; three times that is allowed.
   */
  @Tag("slow")
  @Test
  void standardErrorsAreTheSpreadOfLearnings() {
    int pupils = 40;
    Taster taster = Taster.gourmet();
    double[] learnt = new double[pupils];
    double expected = 0;
    for (int k = 0; k < pupils; k++) {
      float[][] dishes = Dishes.drawn(SensesScene.RATED, 1, 100 + k);
      Recovery recovery = Recovery.learnt(dishes, Dishes.rated(taster, dishes, 1, 100 + k), k);
      learnt[k] = recovery.weights()[3];
      expected += recovery.errors()[3] / pupils;
    }
    double mean = Arrays.stream(learnt).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(learnt).map(w -> (w - mean) * (w - mean)).sum() / (pupils - 1));
    assertThat(spread).isCloseTo(expected, within(0.33 * expected));
    assertThat(mean).isCloseTo(2.1, within(4 * expected / Math.sqrt(pupils) + 0.05));
  }
}

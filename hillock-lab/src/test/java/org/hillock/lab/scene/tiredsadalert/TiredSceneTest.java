package org.hillock.lab.scene.tiredsadalert;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input, another body, another answer; and level 0 is no body at all. */
class TiredSceneTest {

  private static void holds(SceneResult result) {
    assertThat(result.claims()).allMatch(Claim::holds);
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS);
    assertThat(result.number("level-0-differs").value()).isZero();
  }

  @Test
  void theBodyBendsTheAnswer() {
    holds(new TiredScene().run(1, Progress.NONE));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6})
  void otherSeedsSayTheSame(long seed) {
    holds(new TiredScene().run(seed, Progress.NONE));
  }

  @Tag("slow")
  @Test
  void sameSeedSameBits() {
    assertThat(new TiredScene().run(7, Progress.NONE).numbers())
        .isEqualTo(new TiredScene().run(7, Progress.NONE).numbers());
  }
}

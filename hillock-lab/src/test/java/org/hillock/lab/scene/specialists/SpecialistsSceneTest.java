package org.hillock.lab.scene.specialists;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialistsSceneTest {

  /** The published branches are specialised, single units too; two equal branches here are not. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void holdsInPartForEverySeed(long seed) {
    SceneResult result = new SpecialistsScene().run(seed, Progress.NONE);
    assertThat(result.claims().stream().filter(c -> !c.holds()).map(Claim::id))
        .as(result.numbers().toString())
        .containsExactly("branches");
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS_IN_PART);
  }

  @Test
  void sameSeedSameNumbers() {
    assertThat(new SpecialistsScene().run(7, Progress.NONE).numbers())
        .isEqualTo(new SpecialistsScene().run(7, Progress.NONE).numbers());
  }
}

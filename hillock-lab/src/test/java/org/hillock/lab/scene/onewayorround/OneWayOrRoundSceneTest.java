package org.hillock.lab.scene.onewayorround;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneWayOrRoundSceneTest {

  /** Recurrent networks are deep networks, too: "forward only" is what does not hold. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void holdsInPartForEverySeed(long seed) {
    SceneResult result = new OneWayOrRoundScene().run(seed, Progress.NONE);
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS_IN_PART);
    assertThat(result.claims().stream().filter(c -> !c.holds()).map(Claim::id))
        .containsExactly("deep-forward");
  }

  @Test
  void sameSeedSameNumbers() {
    assertThat(new OneWayOrRoundScene().run(7, Progress.NONE).numbers())
        .isEqualTo(new OneWayOrRoundScene().run(7, Progress.NONE).numbers());
  }
}

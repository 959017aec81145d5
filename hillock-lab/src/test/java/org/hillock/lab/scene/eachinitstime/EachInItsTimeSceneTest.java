package org.hillock.lab.scene.eachinitstime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EachInItsTimeSceneTest {

  /** What it claims of layers and of spikes is not so; in circles the order decides. */
  private static final List<String> SO = List.of("cues", "starts");

  @Test
  void keepingOnesOwnTimeIsNoChance() {
    SceneResult result = new EachInItsTimeScene().run(1, Progress.NONE);
    asExpected(result);
    assertThat(result.number("layers-bits").value()).isZero();
    assertThat(result.number("spikes-steady").value()).isZero();
    assertThat(result.number("other-spikes").value()).isZero();
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6})
  void withAnySeed(long seed) {
    asExpected(new EachInItsTimeScene().run(seed, Progress.NONE));
  }

  @Tag("slow")
  @Test
  void theSameSeedGivesTheSameResult() {
    SceneResult first = new EachInItsTimeScene().run(3, Progress.NONE);
    assertThat(new EachInItsTimeScene().run(3, Progress.NONE))
        .usingRecursiveComparison()
        .isEqualTo(first);
  }

  private static void asExpected(SceneResult result) {
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS_IN_PART);
    for (Claim claim : result.claims()) {
      boolean expected = claim.kind() == Claim.Kind.CONTROL || SO.contains(claim.id());
      assertThat(claim.holds()).as(claim.id()).isEqualTo(expected);
    }
  }

  /** Stored patterns are where the memory rests, in any order: 5 patterns, 64 cells. */
  @Test
  void storedPatternsStay() {
    int[][] stored = OrderNetworks.patterns(1);
    List<double[]> whole =
        java.util.Arrays.stream(stored)
            .map(p -> java.util.Arrays.stream(p).mapToDouble(s -> s > 0 ? 1 : 0).toArray())
            .toList();
    Settling settling = Settling.of(OrderNetworks.memory(stored), whole, 1);
    assertThat(settling.unsettled()).isZero();
    assertThat(settling.repeated()).isZero();
    assertThat(settling.swinging()).isZero();
  }
}

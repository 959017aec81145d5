package org.hillock.lab.scene.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.axis.noise.NoiseSource;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceSceneTest {

  @Test
  void noisyTransmissionMakesDecisionsVary() {
    SceneResult result = new ChanceScene().run(1, Progress.NONE);
    holds(result);
    assertThat(result.number("entropy.none").value()).isZero();
    assertThat(result.number("fano.none").value()).isZero();
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6})
  void withAnySeed(long seed) {
    holds(new ChanceScene().run(seed, Progress.NONE));
  }

  @Tag("slow")
  @Test
  void theSameSeedGivesTheSameResult() {
    SceneResult first = new ChanceScene().run(3, Progress.NONE);
    assertThat(new ChanceScene().run(3, Progress.NONE)).usingRecursiveComparison().isEqualTo(first);
  }

  private static void holds(SceneResult result) {
    assertThat(result.claims()).allMatch(Claim::holds);
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS);
  }

  @Test
  void allFourSourcesAreInTheShippedNetwork() {
    assertThat(NoiseSource.of(ChoiceNetwork.shipped()))
        .extracting(NoiseSource::name)
        .containsExactly("poisson_background", "equations_choice", "release_reporting");
    Network quiet = Source.network(1, EnumSet.noneOf(Source.class));
    assertThat(NoiseSource.of(quiet)).isEmpty();
  }

  /** The same to the bit in every trial and in every circuit; two cells each, so twice as many. */
  @Test
  void withoutNoiseCircuitsAreAllTheSame() {
    Network quiet = Source.network(3, EnumSet.noneOf(Source.class));
    Choices one = Choices.of(quiet, ChoiceNetwork.evidence(0.1), 1, 0);
    assertThat(one.same(Choices.of(quiet, ChoiceNetwork.evidence(0.1), 2, 7))).isTrue();
    assertThat(one.counts()[0]).containsOnly(one.counts()[0][0]);
    assertThat(one.answers()).containsOnly(0);
  }
}

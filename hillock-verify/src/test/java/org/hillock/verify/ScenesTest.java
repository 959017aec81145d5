package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.scene.SceneResult.Verdict;
import org.hillock.lab.scene.Scenes;
import org.hillock.report.scene.FiguresOfAScene;
import org.hillock.report.scene.TextsOfAScene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scene: its texts in all languages, its controls, and verdicts that no seed changes. */
class ScenesTest {

  private static List<Scene> scenes() {
    return Scenes.all();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void isToldWholeInAllLanguagesAndItsControlsHold(Scene scene) {
    SceneResult result = scene.run(1, Progress.NONE);
    assertThat(TextsOfAScene.faults(result)).as(scene.name()).isEmpty();
    assertThat(FiguresOfAScene.faults(result)).as(scene.name()).isEmpty();
    assertThat(result.scene()).isEqualTo(scene.name());
    assertThat(result.verdict()).as(scene.name()).isNotEqualTo(Verdict.NOT_SHOWN);
    assertThat(result.claims()).extracting(Claim::kind).contains(Claim.Kind.values());
  }

  private static Scene named(String name) {
    return Scenes.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** Forward-Forward depends on its layer: the popular claim of local rules holds in part only. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void learningIsLocalOnlyByTiming(long seed) {
    SceneResult result = named("learning").run(seed, Progress.NONE);
    assertThat(result.verdict()).isEqualTo(Verdict.HOLDS_IN_PART);
    assertThat(result.claim("layers-far").holds()).isFalse();
    assertThat(result.number("timing.far").value()).isZero();
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void moreNeuronsAreMoreButNotWithoutAnythingToLearn(long seed) {
    assertThat(named("size").run(seed, Progress.NONE).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void theSumAndTheCellHaveTheVerdictsThatTheirTextsTell() {
    assertThat(named("nerve-cell").run(1, Progress.NONE).verdict()).isEqualTo(Verdict.HOLDS);
    SceneResult sum = named("the-sum").run(1, Progress.NONE);
    assertThat(sum.verdict()).isEqualTo(Verdict.HOLDS_IN_PART);
    assertThat(sum.claim("apart").holds()).isTrue();
    assertThat(sum.claim("active").holds()).isFalse();
  }
}

package org.hillock.report.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.SceneResult;
import org.hillock.report.figure.Typeface;
import org.junit.jupiter.api.Test;

/** All scenes there are run in the tests of the app, where the engines are. */
class SceneTextsTest {

  @Test
  void theSampleIsInOrder() {
    SceneResult result = new SampleScene().run(1, Progress.NONE);
    assertThat(TextsOfAScene.faults(result)).isEmpty();
    assertThat(FiguresOfAScene.faults(result)).isEmpty();
  }

  @Test
  void whatIsMissingOrTooMuchIsNamed() {
    SceneResult whole = new SampleScene().run(1, Progress.NONE);
    Finding more = Finding.of("more", 1);
    SceneResult other =
        new SceneResult(
            whole.scene(),
            List.of(whole.number("control"), more, whole.number("time"), whole.number("nothing")),
            List.of(Claim.above("other", whole.number("control"), 1)),
            whole.pictures().subList(0, 1));
    assertThat(TextsOfAScene.faults(other))
        .contains(
            "sample.properties: the key 'number.more' is missing",
            "sample_ko.properties: the key 'claim.other' is missing",
            "sample.properties: nothing asks for the key 'claim.share'",
            "sample.properties: nothing asks for the key 'picture.rows.with'",
            "sample_ko.properties: the number 'more' is neither told nor claimed",
            "sample.properties: told.1 asks for {share.of-it}, which is not there",
            "sample_ko.properties: told.4 asks for [chain], which is not there");
  }

  @Test
  void sharedTextsAreTheSameInBothLanguages() {
    Set<String> english = sharedKeys(Language.ENGLISH);
    assertThat(english).isNotEmpty().isEqualTo(sharedKeys(Language.KOREAN));
    for (Language language : Language.values()) {
      for (String key : english) {
        SceneTexts texts = SceneTexts.shared(language);
        assertThat(texts.get(key).codePoints().filter(c -> !Typeface.has(c))).as(key).isEmpty();
        assertThat(texts.get(key)).as(key).isNotBlank();
      }
    }
  }

  private static Set<String> sharedKeys(Language language) {
    return SceneTexts.of("scenes", language).keys();
  }

  @Test
  void aMissingKeyIsNamedWithItsFile() {
    SceneTexts texts = SceneTexts.of(SampleScene.NAME, Language.KOREAN);
    assertThatThrownBy(() -> texts.get("picture.dog.title"))
        .isInstanceOf(FailureException.class)
        .hasMessage("sample_ko.properties: the key 'picture.dog.title' is missing");
    assertThatThrownBy(() -> SceneTexts.of("elephant", Language.ENGLISH))
        .hasMessageContaining("elephant.properties");
    assertThatThrownBy(() -> SceneTexts.of("sample-twice", Language.ENGLISH))
        .hasMessage("sample-twice.properties: the key 'title' stands there twice");
  }

  @Test
  void anUnknownLanguageIsToldWithTheNearest() {
    assertThat(Language.of("ko")).isEqualTo(Language.KOREAN);
    assertThatThrownBy(() -> Language.of("kp"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--lang 'kp' is unknown; did you mean 'ko'?");
  }

  @Test
  void numbersStandWithTheirUnits() {
    SceneResult result = new SampleScene().run(1, Progress.NONE);
    ToldScene english = new ToldScene(result, SceneTexts.of("sample", Language.ENGLISH));
    ToldScene korean = new ToldScene(result, SceneTexts.of("sample", Language.KOREAN));
    assertThat(english.filled("{share.of-it} in {time}, {nothing}"))
        .isEqualTo("93.2 % in 17,400 ms, none");
    assertThat(korean.filled("{share.of-it}, {time}")).isEqualTo("93.2%, 17,400 ms");
    assertThat(english.threshold(result.claim("share"))).isEqualTo("> 80 %");
  }
}

package org.hillock.report.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.core.training.Progress;
import org.hillock.lab.scene.Scenes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordTest {

  /** What stands in no scene, but on the opening page. */
  private static final String OF_THE_BOOK = "control";

  @Test
  void allWordsAreExplainedInAllLanguages() {
    List<String> english = Word.all(Language.ENGLISH).stream().map(Word::id).toList();
    assertThat(english).contains("spike", "p", "fano").doesNotHaveDuplicates();
    assertThat(Word.all(Language.KOREAN)).extracting(Word::id).isEqualTo(english);
    for (Language language : Language.values()) {
      assertThat(Word.all(language)).allMatch(w -> !w.term().isBlank() && !w.means().isBlank());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachIsMetInTheTextsOfAScene(Language language) {
    String all =
        Scenes.all().stream()
            .map(s -> SceneTexts.of(s.name(), language))
            .flatMap(texts -> texts.keys().stream().map(texts::get))
            .collect(Collectors.joining("\n"));
    for (Word word : Word.all(language)) {
      assertThat(word.seen().matcher(all).find())
          .as(word.id())
          .isEqualTo(!word.id().equals(OF_THE_BOOK));
    }
  }

  @Test
  void aSceneListsWhatItIsToldWithAsItIsMet() {
    SampleScene sample = new SampleScene();
    ToldScene told =
        new ToldScene(
            sample.run(1, Progress.NONE), SceneTexts.of(SampleScene.NAME, Language.ENGLISH));
    List<Word> met = Word.met(told);
    String text =
        Stream.of("saying", "claim", "experiment", "told.1", "control", "refuted")
            .map(told.texts()::get)
            .collect(Collectors.joining("\n"));
    assertThat(Word.all(Language.ENGLISH))
        .filteredOn(w -> w.seen().matcher(text).find())
        .allMatch(met::contains);
  }
}

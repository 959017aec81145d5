package org.hillock.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionsTest {

  @ParameterizedTest
  @EnumSource
  void everyQuestionHasAStandardAnswerAndAnother(Question question) {
    assertThat(question.answers()).hasSizeGreaterThan(1);
    assertThat(Definitions.standard().to(question)).isEqualTo(question.standard());
    Answer other = question.answers().getLast();
    assertThat(Definitions.standard().with(other).to(question)).isEqualTo(other);
    assertThat(question.answer(other.word())).isEqualTo(other);
    assertThat(question.meaning()).isNotBlank();
    assertThat(other.meaning()).isNotBlank();
  }

  @Test
  void aWrongAnswerGetsTheNearest() {
    assertThatThrownBy(() -> Question.NEURONS.answer("row"))
        .hasMessage("--neurons: 'row' is no way to count what a neuron is; did you mean 'rows'?");
    assertThatThrownBy(() -> new Definitions(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Definitions.standard().words()).containsEntry("padding", "inside");
  }
}

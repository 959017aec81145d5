package org.hillock.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mechanisms that are shipped. */
class MechanismsTest {

  static List<String> names() {
    return Mechanisms.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsReadAndSaysWhereItComesFrom(String name) {
    MechanismText text = Mechanisms.named("test", name);
    assertThat(text.name()).isEqualTo(name);
    assertThat(text.about()).isNotBlank();
    assertThat(text.parameters()).allSatisfy(p -> assertThat(p.meaning()).isNotBlank());
  }

  @Test
  void aTypoGetsTheNearestName() {
    assertThatThrownBy(() -> Mechanisms.named("channels", "na-hhh"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean 'na-hh'?");
  }
}

package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

/** Texts of modulators: what they may say. */
class ModulatorTextTest {

  private static ModulatorText read(String text) {
    return ModulatorText.read("m", text, Set.of("drive", "stress"));
  }

  private static void told(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void aLevelIsAStateOrADefinition() {
    ModulatorText state = read("state level = 0.5\ndlevel/dt = (drive - level)/(1 s)");
    assertThat(state.levelIsState()).isTrue();
    assertThat(state.start(Map.of())).isEqualTo(0.5);
    assertThat(state.reads("drive")).isTrue();
    assertThat(state.reads("stress")).isFalse();
    ModulatorText definition =
        read(
            """
            parameter half = 500 mV > 0
            state c = 1 V
            twice = 2*c
            now = drive + t/(1 s)
            level = c/(twice + half) + drive
            """);
    assertThat(definition.levelIsState()).isFalse();
    assertThat(definition.start(Map.of("drive", 0.25))).isEqualTo(0.65);
    assertThat(definition.readable()).containsExactly("c", "twice");
  }

  @Test
  void aTextWithoutALevelIsTold() {
    told(
        "state levl = 0",
        "m: the text has no 'level', the state or definition that its targets and neurons read;"
            + " did you mean 'levl'?");
    told(
        "state level = 0 mV",
        "m: line 1: 'level': is a voltage (mV), but a level is a plain number from 0 to 1");
    told("# nothing", "m: the text says nothing of a modulator");
  }

  @Test
  void whatBelongsToNeuronsIsTold() {
    for (String line :
        new String[] {
          "neuron n",
          "bias in pA",
          "input x in pA",
          "on ampa: level += w",
          "output level",
          "spike when level > 1",
          "reset: level = 0",
          "refractory 1 ms"
        }) {
      told(
          "state level = 0\n" + line,
          "m: line 2: the line is one of neurons; the text of a modulator has parameters,"
              + " modulators, states, definitions and derivatives");
    }
  }

  @Test
  void randomNumbersAreTold() {
    told(
        "state level = 0\ndlevel/dt = xi/sqrt(1 s)",
        "m: line 2: dlevel/dt: 'xi/sqrt(1 s)' draws random numbers, and modulators draw none; let"
            + " the activity of a 'poisson' population drive it");
    told(
        "level = uniform()",
        "m: line 1: 'level': 'uniform()' draws random numbers, and modulators draw none; let the"
            + " activity of a 'poisson' population drive it");
  }

  @Test
  void whatDrivesKeepsItsName() {
    told(
        "level = 0\nstate stress = 0",
        "m: line 2: 'stress': the name is that of what drives the modulator; each needs its own");
  }
}

package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modulators with equations of their own in files. */
class ModulatorFileTest {

  private static final String GOOD =
      """
      name: n
      populations:
        body: {size: 2, neuron: input}
        out: {size: 2, neuron: relu}
      modulators:
        m:
          equations: |
            state level = 0.25
            dlevel/dt = (hunger + schedule - level)/(10 s)
          schedule: {0 s: 0.5}
          activity: [{of: body, per_value: 1, as: hunger}, {of: out, per_value: 2}]
          pass: 2 s
          targets: {out: -0.5}
        still: {level: 0}
      """;

  @TempDir private Path folder;

  private Network read(String text) {
    return NetworkYaml.read(text, "n", folder);
  }

  private void told(String from, String to, String message) {
    String bad = GOOD.replace(from, to);
    assertThat(bad).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(bad)).hasMessage("n: " + message);
  }

  @Test
  void areReadAndWritten() {
    Network network = read(GOOD);
    Modulator modulator = network.modulators().values().iterator().next();
    assertThat(modulator.startLevel()).isEqualTo(0.25);
    assertThat(modulator.activities()).hasSize(2);
    assertThat(modulator.pass()).isEqualTo(Quantity.of(2, "s"));
    assertThat(read(NetworkYaml.write(network))).isEqualTo(network);
  }

  @Test
  void messagesNameTheLineOfTheTextAndOfTheFile() {
    told(
        "(hunger +",
        "(hungr +",
        "modulators.m.equations: line 2: dlevel/dt: 'hungr' is unknown; did you mean 'hunger'?"
            + " (line 7)");
    told(
        "/(10 s)",
        "/(10 mV)",
        "modulators.m.equations: line 2: dlevel/dt: the right side is measured in mV^-1, but"
            + " 'level' is a plain number, and so its derivative must be a rate (1/ms) (line 7)");
    told(
        "state level = 0.25",
        "state level = 1.25",
        "modulators.m.equations: at the start the level 1.25 is not in 0..1 (line 7)");
    told(
        "as: hunger",
        "as: drive",
        "modulators.m.activity: as 'drive': the name is that of another drive; each needs its own"
            + " (line 11)");
    told(
        "as: hunger",
        "as: too-hungry",
        "modulators.m.activity: as 'too-hungry': that is no name for equations: at most 40 letters,"
            + " digits and '_', starting with a letter (line 11)");
    told(
        "{of: out, per_value: 2}",
        "{of: aut, per_value: 2}",
        "modulators.m.activity[1].of: population 'aut' is unknown; did you mean 'out'? (line 11)");
  }

  @Test
  void whatDoesNotGoTogetherIsTold() {
    told(
        "    pass: 2 s",
        "    tau: 2 s",
        "modulators.m.tau: there are 'equations', which say themselves where the level begins and"
            + " how it changes (line 12)");
    told("pass: 2 s", "pass: 0 s", "modulators.m.pass: 0 s is not > 0 s (line 12)");
    told(
        "{level: 0}",
        "{level: 0, tau: 1 s}",
        "modulators.still.pass: is 1 ms, but for modulator 'm' a pass is 2 s; say the same of all"
            + " that change (line 14)");
    told(
        "{level: 0}",
        "{level: 0, tau: 1 s, activity: {of: out, per_value: 1, as: x}}",
        "modulators.still.activity: 'as' names a drive for the equations of a modulator, and there"
            + " are none (line 14)");
    told("{level: 0}", "{pass: 1 s}", "modulators.still: 'level' is missing (line 14)");
  }
}

package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/modulators.md shows is so. */
class ModulatorPageTest {

  private static final Path PAGE = Path.of("..", "docs", "modulators.md");

  private static List<String> examples() throws Exception {
    Matcher example =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    List<String> all = new ArrayList<>();
    while (example.find()) {
      all.add(example.group(1));
    }
    return all;
  }

  @Test
  void theExamplesAreReadAndWritten(@TempDir Path folder) throws Exception {
    List<String> names = new ArrayList<>();
    for (String example : examples()) {
      Network network = NetworkYaml.read(example, "modulators.md", folder);
      names.addAll(network.modulators().keySet());
      assertThat(network.modulators().values()).allMatch(m -> m.changes());
      assertThat(NetworkYaml.read(NetworkYaml.write(network), "again", folder)).isEqualTo(network);
    }
    assertThat(names).containsExactly("arousal", "fatigue", "cortisol", "day");
  }

  @Test
  void everyKeyIsTold() throws Exception {
    String page = Files.readString(PAGE);
    Vocabulary.MODULATOR.forEach(key -> assertThat(page).contains("| `" + key + "` |"));
    Vocabulary.ACTIVITY.forEach(key -> assertThat(page).contains(key));
    Vocabulary.interpolations().forEach(word -> assertThat(page).contains("`" + word + "`"));
  }

  @Test
  void ratesDoNotDriveByValuesNorValuesByRates(@TempDir Path folder) {
    String text =
        """
        name: n
        populations:
          body: {size: 2, neuron: input}
          out: {size: 2, neuron: relu}
        modulators:
          m: {level: 0, tau: 1 s, activity: {of: body, per_hz: 1}}
        """;
    assertThatThrownBy(() -> NetworkYaml.read(text, "n", folder))
        .hasMessageContaining(
            "modulators.m.activity.per_hz: 'body' is of model 'input', which makes no spikes; its"
                + " values can drive: use 'per_value' (line 6)");
    String sum = text.replace("tau: 1 s, activity: {of: body, per_hz: 1}", "targets: {out.sum: 1}");
    assertThatThrownBy(() -> NetworkYaml.read(sum, "n", folder))
        .hasMessageContaining(
            "modulators.m.targets: neurons of model 'relu' have one sum: target 'out' itself");
  }

  @Test
  void aNeuronThatReadsALevelInAUnitIsTold(@TempDir Path folder) {
    String text =
        """
        name: n
        neurons:
          reader: |
            modulator m = 0 mV
            state v = 0 mV
            dv/dt = (m - v)/(10 ms)
            spike when v > 1 mV
            reset: v = 0 mV
        populations:
          exc: {size: 2, neuron: reader}
        modulators:
          m: {level: 0}
        """;
    assertThatThrownBy(() -> NetworkYaml.read(text, "n", folder))
        .hasMessageContaining(
            "populations.exc.neuron: model 'reader' reads modulator 'm' in mV, but the level of a"
                + " modulator is a plain number from 0 to 1: scale it in the text");
  }
}

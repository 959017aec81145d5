package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Network;
import org.hillock.core.network.SynapseRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/learning.md says of plastic synapses is so. */
class LearningPageTest {

  private static String page() throws Exception {
    return Files.readString(Path.of("..", "docs", "learning.md"));
  }

  @Test
  void theExampleIsReadAndWritten(@TempDir Path folder) throws Exception {
    Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertThat(example.find()).isTrue();
    Network network = NetworkYaml.read(example.group(1), "learning.md", folder);
    assertThat(network.projections().values()).allMatch(p -> p.plasticity().isPresent());
    assertThat(NetworkYaml.read(NetworkYaml.write(network), "again", folder)).isEqualTo(network);
  }

  @Test
  void everyKeyIsTold() throws Exception {
    String page = page();
    PlasticityFields.KEYS.forEach(key -> assertThat(page).contains("| `" + key + "` |"));
    PlasticityFields.sides().forEach(word -> assertThat(page).contains("`" + word + "`"));
  }

  @Test
  void everyRuleIsInTheTableWithItsPaperAndItsNumbers() throws Exception {
    List<String> lines = page().lines().toList();
    for (String name : SynapseRules.names()) {
      SynapseText rule = SynapseRules.named("rule", name);
      String row =
          lines.stream().filter(l -> l.startsWith("| `" + name + "` |")).findFirst().orElse("");
      assertThat(row).as(name).isNotEmpty();
      if (!row.contains("the same |")) {
        assertThat(row).contains(rule.doi());
      }
      for (NeuronText.Parameter p : rule.parameters()) {
        Matcher told = Pattern.compile("`" + p.name() + "` ([0-9.e-]+( [A-Za-z]+)?)").matcher(row);
        if (told.find()) {
          assertThat(org.hillock.core.quantity.Quantity.parse(told.group(1)))
              .as(name + "." + p.name())
              .isEqualTo(p.standard());
        }
      }
    }
  }
}

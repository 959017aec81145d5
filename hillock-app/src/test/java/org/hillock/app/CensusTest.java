package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CensusTest {

  @TempDir private Path folder;

  private JsonNode entries(String... more) {
    String[] command = new String[more.length + 2];
    command[0] = "census";
    command[1] = "--json";
    System.arraycopy(more, 0, command, 2, more.length);
    Cli.Result result = Cli.in(folder).run(command);
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    return JsonMapper.builder().build().readTree(result.out()).get("entries");
  }

  @Test
  void networksAndBrainsStandSideBySide() {
    Cli.Result result =
        Cli.in(folder).run("census", "gpt-3", "human", "fly", "networks/digits-mlp.net.yaml");
    assertThat(result.problems()).isEmpty();
    assertThat(result.out())
        .contains("digits-mlp  ", "26,122", "10,667,089", "8.61 × 10¹⁰", "●", "860 billion")
        .doesNotContain("layer by layer");
    JsonNode entries = entries("gpt-3", "human", "fly", "networks/digits-mlp.net.yaml");
    assertThat(entries.size()).isEqualTo(4);
    JsonNode digits = entries.get(3);
    // 64 · 128 + 128 · 128 + 128 · 10, and 266 biases
    assertThat(digits.get("name").asString()).isEqualTo("digits-mlp");
    assertThat(digits.get("neurons").longValue()).isEqualTo(266);
    assertThat(digits.get("synapses").longValue()).isEqualTo(25_856);
    assertThat(digits.get("parameters").longValue()).isEqualTo(26_122);
    assertThat(digits.get("layers").size()).isEqualTo(3);
  }

  @Test
  void oneEntryIsToldLayerByLayer() {
    assertThat(Cli.in(folder).run("census", "lenet-5", "--bias", "synapse").out())
        .contains("lenet-5, layer by layer", "340,908", "60,000");
    assertThat(Cli.in(folder).run("census", "fly", "gpt-2", "--layers").out())
        .contains("gpt-2, layer by layer", "fly, layer by layer");
  }

  @Test
  void definitionsChangeTheCounts() {
    JsonNode one = entries("gpt-3", "--neurons", "hidden", "--embedding", "one-hot").get(0);
    assertThat(one.get("neurons").longValue()).isEqualTo(4_718_592);
    assertThat(one.get("synapses").longValue()).isEqualTo(175_206_457_344L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gtp-3; nothing is known of 'gtp-3', and there is no such file; did you mean 'gpt-3'?",
        "networks; is a folder without .safetensors files and without a config.json",
        "no/such.net.yaml; no/such.net.yaml",
        "none.safetensors; none.safetensors: there is no such file"
      })
  void whatIsNotKnownIsTold(String name, String message) {
    Cli.Result result = Cli.in(folder).run("census", name);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.problems()).contains(message);
  }

  @Test
  void wrongAnswersAndFiguresAreTold() {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("census", "fly", "--padding", "insid").problems())
        .contains("did you mean 'inside'?");
    assertThat(cli.run("census").code()).isEqualTo(2);
    assertThat(cli.run("census", "fly", "--figure", "a.pdf").problems()).contains(".png");
    cli.file("broken.safetensors", "nothing of the kind");
    assertThat(cli.run("census", "broken.safetensors").problems())
        .contains("broken.safetensors", "cut short or no safetensors file");
  }

  @ParameterizedTest
  @CsvSource({"sizes.svg", "sizes.png"})
  void theFigureIsDrawn(String name) {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("census", "fly", "mouse", "--figure", name).problems()).isEmpty();
    assertThat(cli.content()).contains(name);
    if (name.endsWith("svg")) {
      assertThat(cli.text(name)).contains("mouse", "range", "log scale");
    }
  }
}

package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SceneTest {

  @TempDir private Path folder;

  @Test
  void theCellIsShownWithAllItsNumbers() throws IOException {
    Cli.Result result = Cli.in(folder).run("scene", "nerve-cell", "--out", "cell");
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Refractory", "cell/report.html", "cell/scene.json");
    JsonNode numbers =
        JsonMapper.builder().build().readTree(folder.resolve("cell/scene.json").toFile());
    assertThat(numbers.get("command").asString()).isEqualTo("./hillock scene nerve-cell");
    assertThat(numbers.get("numbers").get("case1.fires").get("value").asInt()).isEqualTo(1);
    assertThat(numbers.get("numbers").get("case2.fires").get("value").asInt()).isZero();
    assertThat(folder.resolve("cell/report.html")).isNotEmptyFile();
    for (String name : new String[] {"cell", "travel", "currents", "map-amounts", "conduction"}) {
      assertThat(folder.resolve("cell/figures/" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("cell/figures/" + name + ".svg")).isNotEmptyFile();
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("cell", "networks");
    }
  }

  @Test
  void theSumIsDrawnAndCounted() {
    Cli.Result result = Cli.in(folder).run("scene", "the-sum", "--out", "sum");
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Two volleys, passive dendrites", "units", "sum/scene.json");
    assertThat(folder.resolve("sum/scene.json")).isNotEmptyFile();
    for (String name : new String[] {"pairs-passive", "ratio-active", "units-spikes"}) {
      assertThat(folder.resolve("sum/figures/" + name + ".png")).isNotEmptyFile();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nerve-cel | did you mean 'nerve-cell'?",
        "brain | 'brain' is unknown",
        "the-sun | did you mean 'the-sum'?",
      })
  void scenesThatAreNotThereAreTold(String name, String message) {
    Cli.Result result = Cli.in(folder).run("scene", name);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.problems()).contains(message);
  }

  @Test
  void aSceneMustBeNamed() {
    Cli.Result result = Cli.in(folder).run("scene");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.problems()).contains("nerve-cell", "--all");
  }
}

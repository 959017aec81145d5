package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.Scenes;
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
    assertThat(result.out()).contains("All or nothing", "cell/report.html", "cell/scene.json");
    JsonNode scene =
        JsonMapper.builder().build().readTree(folder.resolve("cell/scene.json").toFile());
    assertThat(scene.get("command").asString())
        .isEqualTo("./hillock scene nerve-cell --lang en --seed 1");
    assertThat(scene.get("verdict").asString()).isEqualTo("HOLDS");
    assertThat(scene.get("numbers").get("case1.peak").get("value").asDouble()).isGreaterThan(0);
    assertThat(folder.resolve("cell/report.html")).isNotEmptyFile();
    for (String name : new String[] {"parts", "travel", "currents", "all-or-none", "myelin"}) {
      assertThat(folder.resolve("cell/figures/" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("cell/figures/" + name + ".svg")).isNotEmptyFile();
    }
    // The moving spike stays on its page.
    assertThat(folder.resolve("cell/report.html")).content().contains("movie-frames", "script-src");
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("cell", "networks");
    }
  }

  @Test
  void theSumIsToldInKoreanAsJson() {
    Cli.Result result =
        Cli.in(folder).run("scene", "the-sum", "--lang", "ko", "--json", "--out", "sum");
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    JsonNode scene = JsonMapper.builder().build().readTree(result.out());
    assertThat(scene.get("language").asString()).isEqualTo("ko");
    assertThat(scene.get("verdict").asString()).isEqualTo("HOLDS_IN_PART");
    assertThat(scene.get("pictures")).hasSize(3);
    assertThat(folder.resolve("sum/figures/units.png")).isNotEmptyFile();
  }

  @Test
  void allAreListedInBothLanguages() {
    for (String language : new String[] {"en", "ko"}) {
      Cli.Result result = Cli.in(folder).run("scene", "--list", "--lang", language);
      assertThat(result.code()).isZero();
      assertThat(result.out().lines())
          .hasSize(Scenes.all().size())
          .anyMatch(l -> l.startsWith("nerve-cell"));
      assertThat(Scenes.all()).extracting(Scene::name).allMatch(result.out()::contains);
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
  void aSceneMustBeNamedOnceAndInALanguageThatThereIs() {
    Cli.Result none = Cli.in(folder).run("scene");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.problems()).contains("nerve-cell", "--all");
    Cli.Result both = Cli.in(folder).run("scene", "size", "--all");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.problems()).contains("exclude each other");
    Cli.Result language = Cli.in(folder).run("scene", "size", "--lang", "kp");
    assertThat(language.code()).isEqualTo(2);
    assertThat(language.problems()).contains("did you mean 'ko'?");
  }
}

package org.hillock.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsModelTest {

  @TempDir Path folder;

  @BeforeEach
  void twoShards() {
    shard("a.safetensors", "wte", 1);
    shard("b.safetensors", "lm_head", 2);
  }

  private void shard(String file, String tensor, int value) {
    SafetensorsFile.write(
        folder.resolve(file), Map.of(tensor, Tensor.of(List.of(1L), new int[] {value})));
  }

  private Path index(String text) throws Exception {
    return Files.writeString(folder.resolve("model.safetensors.index.json"), text);
  }

  @Test
  void aFolderIsTheUnionOfItsFiles() {
    assertThat(SafetensorsModel.isOne(folder)).isTrue();
    assertThat(SafetensorsModel.isOne(folder.resolve("none"))).isFalse();
    SafetensorsModel model = SafetensorsModel.open(folder);
    assertThat(model.entries()).containsOnlyKeys("wte", "lm_head");
    assertThat(model.files()).hasSize(2);
    assertThat(model.tensor("lm_head").wholeNumbers()).containsExactly(2);
    assertThatThrownBy(() -> model.tensor("wtf")).hasMessageContaining("did you mean 'wte'?");
    assertThat(SafetensorsModel.open(folder.resolve("a.safetensors")).entries())
        .containsOnlyKeys("wte");
    shard("c.safetensors", "wte", 3);
    assertThatThrownBy(() -> SafetensorsModel.open(folder))
        .hasMessageContaining("tensor 'wte' stands in another file, too");
  }

  @Test
  void anIndexNamesTheFileOfEach() throws Exception {
    Path index =
        index(
            "{\"metadata\":{\"total_size\":8},\"weight_map\":"
                + "{\"wte\":\"a.safetensors\",\"lm_head\":\"b.safetensors\"}}");
    assertThat(SafetensorsModel.open(folder).path()).isEqualTo(index);
    assertThat(SafetensorsModel.open(index).tensor("wte").wholeNumbers()).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[]; is not a JSON object",
        "{; is not JSON",
        "{}; its weight_map names no tensor",
        "{\"weight_map\":[]}; weight_map stands twice or is not an object",
        "{\"weight_map\":{\"wte\":1}}; weight_map: 'wte': names no file",
        "{\"weight_map\":{\"wte\":\"../a.safetensors\"}}; '../a.safetensors' is not the name of a file beside it",
        "{\"weight_map\":{\"wte\":\"..\"}}; '..' is not the name of a file beside it",
        "{\"weight_map\":{\"wte\":\"a.safetensors\",\"wte\":\"b.safetensors\"}}; 'wte': stands twice",
        "{\"weight_map\":{\"wtf\":\"a.safetensors\"}}; file 'a.safetensors' has no tensor 'wtf'; did you mean 'wte'?",
        "{\"weight_map\":{\"wte\":\"a.safetensors\",\"x\":\"c\",\"y\":\"d\"}}; 2 of 3 files are missing beside it: c, d"
      })
  void aWrongIndexIsTold(String text, String message) throws Exception {
    Path index = index(text);
    assertThatThrownBy(() -> SafetensorsModel.open(index))
        .hasMessageStartingWith(index + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void whatAnIndexLeavesOutIsTold() throws Exception {
    SafetensorsFile.write(
        folder.resolve("a.safetensors"),
        Map.of(
            "wte",
            Tensor.of(List.of(1L), new int[] {1}),
            "hidden",
            Tensor.of(List.of(1L), new int[] {1})));
    Path index = index("{\"weight_map\":{\"wte\":\"a.safetensors\"}}");
    assertThatThrownBy(() -> SafetensorsModel.open(index))
        .hasMessageContaining("does not say that tensor 'hidden' stands in 'a.safetensors'");
    Files.copy(index, folder.resolve("other.safetensors.index.json"));
    assertThatThrownBy(() -> SafetensorsModel.open(folder))
        .hasMessageContaining("holds several indices");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> SafetensorsModel.open(empty))
        .hasMessage(empty + ": holds no .safetensors file");
  }
}

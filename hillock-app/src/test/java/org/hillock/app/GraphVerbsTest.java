package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.formats.npy.NpyFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GraphVerbsTest {

  @TempDir private Path folder;
  private String input = "";
  private String output = "";

  @BeforeEach
  void anOnnxFileIsThere() {
    Cli.Result result =
        Cli.in(folder).run("export", "networks/digits-mlp.net.yaml", "--to", "mlp.onnx");
    assertThat(result.problems()).isEmpty();
    JsonNode facts = json("info", "mlp.onnx", "--json");
    input = facts.get("inputs").get(0).get("name").asString();
    output = facts.get("outputs").get(0).get("name").asString();
  }

  private JsonNode json(String... command) {
    Cli.Result result = Cli.in(folder).run(command);
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    return JsonMapper.builder().build().readTree(result.out());
  }

  @Test
  void infoTellsWhatAFileHolds() {
    Cli.Result result = Cli.in(folder).run("info", "mlp.onnx");
    assertThat(result.out()).contains("mlp.onnx", "operators", "26,122", input, output);
  }

  @Test
  void aFileRunsRecordsAndIsActedOn() throws IOException {
    ByteBuffer pixels = ByteBuffer.allocate(64 * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 64; i++) {
      pixels.putFloat(i * 4, i / 64f);
    }
    new NpyFile("f4", List.of(1L, 1L, 8L, 8L), pixels).write(folder.resolve("a.npy"));
    Cli.Result result =
        Cli.in(folder)
            .run(
                "run",
                "mlp.onnx",
                "--input",
                "a.npy",
                "--record",
                output + "[0..2]",
                "--csv",
                "--out",
                "plain");
    assertThat(result.problems()).isEmpty();
    assertThat(result.out()).contains(output + "  float 1×10", "largest: ");
    assertThat(folder.resolve("plain/" + output + "_0..2_.csv")).exists();
    NpyFile plain = NpyFile.read(folder.resolve("plain/" + output + ".npy"));
    assertThat(plain.dims()).containsExactly(1L, 10L);
    Cli.Result held =
        Cli.in(folder)
            .run(
                "run",
                "mlp.onnx",
                "--input",
                input + "=a.npy",
                "--clamp",
                output + "[3]=7",
                "--silence",
                output + "[4]",
                "--out",
                "held");
    assertThat(held.problems()).isEmpty();
    ByteBuffer changed = NpyFile.read(folder.resolve("held/" + output + ".npy")).bytes();
    assertThat(changed.getFloat(12)).isEqualTo(7);
    assertThat(changed.getFloat(16)).isZero();
    assertThat(changed.getFloat(0)).isEqualTo(plain.bytes().getFloat(0));
    JsonNode run =
        JsonMapper.builder().build().readTree(Files.readString(folder.resolve("held/run.json")));
    assertThat(run.get("command").asString()).contains("--clamp").contains("--silence");
    assertThat(Cli.in(folder).run("run", "mlp.onnx", "--on", "digits", "--image", "3").out())
        .contains("Shown: image 3 of digits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run mlp.onnx --for 1s|runs one pass on ONNX Runtime; leave out --for",
        "run mlp.onnx --record nothing|the graph has no value 'nothing'",
        "run mlp.onnx --input none.npy|there is no such file",
        "run mlp.onnx --input x=mlp.onnx|is neither a NumPy array",
        "run mlp.onnx --clamp out|write SITE=NUMBER",
        "run mlp.onnx --pixels black|is not two numbers",
        "run mlp.onnx networks/digits-mlp.net.yaml|is run alone",
        "run networks/digits-mlp.net.yaml --silence out|--silence is for ONNX files",
        "run none.onnx|there is no such file",
        "conformance onx .|did you mean 'onnx'?",
        "conformance onnx nowhere|is neither a folder nor a zip",
      })
  void mistakesAreTold(String command, String said) {
    String[] words = command.split(" ");
    if (command.contains("--pixels")) {
      words = (command + " --on digits").split(" ");
    }
    Cli.Result result = Cli.in(folder).run(words);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.problems()).contains(said).doesNotContain("\tat ");
  }

  @Test
  void conformanceCounts() throws IOException {
    Path set = Files.createDirectories(folder.resolve("tests/mlp/test_data_set_0"));
    Files.copy(folder.resolve("mlp.onnx"), folder.resolve("tests/mlp/model.onnx"));
    TensorData zeros = TensorData.of(List.of(1L, 1L, 8L, 8L), new float[64]);
    Files.write(set.resolve("input_0.pb"), Tensors.proto(input, zeros).toByteArray());
    Cli.Result result = Cli.in(folder).run("conformance", "onnx", "tests");
    assertThat(result.out())
        .contains("1 tests: 1 passed, 0 not supported by the runtime, 0 failed.");
    JsonNode facts = json("conformance", "onnx", "tests", "--json");
    assertThat(facts.get("passed").intValue()).isEqualTo(1);
    assertThat(facts.get("tapped").intValue()).isEqualTo(facts.get("values").intValue());
    Files.write(set.resolve("input_0.pb"), new byte[] {10, 100});
    Cli.Result failed = Cli.in(folder).run("conformance", "onnx", "tests", "--list");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("failed", "is damaged");
  }
}

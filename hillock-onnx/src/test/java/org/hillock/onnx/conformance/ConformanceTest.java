package org.hillock.onnx.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.conformance.Conformance.Verdict;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.ModelProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {

  @TempDir Path folder;

  private Path test(String name, ModelProto model, TensorData input, TensorData output)
      throws IOException {
    Path test = folder.resolve(name);
    Path data = Files.createDirectories(test.resolve("test_data_set_0"));
    Files.write(test.resolve("model.onnx"), model.toByteArray());
    Files.write(data.resolve("input_0.pb"), Tensors.proto("i", input).toByteArray());
    Files.write(data.resolve("output_0.pb"), Tensors.proto("o", output).toByteArray());
    return test;
  }

  private static Conformance.Result result(Path path) {
    try (BackendTests tests = BackendTests.find(List.of(path))) {
      assertThat(tests.tests()).hasSize(1);
      return Conformance.of(tests.tests().getFirst());
    }
  }

  /** Before operator set 13 values leave loops and branches as outputs, after as sequences. */
  @ParameterizedTest
  @ValueSource(longs = {11, 13, 14, 17})
  void loopsAndBranchesAreTappedAndSilencedWithin(long operators) throws IOException {
    Conformance.Result result =
        result(
            test(
                "loop",
                Models.loop(operators),
                Models.floats(List.of(1L), 1),
                Models.floats(List.of(1L), 89)));
    assertThat(result.reason()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.values()).isEqualTo(11);
    assertThat(result.tapped()).isEqualTo(11);
    assertThat(result.silenced()).isEqualTo(11);
    assertThat(result.toTheBit()).isEqualTo(11 - result.refused());
  }

  @Test
  void whatTheRuntimeDoesNotGiveIsItsOwn() throws IOException {
    Conformance.Result result =
        result(
            test(
                "wrong",
                Models.layer(17),
                Models.floats(List.of(1L, 2L), 1, 1),
                Models.floats(List.of(1L, 1L), 11)));
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(result.reason()).contains("expected 11.0, got 10.5");
  }

  @Test
  void aDamagedTestFails() throws IOException {
    Path test =
        test(
            "damaged",
            Models.layer(17),
            Models.floats(List.of(1L, 2L), 1, 1),
            Models.floats(List.of(1L, 1L), 10.5f));
    Files.write(test.resolve("test_data_set_0/input_0.pb"), new byte[] {10, 100, 1});
    Conformance.Result result = result(test);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.reason()).contains("input_0.pb: is damaged");
  }

  @Test
  void zipsAreOpenedAndRemoved() throws IOException {
    Path test =
        test(
            "zipped",
            Models.layer(17),
            Models.floats(List.of(1L, 2L), 1, 1),
            Models.floats(List.of(1L, 1L), 10.5f));
    Path zip = folder.resolve("more/tests.zip");
    Files.createDirectories(folder.resolve("more"));
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        var inside = Files.walk(test)) {
      for (Path one : inside.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry("t/" + test.relativize(one)));
        Files.copy(one, out);
      }
    }
    assertThat(result(zip).verdict()).isEqualTo(Verdict.PASSED);
    Path unpacked;
    try (BackendTests tests = BackendTests.find(List.of(folder.resolve("more")))) {
      unpacked = tests.tests().getFirst().modelFile();
      assertThat(unpacked).exists();
    }
    assertThat(unpacked).doesNotExist();
  }

  @Test
  void pathsWithoutTestsAreRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> BackendTests.find(List.of(empty)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds no test");
    assertThatThrownBy(() -> BackendTests.find(List.of(folder.resolve("none"))))
        .hasMessageContaining("is neither a folder nor a zip");
    Path text = Files.writeString(folder.resolve("a.zip"), "no zip");
    assertThatThrownBy(() -> BackendTests.find(List.of(text))).hasMessageContaining("a.zip");
    Path evil = folder.resolve("evil.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(evil))) {
      out.putNextEntry(new ZipEntry("../../model.onnx"));
    }
    assertThatThrownBy(() -> BackendTests.find(List.of(evil)))
        .hasMessageContaining("leads out of the zip");
  }
}

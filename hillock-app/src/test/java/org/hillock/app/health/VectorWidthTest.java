package org.hillock.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorWidthTest {

  @ParameterizedTest
  @CsvSource({
    "flags\t\t: fpu sse4_2 avx2 avx512f, 512 bits (avx512f)",
    "flags : sse4_2 avx2, 256 bits (avx2)",
    "Features : fp asimd, 128 bits (asimd)"
  })
  void isReadFromTheProcessorsFlags(String line, String found, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("cpuinfo"), "processor: 0\n" + line + "\n");
    assertThat(VectorWidth.check(file)).isEqualTo(Finding.ok("vector instructions", found));
  }

  @Test
  void isAWarningWhereNothingIsKnown(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none");
    assertThat(VectorWidth.check(none).state()).isEqualTo(Finding.State.WARNING);
    Files.writeString(none, "processor: 0\n");
    assertThat(VectorWidth.check(none).mend()).isNotEmpty();
  }

  @Test
  void anOldJdkIsMissingANewOne() {
    assertThat(Checkup.jdk(25).state()).isEqualTo(Finding.State.OK);
    assertThat(Checkup.jdk(17).state()).isEqualTo(Finding.State.MISSING);
    assertThat(Checkup.jdk(17).mend()).contains("JDK 25");
  }
}

package org.hillock.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is read or refused with a message. */
class MutatedFilesTest {

  @TempDir Path folder;

  @Test
  void spoiltFilesAreReadOrRefused() throws Exception {
    // few changes leave a file whole: single bits of numbers, white space
    assertThat(new MutatedFiles(folder).check(0, 400)).isBetween(10L, 390L);
  }

  @Test
  @Tag("slow")
  void tenThousandSpoiltFilesAreReadOrRefused() throws Exception {
    assertThat(new MutatedFiles(folder).check(100_000, 10_000)).isPositive();
  }

  /** Seeds that once failed. */
  @ParameterizedTest
  @ValueSource(longs = {0})
  void whatOnceFailedDoesNot(long seed) throws Exception {
    assertThat(new MutatedFiles(folder).check(seed, 1)).isBetween(0L, 1L);
  }
}

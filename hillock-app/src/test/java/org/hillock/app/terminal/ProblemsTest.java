package org.hillock.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int tell(Throwable problem) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Problems(new Terminal(stream, stream, false, 80, folder, () -> false)).tell(problem);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void usageAndFailureHaveTheirExitCodes() {
    assertThat(tell(new UsageException("a is wrong"))).isEqualTo(2);
    assertThat(tell(new FailureException("b is full"))).isEqualTo(1);
    assertThat(said()).isEqualTo("hillock: a is wrong\nhillock: b is full\n");
  }

  @Test
  void aBugIsOneLineAndAFile() throws IOException {
    Files.createDirectories(folder.resolve("hillock-out"));
    assertThat(tell(new IllegalStateException("odd"))).isEqualTo(1);
    assertThat(said().lines()).hasSize(1);
    assertThat(said()).contains("error of Hillock itself", "IllegalStateException (odd)");
    try (Stream<Path> files = Files.list(folder.resolve("hillock-out"))) {
      List<Path> crashes = files.toList();
      assertThat(crashes).hasSize(1);
      assertThat(said()).contains(crashes.getFirst().toString());
      assertThat(Files.readString(crashes.getFirst())).contains("ProblemsTest.aBugIsOneLine");
    }
  }

  @Test
  void aLackOfMemorySaysHowToGiveMore() {
    assertThat(tell(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(said()).contains("memory ran out", "-Xmx", "Java heap space");
  }
}

package org.hillock.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path parent;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void appearsWhole() throws IOException {
    try (OutputFolder out = OutputFolder.claim(parent.resolve("a/b"))) {
      out.json(OutputFolder.RUN, Map.of("spikes", 3));
      assertThat(parent.resolve("a/b")).doesNotExist();
      out.publish();
    }
    assertThat(names(parent.resolve("a"))).containsExactly("b");
    assertThat(parent.resolve("a/b/run.json")).hasContent("{\n  \"spikes\" : 3\n}\n");
  }

  @Test
  void leavesNothingWhereItIsNotPublished() throws IOException {
    try (OutputFolder out = OutputFolder.claim(parent.resolve("b"))) {
      out.json(OutputFolder.RUN, Map.of());
    }
    assertThat(names(parent)).isEmpty();
  }

  @Test
  void replacesWhatIsItsOwnAndKeepsTheRest() throws IOException {
    Path folder = Files.createDirectories(parent.resolve("b"));
    Files.writeString(folder.resolve("run.json"), "old");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    try (OutputFolder out = OutputFolder.claim(folder)) {
      out.json(OutputFolder.RUN, Map.of("new", true));
      out.publish();
    }
    assertThat(folder.resolve("run.json")).content().contains("new");
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
    assertThat(names(parent)).containsExactly("b");
  }

  @Test
  void takesAnEmptyFolderAndRefusesAForeignOne() throws IOException {
    Path folder = Files.createDirectories(parent.resolve("b"));
    try (OutputFolder out = OutputFolder.claim(folder)) {
      assertThat(out.path()).isEqualTo(folder);
    }
    for (String name : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
      Files.writeString(folder.resolve(name), "mine");
    }
    assertThatThrownBy(() -> OutputFolder.claim(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds a.txt, b.txt, c.txt, …");
    assertThatThrownBy(() -> OutputFolder.claim(Path.of("/")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("root");
  }

  @Test
  void commandsAreQuotedAsAShellNeedsThem() {
    assertThat(Repeat.command(List.of("run", "my net.yaml", "--record", "exc[0..4].v", "it's")))
        .isEqualTo("./hillock run 'my net.yaml' --record 'exc[0..4].v' 'it'\\''s'");
  }
}

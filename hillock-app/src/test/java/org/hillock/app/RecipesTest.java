package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recipe in {@code docs/recipes} is typed into JShell here, as {@code hillock shell} opens
 * it.
 */
class RecipesTest {

  private static final Path FOLDER = Path.of("../docs/recipes");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(p -> !p.endsWith("README.md")).sorted().toList().stream();
    }
  }

  @Test
  void thereAreSix() throws IOException {
    assertThat(pages()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void doesWhatItSays(Path page) throws IOException {
    String text = Files.readString(page).replace("\"networks/", "\"../networks/");
    List<String> problems = new ArrayList<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      run(shell, startup(), problems);
      run(
          shell,
          "void check(boolean holds) { if (!holds) throw new IllegalStateException(\"is not so\"); }",
          problems);
      Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
          .matcher(text)
          .results()
          .forEach(block -> run(shell, block.group(1), problems));
    }
    assertThat(problems).isEmpty();
  }

  private static String startup() throws IOException {
    try (var script = RecipesTest.class.getResourceAsStream("/org/hillock/app/shell/startup.jsh")) {
      assertThat(script).isNotNull();
      return new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static void run(JShell shell, String source, List<String> problems) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = source;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
      String snippet = info.source();
      if (snippet == null || snippet.isBlank()) {
        problems.add("incomplete: " + rest);
        return;
      }
      for (SnippetEvent event : shell.eval(snippet)) {
        if (event.status() == Snippet.Status.REJECTED) {
          problems.add(
              snippet
                  + shell
                      .diagnostics(event.snippet())
                      .map((Diag d) -> d.getMessage(java.util.Locale.ROOT))
                      .toList());
        } else if (event.exception() != null) {
          problems.add(snippet + event.exception());
        }
      }
      rest = info.remaining();
    }
  }
}

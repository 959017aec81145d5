package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hillock.app.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @Test
  void aloneListsEveryVerbInALine(@TempDir Path folder) {
    Cli.Result result = Cli.in(folder).run();
    assertThat(result.code()).isZero();
    assertThat(result.problems()).isEmpty();
    List<String> lines =
        result
            .out()
            .lines()
            .dropWhile(l -> !l.equals("Verbs:"))
            .skip(1)
            .takeWhile(l -> !l.isBlank())
            .map(l -> l.strip().split(" ")[0])
            .toList();
    assertThat(lines)
        .containsExactly(
            "compare",
            "train",
            "run",
            "record",
            "stimulate",
            "silence",
            "clamp",
            "patch",
            "lesion",
            "isolate",
            "why",
            "trace",
            "analyse",
            "diagnose",
            "info",
            "census",
            "import",
            "export",
            "convert",
            "conformance",
            "transmitters",
            "ions",
            "scene",
            "bench",
            "shell",
            "doctor",
            "test");
  }

  @Test
  void versionNamesWhatComputes(@TempDir Path folder) {
    Cli.Result result = Cli.in(folder).run("--version");
    assertThat(result.out()).contains("hillock 0.1.0", "jdk 25", "pytorch 2", "djl ", "duckdb ");
    assertThat(result.out()).doesNotContain("${");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare",
        "train",
        "run",
        "record",
        "stimulate",
        "silence",
        "clamp",
        "patch",
        "lesion",
        "isolate",
        "why",
        "trace",
        "shell",
        "analyse",
        "diagnose",
        "convert",
        "info",
        "census",
        "import",
        "transmitters",
        "ions",
        "scene",
        "bench",
        "doctor"
      })
  void everyVerbHasHelpWithAnExample(String verb, @TempDir Path folder) {
    Cli.Result result = Cli.in(folder).run(verb, "--help");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Usage: hillock " + verb, "Example", "  ./hillock " + verb);
    assertThat(result.out()).contains("Options:");
  }

  /** Every line of every help text that shows a command, as it is printed. */
  static Stream<String> examples() {
    Terminal wide = new Terminal(System.out, System.err, false, 400, Path.of(""), () -> false);
    List<String> helps = new ArrayList<>();
    helps.add(Main.commands(wide).getUsageMessage());
    Main.commands(wide).getSubcommands().values().forEach(c -> helps.add(c.getUsageMessage()));
    return helps.stream()
        .flatMap(String::lines)
        .filter(l -> l.startsWith("  ./hillock "))
        .map(String::strip)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesWorkAsPrinted(String example, @TempDir Path folder) throws IOException {
    List<String> words = new ArrayList<>();
    for (Matcher m = WORD.matcher(example.substring("./hillock ".length())); m.find(); ) {
      words.add(m.group(1) == null ? m.group(2) : m.group(1));
    }
    Cli.Result result = Cli.in(folder).run(words.toArray(String[]::new));
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).isNotBlank();
  }

  @Test
  void thereAreExamplesOfEveryVerb() {
    assertThat(examples().map(e -> e.split(" ")[1]))
        .contains("compare", "train", "run", "isolate", "why", "info", "census", "doctor")
        .contains("transmitters", "ions", "record", "silence", "clamp", "stimulate", "lesion")
        .contains("patch", "trace", "shell");
  }
}

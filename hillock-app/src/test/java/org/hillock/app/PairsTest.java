package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair in {@code docs/pairs} is compared here by the commands of its page, and prints what
 * the page says it prints.
 *
 * <p>{@code -Dhillock.writeTables=true} writes what was printed into the pages, and leaves the
 * reports, of which their pictures are made, in {@code target/pairs}.
 */
class PairsTest {

  private static final Path FOLDER = Path.of("../docs/pairs");
  private static final Path DATA = Path.of("../../shared/data/celegans");
  private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);
  private static final String LAUNCHER = "./hillock ";

  @TempDir private Path folder;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all
          .filter(p -> p.toString().endsWith(".md") && !p.endsWith("README.md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void thereAreThree() throws IOException {
    assertThat(pages()).hasSize(3);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("pages")
  void printsWhatItSays(Path page) throws IOException {
    String text = Files.readString(page);
    Path work = folder;
    boolean write = Boolean.getBoolean("hillock.writeTables");
    if (write) {
      work = Files.createDirectories(Path.of("target/pairs"));
    }
    Cli cli = Cli.in(work);
    if (text.contains("celegans/")) {
      assumeTrue(Files.isDirectory(DATA), "The tables of the worm are not there: " + DATA);
      lay(work.resolve("celegans"));
    }
    StringBuilder said = new StringBuilder();
    int at = 0;
    String printed = "";
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      said.append(text, at, blocks.start(2));
      at = blocks.end(2);
      if (blocks.group(1).equals("sh")) {
        printed = run(cli, blocks.group(2));
        said.append(blocks.group(2));
      } else {
        said.append(printed);
      }
    }
    said.append(text.substring(at));
    if (write) {
      Files.writeString(page, said);
    } else {
      assertThat(said).hasToString(text);
    }
  }

  private static void lay(Path place) throws IOException {
    Files.createDirectories(place);
    try (Stream<Path> files = Files.list(DATA)) {
      for (Path file : files.toList()) {
        Path copy = place.resolve(file.getFileName().toString());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Runs the commands of a block; gives what the last one printed. */
  private static String run(Cli cli, String block) {
    String printed = "";
    for (String command : block.replace("\\\n", " ").lines().toList()) {
      assertThat(command).startsWith(LAUNCHER);
      Cli.Result result = cli.run(words(command.substring(LAUNCHER.length())));
      assertThat(result.code()).as(command + "\n" + result.problems()).isZero();
      printed = result.out();
    }
    return printed;
  }

  /** As a shell parts them, quotes kept together and taken off. */
  private static String[] words(String command) {
    return Pattern.compile("'([^']*)'|(\\S+)")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList()
        .toArray(String[]::new);
  }

  @Test
  void wordsArePartedAsAShellDoes() {
    assertThat(List.of(words("import table a.csv --columns 'pre=Origin,weight=Number of'")))
        .containsExactly("import", "table", "a.csv", "--columns", "pre=Origin,weight=Number of");
  }
}

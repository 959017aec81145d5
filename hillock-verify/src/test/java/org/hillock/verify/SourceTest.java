package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that only the sources and documents show. */
class SourceTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int MOST_LINES = 400;

  /** Blocks and spans of code, in which brackets mean something else. */
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|(?m)^ {4}.*$|`[^`\\n]*`");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|record|interface|enum) ");

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module :
          modules.filter(m -> m.getFileName().toString().startsWith("hillock-")).toList()) {
        Path main = module.resolve("src/main/java");
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
          }
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(100);
    return all;
  }

  @Test
  void noFileHoldsMoreThanOneIdea() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThan(MOST_LINES);
    }
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
    for (Path file : sources()) {
      Path info = file.resolveSibling("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).contains("/**", "@NullMarked");
    }
  }

  @Test
  void everyPublicTypeIsDocumented() throws IOException {
    for (Path file : sources()) {
      String text = Files.readString(file);
      Matcher type = PUBLIC_TYPE.matcher(text);
      if (type.find()) {
        String before = text.substring(0, type.start());
        assertThat(before.lastIndexOf("/**"))
            .as("Javadoc of " + file)
            .isGreaterThan(before.lastIndexOf("import "));
      }
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    try (Stream<Path> files = Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("docs")))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        Matcher link = LINK.matcher(CODE.matcher(Files.readString(file)).replaceAll(""));
        while (link.find()) {
          String target = link.group(1);
          if (!target.contains("://") && !Files.exists(file.resolveSibling(target))) {
            dead.add(file.getFileName() + " -> " + target);
          }
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void theReadmeNamesEveryVerb() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (String verb :
        List.of(
            "compare",
            "train",
            "run",
            "record",
            "stimulate",
            "silence",
            "clamp",
            "patch",
            "lesion",
            "trace",
            "analyse",
            "diagnose",
            "convert",
            "shell",
            "isolate",
            "why",
            "info",
            "census",
            "ions",
            "scene",
            "bench",
            "doctor",
            "test")) {
      assertThat(readme).contains("./hillock " + verb);
    }
  }
}

package org.hillock.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.lab.workbench.Verb;
import org.hillock.lab.workbench.Workbench;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/bench.md} says what the code says. */
class BenchTableTest {

  private static final Path PAGE = Path.of("../docs/bench.md");
  private static final String BEGIN = "<!-- table: written by BenchTableTest -->\n";
  private static final String END = "<!-- end of table -->";

  /** Lines of the table, and below it what its numbers stand for. */
  static String table() {
    Map<String, Workbench> kinds = Kinds.all();
    List<String> notes = new ArrayList<>();
    StringBuilder text = new StringBuilder("| verb | " + String.join(" | ", kinds.keySet()));
    text.append(" |\n|---|").append("---|".repeat(kinds.size())).append('\n');
    for (Verb verb : Verb.values()) {
      text.append("| ").append(verb.word());
      for (Workbench bench : kinds.values()) {
        Verb.Ability ability = verb.on(bench.experiment());
        text.append(" | ").append(ability.works() ? "yes" : "no");
        if (!ability.but().isEmpty()) {
          if (!notes.contains(ability.but())) {
            notes.add(ability.but());
          }
          text.append(" (").append(notes.indexOf(ability.but()) + 1).append(')');
        }
      }
      text.append(" |\n");
    }
    text.append('\n');
    for (int k = 0; k < notes.size(); k++) {
      text.append(k + 1).append(". ").append(notes.get(k)).append('\n');
    }
    return text.toString();
  }

  @Test
  void theTableIsThatOfTheCode() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String now = table();
    if (Boolean.getBoolean("hillock.writeTables")) {
      Files.writeString(
          PAGE, page.substring(0, from) + "\n" + now + "\n" + page.substring(page.indexOf(END)));
    }
    assertThat(Files.readString(PAGE)).contains(BEGIN + "\n" + now + "\n" + END);
  }

  @Test
  void everyKindHasAnswersOrAReason() {
    Map<String, String> silent = new LinkedHashMap<>();
    Kinds.all()
        .forEach((kind, bench) -> {
          for (Verb verb : Verb.values()) {
            Verb.Ability ability = verb.on(bench.experiment());
            if (!ability.works() && ability.but().isBlank()) {
              silent.put(kind, verb.word());
            }
          }
        });
    assertThat(silent).isEmpty();
  }
}

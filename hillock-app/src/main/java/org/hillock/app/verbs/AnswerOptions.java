package org.hillock.app.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hillock.app.Versions;
import org.hillock.app.output.JsonText;
import org.hillock.app.output.NamedFacts;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.network.Network;
import org.hillock.report.text.NeuronNaming;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a verb of the bench answers: a person in the terminal, a program in JSON, a folder. */
final class AnswerOptions {

  @Option(
      names = "--json",
      description = "answers as JSON, and prints nothing else to standard output")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the answer as answer.json, its tables as Parquet, and figures")
  private @Nullable String out;

  @Option(names = "--csv", description = "with --out: writes each table as CSV beside Parquet")
  private boolean csv;

  /** Whether JSON is wanted. */
  boolean json() {
    return json;
  }

  /** Whether tables are to be written as CSV, too. */
  boolean csv() {
    return csv;
  }

  /**
   * Checks, before long work, that the folder can be written.
   *
   * @throws org.hillock.core.problem.UsageException where it cannot, or {@code --csv} has no folder
   */
  void check(Terminal terminal) {
    if (out != null) {
      OutputFolder.claim(terminal.path("--out", out)).close();
    } else if (csv) {
      throw new org.hillock.core.problem.UsageException(
          "--csv: there is no table to write without --out");
    }
  }

  /**
   * Gives the answer.
   *
   * @param words of the command line, the verb first, which are repeated in the folder
   * @param network whose neurons are called by their names, where it has any
   * @param text for a person
   * @param facts the same for a program, which get the names beside the numbers
   * @param fill writes tables and figures into the folder and says the names of the files
   */
  void give(
      Terminal terminal,
      List<String> words,
      Optional<Network> network,
      String text,
      Map<String, ?> facts,
      Function<OutputFolder, List<String>> fill) {
    Map<String, ?> named = NamedFacts.of(network, facts);
    terminal.say((json ? JsonText.of(named) : NeuronNaming.of(network, text)).stripTrailing());
    if (out == null) {
      return;
    }
    try (OutputFolder folder = OutputFolder.claim(terminal.path("--out", out))) {
      List<String> files = fill.apply(folder);
      Map<String, Object> whole = new LinkedHashMap<>(named);
      whole.put("files", files);
      whole.put("command", Repeat.command(words));
      whole.put("versions", Versions.all());
      folder.json(OutputFolder.ANSWER, whole);
      folder.publish();
      if (!json) {
        terminal.say(
            "Written to "
                + folder.path()
                + ": "
                + OutputFolder.ANSWER
                + (files.isEmpty() ? "" : ", " + String.join(", ", files)));
      }
    }
  }
}

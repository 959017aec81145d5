package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.connectome.TableRequest;
import org.hillock.formats.connectome.TableRequest.Condition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What stands in which column, which rows count, and what becomes of those that cannot be taken.
 */
final class TableOptions {

  private static final List<String> SIGNS = List.of("exc", "inh");

  @Option(
      names = "--columns",
      paramLabel = "WHAT=COLUMN,…",
      required = true,
      description =
          "which column holds what: pre=… and post=…, and, where there are such, weight=…, sign=…"
              + " (+1, -1, exc, inh, E, I) or transmitter=…")
  private String columns = "";

  @Option(
      names = "--neurons",
      paramLabel = "FILE",
      description =
          "table with a row for each neuron, in the order of their numbers; standard: all that the"
              + " edges name, by name")
  private @Nullable String neurons;

  @Option(
      names = "--neuron-columns",
      paramLabel = "WHAT=COLUMN,…",
      description =
          "which column of that table holds what: name=… and, for the sign, transmitter=…")
  private @Nullable String neuronColumns;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description =
          "takes only rows that hold this value, or one of several (kind=chemical|mixed); may be"
              + " repeated")
  private List<String> where = new ArrayList<>();

  @Option(
      names = "--electrical",
      paramLabel = "COLUMN=VALUE",
      description = "rows that hold this value are electrical synapses; may be repeated")
  private List<String> electrical = new ArrayList<>();

  @Option(
      names = "--sign-of",
      paramLabel = "TRANSMITTER=SIGN,…",
      description =
          "what transmitters do (exc or inh) where the catalogue (./hillock transmitters) knows no"
              + " fast sign, or another: dopamine=exc,glutamate=inh")
  private @Nullable String signOf;

  @Option(
      names = "--duplicates",
      paramLabel = "HOW",
      defaultValue = "sum",
      description =
          "rows with the same two ends: sum (one synapse), keep (side by side) or refuse; standard:"
              + " ${DEFAULT-VALUE}")
  private String duplicates = "sum";

  @Option(
      names = "--unknown",
      paramLabel = "HOW",
      defaultValue = "leave-out",
      description =
          "rows with a cell that the table of neurons does not name: leave-out, add (the cell) or"
              + " refuse; standard: ${DEFAULT-VALUE}")
  private String unknown = "leave-out";

  @Option(
      names = "--bad",
      paramLabel = "HOW",
      defaultValue = "leave-out",
      description =
          "rows whose weight or sign cannot be used: leave-out or refuse; standard:"
              + " ${DEFAULT-VALUE}")
  private String bad = "leave-out";

  /** All of it. */
  TableRequest request(Terminal terminal, String edges) {
    if (neurons == null && neuronColumns != null) {
      throw new UsageException("--neuron-columns", "there is no table of neurons; give --neurons");
    }
    if (neurons != null && neuronColumns == null) {
      throw new UsageException(
          "--neurons", "say which column holds the names: --neuron-columns name=…");
    }
    Map<String, Integer> signs = new LinkedHashMap<>();
    pairs("--sign-of", signOf == null ? "" : signOf)
        .forEach((transmitter, sign) ->
            signs.put(
                transmitter.toLowerCase(Locale.ROOT),
                word("--sign-of", sign, SIGNS).equals("exc") ? 1 : -1));
    return new TableRequest(
        terminal.path("EDGES", edges),
        pairs("--columns", columns),
        Optional.ofNullable(neurons).map(file -> terminal.path("--neurons", file)),
        pairs("--neuron-columns", neuronColumns == null ? "" : neuronColumns),
        conditions("--where", where),
        conditions("--electrical", electrical),
        signs,
        choice("--duplicates", duplicates, TableRequest.Duplicates.class),
        choice("--unknown", unknown, TableRequest.Unknown.class),
        choice("--bad", bad, TableRequest.Bad.class));
  }

  private static List<Condition> conditions(String option, List<String> texts) {
    List<Condition> all = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw new UsageException(option, "'" + text + "' is not COLUMN=VALUE");
      }
      all.add(
          new Condition(
              text.substring(0, equals), Arrays.asList(text.substring(equals + 1).split("\\|"))));
    }
    return all;
  }

  private static Map<String, String> pairs(String option, String text) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",")) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new UsageException(option, "'" + part + "' is not of the form NAME=VALUE");
      }
      String key = part.substring(0, equals).strip();
      if (all.put(key, part.substring(equals + 1).strip()) != null) {
        throw new UsageException(option, "'" + key + "' is given twice");
      }
    }
    return all;
  }

  private static <E extends Enum<E>> E choice(String option, String word, Class<E> type) {
    List<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    return type.getEnumConstants()[known.indexOf(word(option, word, known))];
  }

  private static String word(String option, String word, List<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!known.contains(lower)) {
      throw new UsageException(
          option, "'" + word + "' is unknown; " + NearestName.hint(word, known));
    }
    return lower;
  }
}

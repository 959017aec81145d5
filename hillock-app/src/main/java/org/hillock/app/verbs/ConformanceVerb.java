package org.hillock.app.verbs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.conformance.BackendTest;
import org.hillock.onnx.conformance.BackendTests;
import org.hillock.onnx.conformance.Conformance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock conformance}: foreign formats held against their own test data. */
@Command(
    name = "conformance",
    header = "Puts a format's own tests through the engine that runs it, and counts.",
    descriptionHeading = "%n",
    description = {
      "Runs every test below the folders and in the zips: as its file is by ONNX Runtime itself,"
          + " with a tap on every value that its nodes make, and of graphs with "
          + Conformance.FEW
          + " or more values with each silenced once, held against an evaluation node by node.",
      "Counts what passed, what the runtime itself does not support, and what failed; ends with 1"
          + " where anything failed."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock conformance onnx networks/digits-mlp-onnx",
      "  ./hillock conformance onnx networks/digits-mlp-onnx --json"
    })
public final class ConformanceVerb implements Callable<Integer> {

  private static final String ONNX = "onnx";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FORMAT", description = "'onnx'")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "folders and zips of tests: folders with model.onnx and test_data_set_*; zips within a"
              + " folder are opened, too")
  private List<String> paths = List.of();

  @Option(names = "--json", description = "as JSON: counts and every test")
  private boolean json;

  @Option(names = "--list", description = "names every test with what came of it")
  private boolean list;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public ConformanceVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!format.equals(ONNX)) {
      throw new UsageException(
          "conformance: format '"
              + format
              + "' has no tests; "
              + NearestName.hint(format, List.of(ONNX)));
    }
    List<Path> given = paths.stream().map(p -> terminal.path("conformance", p)).toList();
    List<Conformance.Result> results = new ArrayList<>();
    boolean stopped = false;
    try (BackendTests tests = BackendTests.find(given);
        TerminalProgress progress = new TerminalProgress(terminal)) {
      int all = tests.tests().size();
      for (BackendTest test : tests.tests()) {
        if (progress.stopped()) {
          stopped = true;
          break;
        }
        progress.report((double) results.size() / all, test.name());
        results.add(Conformance.of(test));
      }
    }
    terminal.say(
        (json ? JsonText.of(JsonText.withPlainKeys(facts(results))) : text(results))
            .stripTrailing());
    if (stopped) {
      return StopSignal.EXIT_CODE;
    }
    return count(results, Conformance.Verdict.FAILED) == 0 ? 0 : 1;
  }

  private static long count(List<Conformance.Result> results, Conformance.Verdict verdict) {
    return results.stream().filter(r -> r.verdict() == verdict).count();
  }

  private static long sum(
      List<Conformance.Result> results, ToLongFunction<Conformance.Result> number) {
    return results.stream().mapToLong(number).sum();
  }

  private static Map<String, Object> facts(List<Conformance.Result> results) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("format", ONNX);
    facts.put("tests", results.size());
    facts.put("passed", count(results, Conformance.Verdict.PASSED));
    facts.put("not supported by the runtime", count(results, Conformance.Verdict.NOT_SUPPORTED));
    facts.put("failed", count(results, Conformance.Verdict.FAILED));
    facts.put("values", sum(results, Conformance.Result::values));
    facts.put("tapped", sum(results, Conformance.Result::tapped));
    facts.put("silenced", sum(results, Conformance.Result::silenced));
    facts.put("to the bit", sum(results, Conformance.Result::toTheBit));
    facts.put("refused both ways", sum(results, Conformance.Result::refused));
    facts.put("results", results.stream().map(ConformanceVerb::of).toList());
    return facts;
  }

  private static Map<String, Object> of(Conformance.Result result) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", result.name());
    facts.put("verdict", word(result.verdict()));
    facts.put("reason", result.reason());
    facts.put("values", result.values());
    facts.put("tapped", result.tapped());
    facts.put("silenced", result.silenced());
    return facts;
  }

  private static String word(Conformance.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String text(List<Conformance.Result> results) {
    StringBuilder text = new StringBuilder();
    for (Conformance.Result result : results) {
      if (list || result.verdict() == Conformance.Verdict.FAILED) {
        text.append(
            String.format(
                Locale.ROOT,
                "%-13s  %s%s%n",
                word(result.verdict()),
                result.name(),
                result.reason().isEmpty() ? "" : ": " + result.reason()));
      }
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%,d tests: %,d passed, %,d not supported by the runtime, %,d failed.%n",
            results.size(),
            count(results, Conformance.Verdict.PASSED),
            count(results, Conformance.Verdict.NOT_SUPPORTED),
            count(results, Conformance.Verdict.FAILED)));
    text.append(
        String.format(
            Locale.ROOT,
            "Tapped %,d of %,d values, which changed no bit of any output. Silenced %,d one at a"
                + " time: %,d as node by node to the bit, %,d within rounding, and %,d cannot be run"
                + " either way, because a silent shape or index fits nothing.%n",
            sum(results, Conformance.Result::tapped),
            sum(results, Conformance.Result::values),
            sum(results, Conformance.Result::silenced),
            sum(results, Conformance.Result::toTheBit),
            sum(results, r -> r.silenced() - r.toTheBit() - r.refused()),
            sum(results, Conformance.Result::refused)));
    return text.toString();
  }
}

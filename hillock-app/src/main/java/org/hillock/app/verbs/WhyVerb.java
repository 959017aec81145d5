package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Question;
import org.hillock.lab.why.Why;
import org.hillock.report.figure.WhyFigure;
import org.hillock.report.json.WhyJson;
import org.hillock.report.table.WhyTable;
import org.hillock.report.text.WhyText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock why}: what a neuron's sum was made of, and so on backwards. */
@Command(
    name = "why",
    header = "Tells why a neuron fired, or did not: what its sum was made of.",
    descriptionHeading = "%n",
    description = {
      "The terms of the sum at the hillock, ranked: which synapses, from which neurons, carrying how"
          + " much; bias, drive, noise, and what came before. Then the same question to the strongest"
          + " contributors, until inputs are reached.",
      "Where a neuron did not fire it tells how far it was from it, what was missing and what held"
          + " it down. How contributions come about: docs/why.md."
    },
    parameterListHeading = "%nWhat is asked:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock why networks/digits-mlp-onnx/model.onnx 'out_sum[3]' --on digits --input 3",
      "  ./hillock why networks/brunel-small.net.yaml 'exc[7]' --for 100ms",
      "  ./hillock why networks/brunel-small.net.yaml 'exc[7]' --for 100ms --at 40ms --json"
    })
public final class WhyVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(
      index = "1",
      paramLabel = "SITE",
      description = "one neuron, such as 'exc[3]', 'hidden[12]' or 'cell.apic[3](0.5).v'")
  private String site = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "when, such as 153.2ms, or the number of the pass; standard: its last spike, or where it"
              + " never fired when it came highest; else the end")
  private @Nullable String at;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "" + Question.STANDARD_DEPTH,
      description = "levels of neurons that are asked; standard: ${DEFAULT-VALUE}")
  private int depth;

  @Option(
      names = "--breadth",
      paramLabel = "N",
      defaultValue = "" + Question.STANDARD_BREADTH,
      description = "strongest sources of each that are asked in turn; standard: ${DEFAULT-VALUE}")
  private int breadth;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      description =
          "how long before that arrivals are told one by one; what came before is one term;"
              + " standard: 100ms")
  private @Nullable String window;

  @Option(
      names = "--plays",
      paramLabel = "N",
      defaultValue = "" + Question.STANDARD_PLAYS,
      description =
          "about how often a neuron whose terms do not add up is played them again to share them"
              + " out; standard: ${DEFAULT-VALUE}")
  private int plays;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public WhyVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    SiteRef asked = SiteRef.parse(site);
    Experiment run = bench.experiment(terminal, "why");
    Question question =
        new Question(
            asked,
            BenchMoment.of(run, at),
            0,
            depth,
            breadth,
            BenchMoment.window(run, window, Question.STANDARD_WINDOW_MS),
            plays,
            bench.seed());
    Answer why;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      why = Why.ask(run, question, progress);
    }
    answer.give(
        terminal,
        words(),
        run.subject().described(),
        bench.told(terminal, run) + "\n" + WhyText.of(why, terminal.columns(), breadth),
        WhyJson.of(why),
        folder -> written(folder, run, why));
    return why.stopped() ? StopSignal.EXIT_CODE : 0;
  }

  private List<String> written(OutputFolder folder, Experiment run, Answer why) {
    List<String> files =
        new ArrayList<>(TableFile.write(WhyTable.of(why), "terms", answer.csv(), folder::file));
    files.addAll(
        DrawnFigures.of(run.subject().described())
            .write(new WhyFigure(why, breadth), "why", folder));
    return files;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("why"));
    words.addAll(bench.words());
    words.add(2, site);
    Optional.ofNullable(at).ifPresent(t -> words.addAll(List.of("--at", t)));
    words.addAll(List.of("--depth", "" + depth, "--breadth", "" + breadth));
    Optional.ofNullable(window).ifPresent(w -> words.addAll(List.of("--window", w)));
    words.addAll(List.of("--plays", "" + plays));
    return words;
  }
}

package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Interventions;
import org.hillock.lab.patch.Target;
import org.hillock.lab.trace.Trace;
import org.hillock.lab.trace.Tracing;
import org.hillock.report.figure.TraceFigure;
import org.hillock.report.json.TraceJson;
import org.hillock.report.text.TraceText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hillock trace}: from a cause forwards. */
@Command(
    name = "trace",
    header = "Follows a cause forwards: whom it reaches, and who carries it.",
    descriptionHeading = "%n",
    description = {
      "Holds a run with the cause against the same run without it, to the bit: which neurons did"
          + " something else, when, and through which synapses it came to them. The cause is what"
          + " --cause does, or else what is shown (--input).",
      "Of a target it searches the smallest set of neurons that is enough to carry the effect, by"
          + " cutting off all others, and asks networks with shuffled wiring, which keep the number"
          + " of synapses of every neuron and their signs, the same."
    },
    parameterListHeading = "%nNetwork:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock trace networks/brunel-small.net.yaml --cause 'stimulate exc[7] = 300mV/ms from"
          + " 20ms until 20.1ms' --for 24ms --target 'inh' --runs 20 --controls 1",
      "  ./hillock trace digits-mlp --on digits --input 3 --target 'out[3]' --runs 200"
    })
public final class TraceVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Option(
      names = "--cause",
      paramLabel = "WHAT",
      description =
          "what is followed, in the words of --do, such as 'stimulate exc[7] = 50pA from 20ms until"
              + " 25ms'; may be repeated; standard: what is shown")
  private List<String> causes = List.of();

  @Option(
      names = "--target",
      paramLabel = "SITE",
      description =
          "neurons whose mean level is the effect; standard: the neuron of the answer; of a"
              + " network that does not decide by one neuron nothing is searched")
  private @Nullable String target;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "" + Tracing.STANDARD_RUNS,
      description = "most runs of the search for the smallest set; standard: ${DEFAULT-VALUE}")
  private int mostRuns;

  @Option(
      names = "--controls",
      paramLabel = "N",
      defaultValue = "" + Tracing.STANDARD_CONTROLS,
      description = "networks with shuffled wiring that are asked; standard: ${DEFAULT-VALUE}")
  private int controls;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public TraceVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    Experiment run = bench.experiment(terminal, "trace");
    Trace trace;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      Tracing tracing = tracing(run);
      trace =
          tracing.trace(
              new Tracing.Extent(target(tracing), mostRuns, controls, bench.seed()), progress);
    }
    List<String> words = new ArrayList<>(List.of("trace"));
    words.addAll(bench.words());
    causes.forEach(c -> words.addAll(List.of("--cause", c)));
    if (target != null) {
      words.addAll(List.of("--target", target));
    }
    words.addAll(
        List.of("--runs", String.valueOf(mostRuns), "--controls", String.valueOf(controls)));
    answer.give(
        terminal,
        words,
        run.subject().described(),
        bench.told(terminal, run) + "\n" + TraceText.of(trace),
        TraceJson.of(run.subject().name(), trace),
        folder -> {
          List<String> files =
              new ArrayList<>(
                  TableFile.write(TraceJson.reached(trace), "reached", answer.csv(), folder::file));
          files.addAll(
              TableFile.write(TraceJson.links(trace), "links", answer.csv(), folder::file));
          files.addAll(
              DrawnFigures.of(run.subject().described())
                  .write(new TraceFigure(trace, run.subject().described()), "trace", folder));
          return files;
        });
    return 0;
  }

  private Tracing tracing(Experiment run) {
    if (causes.isEmpty()) {
      return Tracing.ofWhatIsShown(run);
    }
    List<Intervention> acts = new ArrayList<>();
    try (Session session = run.open()) {
      Interventions on = new Interventions(session, run.subject().described());
      causes.forEach(cause -> acts.addAll(on.parse(cause)));
    }
    return Tracing.of(run, acts, String.join("; ", causes));
  }

  private Optional<SiteRef> target(Tracing tracing) {
    return target != null ? Optional.of(SiteRef.parse(target)) : Target.answering(tracing.with());
  }
}

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
import org.hillock.lab.isolate.Isolate;
import org.hillock.lab.isolate.Isolate.Request;
import org.hillock.lab.isolate.Isolation;
import org.hillock.report.figure.IsolationFigure;
import org.hillock.report.json.IsolationJson;
import org.hillock.report.table.IsolationTables;
import org.hillock.report.text.IsolationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock isolate}: one neuron by itself. */
@Command(
    name = "isolate",
    header = "Cuts a neuron out of its network and tests it by itself.",
    descriptionHeading = "%n",
    description = {
      "Records what reached the neuron in the network, plays it to the neuron alone and tells"
          + " whether it does the same, to the bit. Then sweeps the inputs one by one: what becomes"
          + " of its output without each, with twice of it, and with nothing else."
    },
    parameterListHeading = "%nWhat is cut out:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock isolate networks/digits-mlp-onnx/model.onnx 'out_sum[3]' --on digits --input 3",
      "  ./hillock isolate networks/brunel-small.net.yaml 'exc[7]' --for 100ms --most 8"
    })
public final class IsolateVerb implements Callable<Integer> {

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
      description = "until when, such as 153.2ms, or the number of the pass; standard: the end")
  private @Nullable String at;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      description = "how long before that its inputs are played; standard: since the start")
  private @Nullable String window;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "" + Request.STANDARD_MOST,
      description = "inputs that are swept, those that brought most; standard: ${DEFAULT-VALUE}")
  private int most;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public IsolateVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    SiteRef asked = SiteRef.parse(site);
    Experiment run = bench.experiment(terminal, "isolate");
    Request request =
        new Request(
            asked,
            BenchMoment.of(run, at),
            0,
            BenchMoment.window(run, window, Double.POSITIVE_INFINITY),
            most);
    Isolation isolation;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      isolation = Isolate.of(run, request, progress);
    }
    answer.give(
        terminal,
        words(),
        run.subject().described(),
        bench.told(terminal, run) + "\n" + IsolationText.of(isolation),
        IsolationJson.of(isolation),
        folder -> written(folder, run, isolation));
    return isolation.stopped() ? StopSignal.EXIT_CODE : 0;
  }

  private List<String> written(OutputFolder folder, Experiment run, Isolation isolation) {
    List<String> files = new ArrayList<>();
    boolean csv = answer.csv();
    files.addAll(TableFile.write(IsolationTables.inputs(isolation), "inputs", csv, folder::file));
    files.addAll(TableFile.write(IsolationTables.curves(isolation), "curves", csv, folder::file));
    if (!isolation.curves().isEmpty()) {
      files.addAll(
          DrawnFigures.of(run.subject().described())
              .write(new IsolationFigure(isolation), "isolate", folder));
    }
    return files;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("isolate"));
    words.addAll(bench.words());
    words.add(2, site);
    Optional.ofNullable(at).ifPresent(t -> words.addAll(List.of("--at", t)));
    Optional.ofNullable(window).ifPresent(w -> words.addAll(List.of("--window", w)));
    words.addAll(List.of("--most", "" + most));
    return words;
  }
}

package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.diagnosis.Examination;
import org.hillock.report.DiagnosisTables;
import org.hillock.report.json.DiagnosisJson;
import org.hillock.report.text.DiagnosisText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hillock diagnose}: what is wrong with a network. */
@Command(
    name = "diagnose",
    header = "Finds what is wrong with a network, why, and what would change it.",
    descriptionHeading = "%n",
    description = {
      "Looks at every population for silence, runaway activity, saturation, dead neurons, a common"
          + " beat, synchrony and duplicates. Each finding is told with its measure and control, its"
          + " cause in the network's own names, and what was tried against it in runs of its own."
          + " Networks in time are watched through a run; networks without are shown the images of"
          + " --on, or noise."
    },
    parameterListHeading = "%nWhat is run:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock diagnose networks/vogels-abbott-2005.net.yaml --scale 0.1 --for 300ms",
      "  ./hillock diagnose networks/digits-mlp.net.yaml --on digits",
    })
public final class DiagnoseVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many images of --on are shown, at least 10; standard: ${DEFAULT-VALUE}")
  private int images;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public DiagnoseVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    if (images < 10) {
      throw new UsageException("--images " + images + ": at least 10 are needed");
    }
    Experiment run = bench.experiment(terminal, "diagnose");
    ManyImages many = ManyImages.of(bench, terminal, images);
    Diagnosis diagnosis;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      diagnosis = Examination.of(run, ManyImages.optionalDoor(run), many.images(), progress);
    }
    answer.give(
        terminal,
        words(),
        run.subject().described(),
        bench.told(terminal, run) + "\n\n" + DiagnosisText.of(diagnosis),
        DiagnosisJson.of(diagnosis),
        folder -> {
          List<String> files = new ArrayList<>();
          DiagnosisTables.of(diagnosis)
              .forEach((name, table) ->
                  files.addAll(TableFile.write(table, name, answer.csv(), folder::file)));
          return files;
        });
    return 0;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("diagnose"));
    words.addAll(bench.words());
    words.addAll(List.of("--images", Integer.toString(images)));
    return words;
  }
}

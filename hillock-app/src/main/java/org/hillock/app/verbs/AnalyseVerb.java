package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.analysis.Analysis;
import org.hillock.lab.analysis.CurrentCurve;
import org.hillock.lab.analysis.Fields;
import org.hillock.lab.analysis.PhasePlane;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.Trials;
import org.hillock.lab.analysis.Tuning;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.report.AnalysisFigures;
import org.hillock.report.AnalysisTables;
import org.hillock.report.json.AnalysisJson;
import org.hillock.report.text.AnalysisText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hillock analyse}: what neurons do, in the numbers of the field. */
@Command(
    name = "analyse",
    header = "Puts what neurons do in numbers: rates, regularity, synchrony, tuning, fields.",
    descriptionHeading = "%n",
    description = {
      "Runs a network and tells of each population its rate, the variation of its intervals (CV,"
          + " CV2, LV), Fano factor, synchrony, correlation and the frequency that stands out. More"
          + " is measured where it is asked for. Definitions are those of the literature; where"
          + " Elephant has a function, they are Elephant's (docs/analyses.md)."
    },
    parameterListHeading = "%nWhat is run:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock analyse networks/brunel-small.net.yaml --for 200ms --spectrum",
      "  ./hillock analyse networks/digits-mlp.net.yaml --on digits --tuning --fields 'hidden1[0..11]'",
    })
public final class AnalyseVerb implements Callable<Integer> {

  private static final String FIGURES = "figures";

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = "--from-time",
      paramLabel = "TIME",
      description = "what comes before is left out of the signs; standard: nothing is")
  private @Nullable String since;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "repeats the run: Fano factor over trials, and rates over time (PSTH)")
  private @Nullable Integer trials;

  @Option(
      names = "--psth",
      paramLabel = "TIME",
      description = "bin of rates over time; with --trials; standard: 5 ms")
  private @Nullable String bin;

  @Option(names = "--spectrum", description = "tells and draws the spectra of populations' rates")
  private boolean spectrum;

  @Option(
      names = "--fi",
      paramLabel = "SITE",
      description = "adds a growing amount to the sums of these neurons: f–I curve")
  private @Nullable String curve;

  @Option(
      names = "--least",
      paramLabel = "X",
      defaultValue = "0",
      description = "of --fi: the least amount, in the unit of the bias; standard: 0")
  private double least;

  @Option(names = "--most", paramLabel = "X", description = "of --fi: the largest amount")
  private @Nullable Double most;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "21",
      description = "of --fi: how many amounts; standard: ${DEFAULT-VALUE}")
  private int points;

  @Option(
      names = "--phase",
      paramLabel = "SITE,SITE",
      description = "two variables of a neuron against each other, such as 'exc[0].v,exc[0].u'")
  private @Nullable String phase;

  @Option(
      names = "--tuning",
      description = "selectivity of each neuron for the classes of the images of --on")
  private boolean tuning;

  @Option(
      names = "--of",
      paramLabel = "POPULATION",
      description = "of --tuning: this population alone; may be repeated")
  private List<String> of = List.of();

  @Option(
      names = "--fields",
      paramLabel = "SITE",
      description = "receptive fields of these neurons, found with noise")
  private @Nullable String fields;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "how many are shown; standard: 300 of --tuning, 1000 of --fields")
  private @Nullable Integer images;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public AnalyseVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    check();
    Experiment run = bench.experiment(terminal, "analyse");
    Analysis analysis;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      analysis = measured(run, progress);
    }
    answer.give(
        terminal,
        words(),
        run.subject().described(),
        bench.told(terminal, run) + "\n\n" + AnalysisText.of(analysis),
        AnalysisJson.of(analysis, spectrum),
        folder -> fill(run, analysis, folder));
    return 0;
  }

  private void check() {
    if (curve != null && most == null) {
      throw new UsageException("--fi " + curve + ": say with --most how much is added at most");
    }
    if (bin != null && trials == null) {
      throw new UsageException("--psth " + bin + ": say with --trials over how many");
    }
    if (images != null && images < 2) {
      throw new UsageException("--images " + images + ": at least 2 are needed");
    }
    if (!of.isEmpty() && !tuning) {
      throw new UsageException("--of says whose --tuning is wanted");
    }
  }

  private Analysis measured(Experiment run, Progress progress) {
    boolean timed = run.subject().timed();
    double from = since == null ? 0 : TimeGiven.ms("--from-time", since);
    if (from >= run.length() && timed) {
      throw new UsageException(
          "--from-time " + since + ": the run ends at " + run.length() + " ms");
    }
    double binMs = bin == null ? PopulationSigns.BIN_MS : TimeGiven.ms("--psth", bin);
    return new Analysis(
        run.subject().name(),
        timed ? run.length() : Double.NaN,
        from,
        PopulationSigns.of(Activity.of(run), from),
        Optional.ofNullable(trials).map(n -> Trials.of(run, n, binMs, progress)),
        Optional.ofNullable(curve)
            .map(site ->
                CurrentCurve.of(
                    run,
                    SiteRef.parse(site),
                    least,
                    most == null ? least : most,
                    points,
                    progress)),
        Optional.ofNullable(phase).map(sites -> plane(run, sites)),
        tuning ? Optional.of(tuned(run, progress)) : Optional.empty(),
        Optional.ofNullable(fields)
            .map(site ->
                Fields.of(
                    run,
                    SiteRef.parse(site),
                    ManyImages.door(run),
                    images == null ? 1000 : images,
                    bench.input()::taken,
                    progress)));
  }

  private static PhasePlane plane(Experiment run, String sites) {
    // a comma within brackets belongs to a site
    String[] both = sites.split(",(?![^\\[]*\\])");
    if (both.length != 2) {
      throw new UsageException(
          "--phase " + sites + ": names two variables of a neuron, such as exc[0].v,exc[0].u");
    }
    return PhasePlane.of(run, SiteRef.parse(both[0]), SiteRef.parse(both[1]));
  }

  private Tuning tuned(Experiment run, Progress progress) {
    ManyImages many = ManyImages.of(bench, terminal, images == null ? 300 : images);
    if (many.images().length == 0) {
      throw new UsageException("--tuning: say with --on which images are shown");
    }
    return Tuning.of(
        run,
        ManyImages.door(run),
        many.images(),
        many.labels(),
        many.classes(),
        Set.copyOf(of),
        progress);
  }

  private List<String> fill(Experiment run, Analysis analysis, OutputFolder folder) {
    List<String> files = new ArrayList<>();
    AnalysisTables.of(analysis)
        .forEach((name, table) ->
            files.addAll(TableFile.write(table, name, answer.csv(), folder::file)));
    files.addAll(
        DrawnFigures.of(run.subject().described())
            .write(AnalysisFigures.of(analysis, spectrum), FIGURES, folder));
    return files;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("analyse"));
    words.addAll(bench.words());
    add(words, "--from-time", since);
    add(words, "--trials", trials);
    add(words, "--psth", bin);
    if (spectrum) {
      words.add("--spectrum");
    }
    if (curve != null) {
      add(words, "--fi", curve);
      add(words, "--least", least);
      add(words, "--most", most);
      add(words, "--points", points);
    }
    add(words, "--phase", phase);
    if (tuning) {
      words.add("--tuning");
    }
    of.forEach(name -> add(words, "--of", name));
    add(words, "--fields", fields);
    add(words, "--images", images);
    return words;
  }

  private static void add(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.add(option);
      words.add(value.toString());
    }
  }
}

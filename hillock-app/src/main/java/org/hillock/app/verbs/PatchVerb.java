package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Interventions;
import org.hillock.lab.patch.CausalMap;
import org.hillock.lab.patch.Patching;
import org.hillock.report.figure.CausalMapFigure;
import org.hillock.report.json.CausalMapJson;
import org.hillock.report.text.CausalMapText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock patch}: activity seen under one input, put into the run on another. */
@Command(
    name = "patch",
    header = "Puts activity seen under one input into the run on another.",
    descriptionHeading = "%n",
    description = {
      "Runs the network on input A (--input) and on input B (--b-input, --b-trial, --b-do), then on A"
          + " with the SITES doing what they did under B. How far that brings the answer from A's to"
          + " B's says what the sites carry.",
      "With --each every neuron is patched by itself: a causal map. Of networks that spike, spikes"
          + " are put in."
    },
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock patch digits-mlp 'hidden*' --on digits --input 3 --b-input 7",
      "  ./hillock patch digits-mlp hidden2 --each --on digits --input 3 --b-input 7"
    })
public final class PatchVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(index = "1", paramLabel = "SITES", description = BenchOptions.SITES)
  private String what = "";

  @Option(names = "--each", description = "patches every neuron of the sites by itself")
  private boolean each;

  @Mixin private OtherRun other = new OtherRun();

  @Option(
      names = "--target",
      paramLabel = "SITE",
      description =
          "what is measured, as the mean of these neurons; standard: how much more B's answer is"
              + " favoured over A's")
  private @Nullable String target;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public PatchVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    Experiment a = bench.experiment(terminal, "patch");
    Experiment b = other.of(bench, a, terminal);
    Optional<SiteRef> measured = Optional.ofNullable(target).map(SiteRef::parse);
    List<SiteRef> sites;
    try (Session session = a.open()) {
      Interventions here = new Interventions(session, a.subject().described());
      sites = each ? here.each(what) : here.sites(what);
    }
    CausalMap map;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      map = new Patching(a, b).map(sites, measured, progress);
    }
    List<String> words = new ArrayList<>(List.of("patch"));
    words.addAll(bench.words());
    words.add(what);
    words.addAll(other.words());
    if (each) {
      words.add("--each");
    }
    if (target != null) {
      words.addAll(List.of("--target", target));
    }
    answer.give(
        terminal,
        words,
        a.subject().described(),
        "A: " + bench.told(terminal, a) + "\nB: " + other.told() + "\n" + CausalMapText.of(map),
        CausalMapJson.of(a.subject().name(), map),
        folder -> {
          List<String> files =
              new ArrayList<>(
                  TableFile.write(
                      CausalMapJson.table(map), "causal-map", answer.csv(), folder::file));
          files.addAll(
              DrawnFigures.of(a.subject().described())
                  .write(new CausalMapFigure(map), "causal-map", folder));
          return files;
        });
    return 0;
  }
}

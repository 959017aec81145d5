package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Interventions;
import org.hillock.report.json.RecordingJson;
import org.hillock.report.text.RecordingText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock record}: watches sites of a network of any kind. */
@Command(
    name = "record",
    header = "Watches any sites of any network.",
    descriptionHeading = "%n",
    description = {
      "Tells of each site what was seen: spikes and rates, or the range of values. --out keeps every"
          + " row.",
      "Watching changes no bit of what the network does."
    },
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock record networks/brunel-small.net.yaml 'exc where out_degree > 95' --for 50ms",
      "  ./hillock record networks/digits-mlp-onnx/model.onnx 'hidden*' --on digits --input 3"
    })
public final class RecordVerb implements Callable<Integer> {

  /** Letters of a file's name. */
  private static final int LONGEST = 80;

  private final Terminal terminal;

  @Mixin private BenchOptions bench = new BenchOptions();

  @Parameters(
      index = "1",
      paramLabel = "SITES",
      description =
          "an address such as exc[0..9].v, a pattern such as 'hid*', a role such as @output, or a"
              + " query such as 'exc where out_degree > 50'; several joined by ' + '")
  private String what = "";

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "interval between samples of values; standard: every step")
  private @Nullable String every;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public RecordVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    Experiment experiment = bench.experiment(terminal, "record");
    double everyMs = every == null ? 0 : TimeGiven.ms("--every", every);
    Map<SiteRef, Recording> kept = new LinkedHashMap<>();
    try (Session session = experiment.open()) {
      Interventions on = new Interventions(session, experiment.subject().described());
      for (SiteRef site : on.sites(what)) {
        Recording recording = new Recording();
        session.record(new Probe(site, everyMs), recording);
        kept.put(site, recording);
      }
      experiment.play(session);
    }
    List<String> words = new ArrayList<>(List.of("record"));
    words.addAll(bench.words());
    words.add(what);
    if (every != null) {
      words.addAll(List.of("--every", every));
    }
    answer.give(
        terminal,
        words,
        experiment.subject().described(),
        bench.told(terminal, experiment) + "\n" + RecordingText.of(kept, experiment.length()),
        RecordingJson.of(experiment.subject().name(), kept, experiment.length()),
        folder -> {
          List<String> files = new ArrayList<>();
          kept.forEach((site, recording) ->
              files.addAll(
                  TableFile.write(
                      RecordingJson.table(recording), fileName(site), answer.csv(), folder::file)));
          return files;
        });
    return 0;
  }

  /** The site; one that lists many neurons by its population and its number in the answer. */
  private static String fileName(SiteRef site) {
    String whole = FileName.of(site.toString().replace("\"", ""));
    return whole.length() <= LONGEST
        ? whole
        : FileName.of(site.owner()) + "-" + Integer.toHexString(site.hashCode());
  }
}

package org.hillock.app.verbs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.Versions;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.simulation.ForwardPass;
import org.hillock.app.simulation.RateLimit;
import org.hillock.app.simulation.Records;
import org.hillock.app.simulation.SmallNetwork;
import org.hillock.app.simulation.TimedRun;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Classifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock run}: a network runs as it is. */
@Command(
    name = "run",
    header = "Runs a network, records and draws it.",
    descriptionHeading = "%n",
    description = {
      "Runs a network and records it: spikes and values as Parquet, raster and rates drawn.",
      "Of a network of up to "
          + SmallNetwork.MOST_NEURONS
          + " neurons it draws what single neurons do in time, too, and where biases are listed the"
          + " rate or output at each.",
      "A network without time makes one forward pass, or as many as --passes says, and tells its"
          + " answer. Ctrl-C ends a run early"
          + " and keeps what was recorded."
    },
    parameterListHeading = "%nNetwork:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock run networks/brunel-small.net.yaml --for 200ms --record exc.spikes --record"
          + " 'exc[0..4].v'",
      "  ./hillock run networks/models/adex.net.yaml",
      "  ./hillock run networks/cells/pyramidal.cell.yaml --current 300pA --for 200ms --record"
          + " 'cell.apic[3](0.5).v'",
      "  ./hillock run networks/digits-mlp.net.yaml --on digits --image 3 --out hillock-out/pass",
      "  ./hillock run networks/digits-mlp-onnx/model.onnx --on digits --image 3 --record"
          + " 'hidden1[0..9].value'"
    })
public final class RunVerb implements Callable<Integer> {

  private static final String PASSES = "--passes";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NET",
      arity = "1..*",
      description =
          "network file (*.net.yaml), a cell's (*.cell.yaml), which runs alone, or an ONNX file"
              + " (*.onnx); several networks run one after the other")
  private List<String> files = List.of();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description =
          "how long, such as 1s or 200ms; standard: 1s for up to "
              + SmallNetwork.MOST_NEURONS
              + " neurons, none for more")
  private @Nullable String duration;

  @Option(
      names = "--record",
      paramLabel = "SITE",
      description =
          "what to record, such as exc.spikes, exc[0..9].v or 'cell.dend[2](0.5).v'; may be repeated; standard:"
              + " spikes of all neurons that spike; of up to "
              + SmallNetwork.MOST_NEURONS
              + " neurons the first state, too")
  private List<String> record = List.of();

  @Option(
      names = "--step",
      paramLabel = "TIME",
      description = "step of an engine with time; standard: 0.1 ms, with cells with parts 0.025 ms")
  private @Nullable String step;

  @Option(
      names = PASSES,
      paramLabel = "N",
      description =
          "forward passes, one after the other, of a network without time; levels of modulators go"
              + " on from each to the next; standard: 1")
  private @Nullable Integer passes;

  @Mixin private CellOption cell = new CellOption();

  @Mixin private ScaleOption scale = new ScaleOption();

  @Mixin private EngineChoice engine = new EngineChoice();

  @Mixin private RateLimitOption rateLimit = new RateLimitOption();

  @Mixin private GraphOptions graph = new GraphOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what is random while it runs; standard: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder for recordings, figures and run.json; standard: "
              + OutputFolder.HOME
              + "/run-NAME; of several networks the folder that holds a run-NAME for each")
  private @Nullable String out;

  @Option(names = "--csv", description = "writes each recording as CSV beside Parquet")
  private boolean csv;

  @Option(
      names = "--on",
      paramLabel = "DATA",
      description = "images to take one from: 'digits', or 'idx:FOLDER'")
  private @Nullable String on;

  @Option(
      names = "--image",
      paramLabel = "K",
      description = "which image is shown, counted from 0; standard: 0")
  private @Nullable Integer image;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public RunVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (files.stream().anyMatch(GraphOptions::isGraph)) {
      return runGraph();
    }
    graph
        .given()
        .ifPresent(option -> {
          throw new UsageException(option + " is for ONNX files; " + files.getFirst() + " is none");
        });
    Map<String, Network> networks = new LinkedHashMap<>();
    for (String file : files) {
      Network network = scale.scaled(cell.read(terminal, "run", file));
      for (Map.Entry<String, Network> other : networks.entrySet()) {
        if (folderName(other.getValue()).equals(folderName(network))) {
          throw new UsageException(
              file + ": is a network '" + network.name() + "' as " + other.getKey() + " is");
        }
      }
      networks.put(file, network);
    }
    for (Map.Entry<String, Network> each : networks.entrySet()) {
      int code = run(each.getKey(), each.getValue());
      if (code != 0) {
        return code;
      }
    }
    return 0;
  }

  /** One pass of an ONNX file as it is. */
  private int runGraph() {
    String file = files.getFirst();
    if (files.size() > 1) {
      throw new UsageException(file + ": is an ONNX file, which is run alone");
    }
    List<String> given = new ArrayList<>(cell.words());
    add(given, "--for", duration);
    add(given, "--step", step);
    add(given, PASSES, passes);
    given.addAll(scale.words());
    given.addAll(rateLimit.words());
    given.addAll(engine.wordsBesideThreads());
    if (!given.isEmpty()) {
      throw new UsageException(
          file
              + ": is an ONNX file and runs one pass on ONNX Runtime; leave out "
              + given.getFirst());
    }
    String name = "run-" + FileName.of(String.valueOf(Path.of(file).getFileName()));
    try (OutputFolder folder = OutputFolder.claim(folder(name))) {
      return graph.run(
          terminal, file, engine.threads(), record, csv, image(), folder, command(file));
    }
  }

  private static String folderName(Network network) {
    return "run-" + FileName.of(network.name());
  }

  private Path folder(String name) {
    return terminal.path("--out", out == null ? OutputFolder.HOME + "/" + name : out);
  }

  private Path folder(Network network) {
    String standard = OutputFolder.HOME + "/" + folderName(network);
    if (out == null) {
      return terminal.path("--out", standard);
    }
    Path named = terminal.path("--out", out);
    return files.size() == 1 ? named : named.resolve(folderName(network));
  }

  private int run(String file, Network network) {
    Engine chosen = engine.engine(network);
    SessionOptions options = engine.applied(chosen, network, SessionOptions.seeded(seed));
    if (step != null) {
      options = options.withStepMs(TimeGiven.ms("--step", step));
    } else if (CellOption.hasCells(network)) {
      terminal.say(
          "Step: " + Quantity.text(options.stepMs()) + " ms, the standard for cells with parts.");
    }
    StepWarnings.say(terminal, chosen, network, options.stepMs());
    Optional<Double> forMs = Optional.ofNullable(duration).map(text -> TimeGiven.ms("--for", text));
    RateLimit limit = rateLimit.limit();
    Records records = Records.of(network, record, csv);
    Optional<Shown> shown = shown(network);
    try (OutputFolder folder = OutputFolder.claim(folder(network));
        Session session = chosen.open(network, options)) {
      if (terminal.stopped().getAsBoolean()) {
        return StopSignal.EXIT_CODE;
      }
      Optional<Capability.Timed> timed = session.capability(Capability.Timed.class);
      if (timed.isEmpty()) {
        return pass(file, session, records, shown, folder);
      }
      if (passes != null) {
        throw new UsageException(
            PASSES, "network '" + network.name() + "' runs in time; say for how long with --for");
      }
      if (record.isEmpty() && SmallNetwork.is(network)) {
        records = Records.ofSmall(network, csv);
      }
      TimedRun run = new TimedRun(session, timed.get(), records, limit);
      return runInTime(file, session, run, requireTime(network, forMs), shown, folder);
    }
  }

  private Optional<Shown> shown(Network network) {
    Optional<Shown> shown = image();
    shown.ifPresent(s -> Classifier.checkFits(network, s.data()));
    return shown;
  }

  private Optional<Shown> image() {
    return Shown.of(terminal, on, image);
  }

  private static double requireTime(Network network, Optional<Double> forMs) {
    return forMs
        .or(() ->
            SmallNetwork.is(network) ? Optional.of(SmallNetwork.STANDARD_MS) : Optional.empty())
        .orElseThrow(
            () -> new UsageException("run: say for how long with --for, such as '--for 1s'"));
  }

  private int runInTime(
      String file,
      Session session,
      TimedRun run,
      double forMs,
      Optional<Shown> shown,
      OutputFolder folder) {
    if (run.records().sites().isEmpty()) {
      throw new UsageException(
          file
              + ": has no neurons that spike; say what to record, such as '--record "
              + session.network().populations().keySet().iterator().next()
              + ".value'");
    }
    shown.ifPresent(s ->
        session.present(Stimulus.frame(Ports.of(session.network()).image().name(), s.pixels())));
    TimedRun.Outcome outcome;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      outcome = run.run(forMs, folder, progress);
    }
    List<String> written = new ArrayList<>(run.records().files());
    written.addAll(run.draw(folder, outcome.simulatedMs()));
    Map<String, Object> facts = facts(file, session, written);
    facts.put("stepMs", run.stepMs());
    facts.putAll(RunResult.facts(outcome));
    folder.json(OutputFolder.RUN, facts);
    folder.publish();
    terminal.say(RunResult.text(outcome, session));
    terminal.say("Written to " + folder.path() + ": " + String.join(", ", written));
    if (outcome.runaway().isPresent()) {
      throw RateLimit.problem(
          outcome.runaway().get(), "what was recorded until then is in " + folder.path());
    }
    return outcome.stopped() ? StopSignal.EXIT_CODE : 0;
  }

  private Map<String, Object> facts(String file, Session session, List<String> written) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", session.network().name());
    facts.put("engine", session.engine());
    facts.put("seed", seed);
    facts.put("files", written);
    facts.put("versions", Versions.all());
    facts.put("command", command(file));
    return facts;
  }

  private int pass(
      String file, Session session, Records records, Optional<Shown> shown, OutputFolder folder) {
    if (duration != null || step != null || rateLimit.isGiven()) {
      String option = duration != null ? "--for" : step != null ? "--step" : RateLimit.OPTION;
      throw new UsageException(
          "network '"
              + session.network().name()
              + "' runs without time on the "
              + session.engine()
              + " engine, so "
              + option
              + " has no meaning; leave it out, or give --engine spiking");
    }
    if (csv && records.sites().isEmpty()) {
      throw new UsageException("--csv: nothing is recorded; say what with --record");
    }
    int count = passes == null ? 1 : passes;
    if (count < 1) {
      throw new UsageException(PASSES, count + " is not >= 1");
    }
    records.attach(session, folder);
    ForwardPass pass = ForwardPass.run(session, shown.map(Shown::pixels), count, seed);
    Map<String, Object> facts = facts(file, session, records.files());
    shown.ifPresent(s -> facts.put("image", s.told()));
    facts.putAll(RunResult.facts(pass));
    folder.json(OutputFolder.RUN, facts);
    folder.publish();
    terminal.say("Shown: " + shown.map(Shown::told).orElse("zeros"));
    terminal.say(RunResult.text(pass));
    terminal.say("Written to " + folder.path());
    return 0;
  }

  private String command(String file) {
    List<String> words = new ArrayList<>(List.of("run", file));
    add(words, "--for", duration);
    record.forEach(site -> add(words, "--record", site));
    add(words, "--step", step);
    add(words, PASSES, passes);
    words.addAll(cell.words());
    words.addAll(scale.words());
    words.addAll(engine.words());
    words.addAll(rateLimit.words());
    words.addAll(graph.words());
    add(words, "--on", on);
    add(words, "--image", image);
    add(words, "--seed", seed);
    if (csv) {
      words.add("--csv");
    }
    return Repeat.command(words);
  }

  private static void add(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.add(option);
      words.add(value.toString());
    }
  }
}

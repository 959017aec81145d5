package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.app.shell.GraphSubject;
import org.hillock.app.simulation.SmallNetwork;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.formats.DataSource;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Interventions;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.workbench.Workbench;
import org.hillock.onnx.graph.OnnxFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The run that a verb of the bench asks about: which network, what it is shown, what is done to it
 * and for how long. All verbs of the bench take it in the same words.
 */
final class BenchOptions {

  private static final String LENGTH = "--for";

  /** What a parameter of neurons takes, for help texts. */
  static final String SITES =
      "neurons: an address such as exc[0..9], a pattern such as 'hid*', a role such as @inhibitory,"
          + " or a query such as 'exc where out_degree > 50'; several joined by ' + '";

  private static final String STEP = "--step";
  private static final String TRIAL = "--trial";
  private static final String THREADS = "--threads";

  @Parameters(
      index = "0",
      paramLabel = "NET",
      description =
          "network file (*.net.yaml), a cell's (*.cell.yaml), which runs alone, an ONNX file"
              + " (*.onnx), which runs as it stands, or 'digits-mlp' or 'mnist-mlp', a perceptron"
              + " that first learns from the images of --on")
  private String file = "";

  @Mixin private ShownOptions input = new ShownOptions();

  @Option(
      names = LENGTH,
      paramLabel = "TIME",
      description =
          "how long a network in time runs, such as 200ms; standard: as long as its decision takes,"
              + " else "
              + (int) Workbench.STANDARD_MS
              + " ms, of up to "
              + SmallNetwork.MOST_NEURONS
              + " neurons 1 s")
  private @Nullable String duration;

  @Option(
      names = STEP,
      paramLabel = "TIME",
      description =
          "step of an engine with time; standard: that of its decision, else 0.1 ms, with cells"
              + " with parts 0.025 ms")
  private @Nullable String step;

  @Option(
      names = "--do",
      paramLabel = "WHAT",
      description =
          "done to the network in this run, such as 'silence exc[0..9]', 'clamp hidden[3] = 0',"
              + " 'stimulate exc = 50pA from 10ms until 20ms'; may be repeated")
  private List<String> done = List.of();

  @Option(
      names = TRIAL,
      paramLabel = "N",
      defaultValue = "0",
      description = "random sources draw anew for each; standard: ${DEFAULT-VALUE}")
  private long trial;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what is random while it runs; standard: ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private CellOption cell = new CellOption();

  @Mixin private ScaleOption scale = new ScaleOption();

  @Option(
      names = THREADS,
      paramLabel = "N",
      description = "threads to work on; changes no bit of the result; standard: chosen by size")
  private @Nullable Integer threads;

  long seed() {
    return seed;
  }

  /**
   * The run.
   *
   * @param verb that asks, for messages
   * @throws UsageException where anything given is wrong
   */
  Experiment experiment(Terminal terminal, String verb) {
    SessionOptions options = SessionOptions.seeded(seed).withPrecision(Precision.DOUBLE);
    if (threads != null) {
      options = options.withThreads(checkedThreads(threads));
    }
    Experiment plain =
        GraphOptions.isGraph(file)
            ? graph(terminal, verb, options)
            : described(terminal, verb, options);
    if (trial != 0 && !plain.subject().timed()) {
      throw new UsageException(
          TRIAL + " " + trial + ": nothing is drawn in a network without time; leave it out");
    }
    Experiment run = plain.inTrial(trial);
    if (done.isEmpty()) {
      return run;
    }
    List<Intervention> interventions = new ArrayList<>();
    try (Session session = run.open()) {
      Interventions here = new Interventions(session, run.subject().described());
      done.forEach(text -> interventions.addAll(here.parse(text)));
    }
    return run.with(interventions);
  }

  private static int checkedThreads(int threads) {
    if (threads < 1) {
      throw new UsageException(THREADS, threads + " is not in 1.." + SessionOptions.MOST_THREADS);
    }
    return threads;
  }

  /** What is shown. */
  ShownOptions input() {
    return input;
  }

  private Experiment graph(Terminal terminal, String verb, SessionOptions options) {
    refuse(LENGTH, duration);
    refuse(STEP, step);
    refuse(cell.words());
    refuse(scale.words());
    OnnxFile graph = OnnxFile.read(terminal.path(verb, file));
    Openable subject =
        new GraphSubject(
            graph,
            input.files(),
            path -> terminal.path(ShownOptions.INPUT, path.toString()),
            terminal.stopped());
    return new Experiment(subject, input.cues(terminal, graph), 1, List.of(), options, 0);
  }

  private void refuse(String option, @Nullable Object value) {
    if (value != null) {
      refuse(List.of(option, value.toString()));
    }
  }

  private void refuse(List<String> words) {
    if (!words.isEmpty()) {
      throw new UsageException(
          file + ": is an ONNX file and runs as it stands; leave out " + String.join(" ", words));
    }
  }

  private Experiment described(Terminal terminal, String verb, SessionOptions options) {
    input.refusePixels(file);
    Network network = scale.scaled(read(terminal, verb));
    SessionOptions fitting =
        CellOption.hasCells(network) ? options.withStepMs(SessionOptions.CELL_STEP_MS) : options;
    requireThreads(network);
    Optional<Shown> shown = input.shown(terminal);
    shown.ifPresent(s -> Classifier.checkFits(network, s.data()));
    boolean decides = network.decision().isPresent() && input.files().isEmpty();
    Experiment run =
        shown.isPresent() || decides
            ? ShownOptions.exposed(network, shown, fitting)
            : undecided(terminal, network, fitting);
    return timing(run, network);
  }

  private void requireThreads(Network network) {
    Engine engine = Engines.suited(network);
    if (threads != null && !engine.heeds(network).contains(SessionOptions.Choice.THREADS)) {
      throw new UsageException(
          THREADS
              + " has no meaning for network '"
              + network.name()
              + "' on the "
              + engine.name()
              + " engine; leave it out");
    }
  }

  private Network read(Terminal terminal, String verb) {
    if (!BuiltInNetworks.NAMED.contains(file)) {
      return cell.read(terminal, verb, file);
    }
    DataSource images =
        input
            .source(terminal)
            .orElseThrow(
                () -> new UsageException(file + ": say with --on of which images it learns"));
    return TaughtPerceptron.of(terminal, file, images, seed);
  }

  private Experiment undecided(Terminal terminal, Network network, SessionOptions options) {
    Openable subject = Openable.of(network);
    List<Cue> cues = ShownOptions.frames(terminal, network, input.files());
    double ms = SmallNetwork.is(network) ? SmallNetwork.STANDARD_MS : Workbench.STANDARD_MS;
    return new Experiment(subject, cues, subject.timed() ? ms : 1, List.of(), options, 0);
  }

  private Experiment timing(Experiment run, Network network) {
    if (!run.subject().timed()) {
      if (duration != null || step != null) {
        throw new UsageException(
            "network '"
                + network.name()
                + "' runs without time; leave out "
                + (duration != null ? LENGTH : STEP));
      }
      return run;
    }
    Experiment timed = duration == null ? run : run.lasting(TimeGiven.ms(LENGTH, duration));
    return step == null ? timed : timed.with(timed.options().withStepMs(TimeGiven.ms(STEP, step)));
  }

  /** What is run, in words, for the first line of an answer. */
  String told(Terminal terminal, Experiment run) {
    StringBuilder text = new StringBuilder(run.subject().name());
    if (run.subject().timed()) {
      text.append(", ").append(Quantity.text(run.length())).append(" ms");
    }
    input.shown(terminal).ifPresent(s -> text.append(", shown ").append(s.told()));
    if (!done.isEmpty()) {
      text.append(", ").append(String.join("; ", done));
    }
    return text.toString();
  }

  /** The words of a command line that say the same, the network first. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of(file));
    words.addAll(input.words());
    add(words, LENGTH, duration);
    add(words, STEP, step);
    done.forEach(d -> add(words, "--do", d));
    if (trial != 0) {
      add(words, TRIAL, trial);
    }
    add(words, "--seed", seed);
    add(words, THREADS, threads);
    words.addAll(cell.words());
    words.addAll(scale.words());
    return words;
  }

  private static void add(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.add(option);
      words.add(value.toString());
    }
  }
}

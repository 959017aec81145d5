package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hillock.app.bench.BenchFigures;
import org.hillock.app.bench.BenchPlan;
import org.hillock.app.bench.BenchText;
import org.hillock.app.bench.NetworkBench;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.network.Network;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engine;
import org.hillock.core.session.SessionOptions;
import org.hillock.formats.yaml.NetworkYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hillock bench}: how fast a network runs on this machine. */
@Command(
    name = "bench",
    header = "Measures how fast a network runs on this machine.",
    descriptionHeading = "%n",
    description =
        "Builds a network, warms up, runs it, and prints how long both took, synaptic events and"
            + " neuron updates a second, where the time went, bytes a synapse, rates, how regular"
            + " the spikes are, a fingerprint of all spikes, and what bare loops over memory take"
            + " here, in the same run. 'bench cells' measures cells with parts.",
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock bench vogels-abbott-2005 --seconds 0.2",
      "  ./hillock bench vogels-abbott-2005 --seconds 0.2 --repeats 3 --rate-limit none --json"
    })
public final class BenchVerb implements Callable<Integer> {

  private static final String SUFFIX = ".net.yaml";
  private static final String FOLDER = "networks";

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NETWORK",
      // not needed where 'cells' follows
      arity = "0..1",
      description = "a network file, or a name such as brunel-2000 of one in networks/")
  private String network = "";

  @Option(
      names = "--seconds",
      paramLabel = "T",
      description = "simulated time in seconds; standard: ${DEFAULT-VALUE}")
  private double seconds = 1;

  @Option(
      names = "--repeats",
      paramLabel = "R",
      description =
          "runs from the same start, of which the one of median time is told; standard:"
              + " ${DEFAULT-VALUE}")
  private int repeats = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of all that is random while it runs; standard: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Mixin private ScaleOption scale = new ScaleOption();

  @Mixin private EngineChoice engine = new EngineChoice();

  @Mixin private RateLimitOption rateLimit = new RateLimitOption();

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public BenchVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (network.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'NETWORK'");
    }
    Network read = scale.scaled(NetworkYaml.read(file()));
    Engine chosen = engine.engine(read);
    SessionOptions options = engine.applied(chosen, read, SessionOptions.seeded(seed));
    BenchPlan plan =
        new BenchPlan(chosen, options, scale.scale(), seconds, repeats, rateLimit.limit());
    BenchFigures figures;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      figures = NetworkBench.measure(read, plan, progress);
    }
    if (json) {
      terminal.say(JsonText.of(figures.byName()).stripTrailing());
    } else {
      terminal.say(BenchText.of(figures.byName()));
    }
    return terminal.stopped().getAsBoolean() ? StopSignal.EXIT_CODE : 0;
  }

  /** A file of that name, or one of the networks that come with Hillock. */
  private Path file() {
    Path given = terminal.path("bench", network);
    if (Files.exists(given) || network.endsWith(SUFFIX)) {
      return given;
    }
    Path folder =
        Optional.ofNullable(System.getenv("HILLOCK_HOME"))
            .map(home -> Path.of(home, FOLDER))
            .orElseGet(() -> terminal.path("bench", FOLDER));
    Path shipped = folder.resolve(network + SUFFIX);
    if (Files.exists(shipped)) {
      return shipped;
    }
    throw new UsageException(
        "network '" + network + "' is unknown; " + NearestName.hint(network, shipped(folder)));
  }

  private static List<String> shipped(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(SUFFIX))
          .map(f -> f.substring(0, f.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (java.io.IOException e) {
      return List.of();
    }
  }
}

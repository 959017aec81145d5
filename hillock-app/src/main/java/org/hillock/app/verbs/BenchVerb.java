package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hillock.app.bench.NetworkBench;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.network.Network;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.formats.yaml.NetworkYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock bench}: how fast a network runs on this machine. */
@Command(
    name = "bench",
    header = "Measures how fast a network runs on this machine.",
    descriptionHeading = "%n",
    description =
        "Builds a network, runs it, and prints how long both took, synaptic events and neuron updates"
            + " a second, bytes a synapse, rates, how regular the spikes are, a fingerprint of all"
            + " spikes, and the time that a bare loop of additions at random places takes here, in the"
            + " same run.",
    parameterListHeading = "%nWhat:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock bench vogels-abbott-2005 --seconds 0.2")
public final class BenchVerb implements Callable<Integer> {

  private static final String SUFFIX = ".net.yaml";
  private static final String FOLDER = "networks";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NETWORK",
      description = "a network file, or a name such as brunel-2000 of one in networks/")
  private String network = "";

  @Option(
      names = "--seconds",
      paramLabel = "T",
      description = "simulated time in seconds; standard: ${DEFAULT-VALUE}")
  private double seconds = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of all that is random while it runs; standard: ${DEFAULT-VALUE}")
  private long seed = 1;

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
    if (!(seconds > 0) || !Double.isFinite(seconds)) {
      throw new UsageException("--seconds", seconds + " is not > 0");
    }
    Network read = NetworkYaml.read(file());
    Map<String, Object> figures;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      figures = NetworkBench.measure(read, SessionOptions.seeded(seed), seconds, progress);
    }
    if (json) {
      terminal.say(JsonText.of(figures).stripTrailing());
    } else {
      figures.forEach(this::tell);
    }
    return 0;
  }

  private void tell(String name, Object value) {
    if (value instanceof List<?> populations) {
      populations.forEach(this::tell);
      return;
    }
    String text =
        switch (value) {
          case Double number -> String.format(Locale.ROOT, "%,.4g", number);
          case Long number -> String.format(Locale.ROOT, "%,d", number);
          default -> value.toString();
        };
    terminal.say(String.format(Locale.ROOT, "%-24s %s", name, text));
  }

  private void tell(Object population) {
    if (population instanceof NetworkBench.PopulationFigures p) {
      terminal.say(
          String.format(
              Locale.ROOT,
              "  %-22s %,d neurons, %.3f Hz, CV of intervals %s",
              p.name(),
              p.neurons(),
              p.rateHz(),
              p.cvOfIntervals() == null
                  ? "unknown: too few spikes"
                  : String.format(Locale.ROOT, "%.3f", p.cvOfIntervals())));
    }
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

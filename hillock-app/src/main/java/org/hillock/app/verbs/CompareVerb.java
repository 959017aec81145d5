package org.hillock.app.verbs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.app.Versions;
import org.hillock.app.output.JsonText;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.terminal.PhaseTimes;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.data.Dataset;
import org.hillock.core.files.WholeFile;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.DataSource;
import org.hillock.formats.tables.MatrixFile;
import org.hillock.lab.comparison.Comparison;
import org.hillock.lab.comparison.ComparisonExperiment;
import org.hillock.lab.comparison.ComparisonRequest;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.representation.Dissimilarities;
import org.hillock.lab.representation.Representations;
import org.hillock.report.ComparisonReport;
import org.hillock.report.text.ComparisonTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock compare}: networks side by side, measured on the same axes. */
@Command(
    name = "compare",
    header = "Measures networks side by side and writes a report.",
    descriptionHeading = "%n",
    description = {
      "'digits' and 'mnist' compare networks that come with Hillock: one trained by backpropagation,"
          + " one by Forward-Forward, and the spiking twin of the first; 'digits' also one of"
          + " excitatory and inhibitory cells that learns by spike timing, without labels. Your own"
          + " networks are given as files, *.net.yaml or *.onnx; 'mnist-mlp' and 'digits-mlp' stand"
          + " for a perceptron that is trained on the images given. Each that has a spiking twin is"
          + " compared with it, too. An ONNX file that cannot be read into a network is measured as"
          + " it stands, on ONNX Runtime: axes that can be defined on it are measured, the others"
          + " say why not."
    },
    parameterListHeading = "%nWhat to compare:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock compare digits --quick")
public final class CompareVerb implements Callable<Integer> {

  private static final String DIGITS = "digits";
  private static final String MNIST = "mnist";
  private static final String TIMINGS = "timings.json";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "A B …",
      arity = "0..*",
      description =
          "'digits', 'mnist', or networks: files (*.net.yaml, *.onnx), 'mnist-mlp', 'digits-mlp'")
  private List<String> what = List.of();

  @Option(names = "--on", paramLabel = "DATA", description = DataChoice.DESCRIPTION)
  private @Nullable String on;

  @Option(names = "--pixels", paramLabel = "RANGE", description = NetworkArgument.PIXELS)
  private @Nullable String pixels;

  @Mixin private final GraphAsked graphs = new GraphAsked();

  @Option(
      names = "--brain",
      paramLabel = "FILE",
      description =
          "distances between the labels, such as those of recorded responses: a square CSV in the"
              + " order of the labels; representations are held against it")
  private @Nullable String brain;

  @Option(
      names = "--shuffled",
      description =
          "each of your networks also with its wiring shuffled, as a control: every neuron keeps how"
              + " many synapses of either sign it sends and receives")
  private boolean shuffled;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder for report.html, comparison.json and figures; standard: "
              + OutputFolder.HOME
              + "/compare-…")
  private @Nullable String out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of everything that is drawn; standard: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--quick", description = "one split, shorter training, smaller samples")
  private boolean quick;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public CompareVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<NetworkArgument> own = ownNetworks();
    List<String> names = own.stream().map(one -> one.checkedName(graphs.always())).toList();
    requireImages(own);
    String title = own.isEmpty() ? what.getFirst() : String.join(" and ", names);
    String standard =
        own.isEmpty() ? title : names.stream().map(FileName::of).collect(Collectors.joining("-"));
    String folder = out == null ? OutputFolder.HOME + "/compare-" + standard : out;
    // The folder is checked before the data is read, and both before the long work.
    Path place = OutputFolder.claim(terminal.path("--out", folder)).path();
    if (own.isEmpty() || on != null) {
      DataSource data = DataChoice.open(terminal, on == null ? DIGITS : on);
      List<Respondent> asked = asked(own, DataChoice.learntFrom(data));
      requireAsked(networks(asked));
      compare(title, asked, DataChoice.forComparison(data), place, folder, recorded(data));
    } else {
      List<Respondent> asked = own.stream().map(NetworkArgument::unasked).toList();
      requireUnasked(networks(asked));
      compare(title, asked, new ComparisonRequest.Source.None(), place, folder, Optional.empty());
    }
    return 0;
  }

  private void compare(
      String title,
      List<Respondent> asked,
      ComparisonRequest.Source data,
      Path place,
      String folder,
      Optional<Representations.Recorded> recorded) {
    ComparisonRequest request =
        new ComparisonRequest(title, asked, data, seed, quick, recorded, command());
    tell(measured(shuffled ? request.withShuffled() : request, place), folder);
  }

  /**
   * What was recorded, as a matrix of as many conditions as there are labels.
   *
   * @throws UsageException where it is something else
   */
  private Optional<Representations.Recorded> recorded(DataSource data) {
    if (brain == null) {
      return Optional.empty();
    }
    MatrixFile matrix = MatrixFile.read(terminal.path("--brain", brain));
    int labels = DataChoice.learntFrom(data).classes();
    if (matrix.rows().length != labels) {
      throw new UsageException(
          "--brain "
              + brain
              + ": "
              + matrix.rows().length
              + " rows, but the images have "
              + labels
              + " labels; it takes one row and one column for each");
    }
    List<String> names =
        IntStream.range(0, labels)
            .mapToObj(c -> matrix.names().isEmpty() ? Integer.toString(c) : matrix.names().get(c))
            .toList();
    return Optional.of(
        new Representations.Recorded(
            brain, Dissimilarities.ofMatrix("--brain " + brain, names, matrix.rows())));
  }

  /** Images that no network is asked about would mean nothing. */
  private void requireAsked(List<Network> networks) {
    if (!networks.isEmpty() && networks.stream().allMatch(n -> n.decision().isEmpty())) {
      throw new UsageException(
          "--on "
              + on
              + " would mean nothing: network '"
              + networks.getFirst().name()
              + "' does not say how its answer is read ('decision:'), nor does any other here; leave"
              + " it out, and they are asked from outside which stimulus they were given");
    }
  }

  private static void requireUnasked(List<Network> networks) {
    networks.stream()
        .filter(n -> n.decision().isPresent())
        .findFirst()
        .ifPresent(n -> {
          throw new UsageException(
              "compare: network '"
                  + n.name()
                  + "' decides something; say with --on what the networks are asked about: "
                  + DATA);
        });
  }

  /** Compares and writes everything. */
  private Comparison measured(ComparisonRequest request, Path place) {
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      PhaseTimes times = new PhaseTimes(progress);
      Comparison comparison = ComparisonExperiment.run(request, times).withVersions(Versions.all());
      times.report(1, "writing the report");
      ComparisonReport.write(comparison, place);
      byte[] timings = JsonText.of(times.seconds()).getBytes(StandardCharsets.UTF_8);
      WholeFile.write(place.resolve(TIMINGS), timings);
      return comparison;
    }
  }

  /** The user's networks; empty for a comparison that comes with Hillock. */
  private List<NetworkArgument> ownNetworks() {
    if (what.isEmpty()) {
      throw new UsageException(
          "compare: say what to compare: 'digits', 'mnist' or network files, such as"
              + " './hillock compare digits'");
    }
    List<String> builtIn = what.stream().filter(List.of(DIGITS, MNIST)::contains).toList();
    if (!builtIn.isEmpty()) {
      checkBuiltIn(builtIn.getFirst());
      if (shuffled) {
        throw new UsageException(
            "--shuffled is for networks of your own, given as files; '"
                + builtIn.getFirst()
                + "' is a comparison that comes with Hillock");
      }
      return List.of();
    }
    List<NetworkArgument> own =
        what.stream().map(name -> new NetworkArgument(terminal, "compare", name)).toList();
    own.forEach(NetworkArgument::requireThere);
    if (on == null && brain != null) {
      throw new UsageException("--brain " + brain + " would mean nothing without --on");
    }
    if (on == null && pixels != null) {
      throw new UsageException("--pixels " + pixels + " would mean nothing without --on");
    }
    return own;
  }

  private void requireImages(List<NetworkArgument> own) {
    graphs.check(own.stream().anyMatch(NetworkArgument::asItStands), on != null);
    if (on == null && own.stream().anyMatch(NetworkArgument::needsImages)) {
      throw new UsageException("compare: say with --on what the networks are asked about: " + DATA);
    }
  }

  private List<Respondent> asked(List<NetworkArgument> own, Dataset learntFrom) {
    return own.stream()
        .map(one -> one.asked(Optional.ofNullable(pixels), learntFrom, quick, seed, graphs))
        .toList();
  }

  private static List<Network> networks(List<Respondent> asked) {
    return asked.stream().map(Respondent::network).toList();
  }

  private static final String DATA = "--on digits, or --on idx:FOLDER";

  private void checkBuiltIn(String name) {
    if (what.size() > 1) {
      throw new UsageException(
          "'" + name + "' is a comparison of its own and takes no networks beside it");
    }
    if (name.equals(DIGITS) && on != null && !on.equals(DIGITS)) {
      throw new UsageException(
          "compare digits asks about the digits that come with Hillock, not '"
              + on
              + "'; for images in IDX files use 'compare mnist'");
    }
    if (name.equals(MNIST) && (on == null || on.equals(DIGITS))) {
      throw new UsageException(
          "compare mnist needs the folder of MNIST's four IDX files, which do not come with"
              + " Hillock: --on idx:FOLDER");
    }
  }

  private String command() {
    List<String> words = new ArrayList<>(List.of("compare"));
    words.addAll(what);
    if (on != null) {
      words.addAll(List.of("--on", on));
    }
    if (pixels != null) {
      words.addAll(List.of("--pixels", pixels));
    }
    words.addAll(graphs.words());
    if (brain != null) {
      words.addAll(List.of("--brain", brain));
    }
    if (shuffled) {
      words.add("--shuffled");
    }
    words.addAll(List.of("--seed", Long.toString(seed)));
    if (quick) {
      words.add("--quick");
    }
    return Repeat.command(words);
  }

  private void tell(Comparison comparison, String folder) {
    terminal.say(ComparisonTable.render(comparison, terminal.columns()).stripTrailing());
    terminal.say("");
    terminal.say("Report:  " + folder + "/" + ComparisonReport.PAGE);
    terminal.say("Numbers: " + folder + "/" + ComparisonReport.NUMBERS);
    terminal.say("Figures: " + folder + "/" + ComparisonReport.FIGURES);
  }
}

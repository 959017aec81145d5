package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.hillock.app.Versions;
import org.hillock.app.output.CheckpointFile;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.output.Repeat;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.data.Split;
import org.hillock.core.network.Decision;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.stdp.Voters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock train}: a network learns from images. */
@Command(
    name = "train",
    header = "Trains a network and writes it with its learnt weights.",
    descriptionHeading = "%n",
    description = {
      "The file that it writes can be compared and run.",
      "Accuracy is told on images that were not learnt from, before and after. Ctrl-C ends training"
          + " early and keeps what was learnt."
    },
    parameterListHeading = "%nNetwork:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer =
        "  ./hillock train networks/digits-mlp.net.yaml --on digits --out hillock-out/trained --set"
            + " epochs=5")
public final class TrainVerb implements Callable<Integer> {

  private static final double ASKED_BEFORE = 0.05;
  private static final double LEARNT = 0.95;

  private final Terminal terminal;

  @Parameters(paramLabel = "NET", description = "network file (*.net.yaml), or ONNX file (*.onnx)")
  private String file = "";

  @Option(
      names = "--rule",
      paramLabel = "R",
      description = "learning rule; standard: the one that the network's projections state")
  private @Nullable String rule;

  @Option(
      names = "--on",
      required = true,
      paramLabel = "DATA",
      description = DataChoice.DESCRIPTION)
  private String on = "";

  @Option(names = "--pixels", paramLabel = "RANGE", description = NetworkArgument.PIXELS)
  private @Nullable String pixels;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder for the trained network and training.json; standard: "
              + OutputFolder.HOME
              + "/train-NAME")
  private @Nullable String out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "of the split, the order of images and all that is drawn; standard:"
              + " ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--set",
      paramLabel = "name=value",
      description = "a setting of the rule, such as epochs=5; 'info RULE' lists them")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--neurons",
      paramLabel = "N",
      description = "so many neurons that vote, where a network decides by votes")
  private @Nullable Integer neurons;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "where a rule that takes long leaves what it has reached; it goes on from there if the file"
              + " is there")
  private @Nullable String checkpoint;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public TrainVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Network described = described();
    Network network = neurons == null ? described : Voters.resized(described, neurons);
    LearningRule stated = rule(network);
    Trainer trainer = Trainers.named(stated.name());
    TrainingOptions options = kept(trainer, options(stated));
    options.check(trainer);
    trainer
        .refuses(network)
        .ifPresent(why -> {
          throw new UsageException(
              trainer.name() + " cannot train network '" + network.name() + "': " + why);
        });
    String name = FileName.of(network.name());
    String standard = OutputFolder.HOME + "/train-" + name;
    try (OutputFolder folder =
        OutputFolder.claim(terminal.path("--out", out == null ? standard : out))) {
      Split split = DataChoice.split(DataChoice.open(terminal, on), seed);
      Classifier.checkFits(network, split.train());
      Outcome outcome = learn(network, trainer, options, split);
      NetworkYaml.writeWithWeights(outcome.trained().network(), folder.file(name + ".net.yaml"));
      folder.json(OutputFolder.TRAINING, facts(outcome, trainer, options, split));
      folder.publish();
      tell(outcome, split, folder.path() + "/" + name + ".net.yaml");
      return outcome.trained().stoppedEarly() ? StopSignal.EXIT_CODE : 0;
    }
  }

  private Network described() {
    if (!NetworkArgument.isOnnx(file)) {
      return NetworkYaml.read(terminal.path("train", file));
    }
    NetworkArgument argument = new NetworkArgument(terminal, "train", file);
    argument.checkedName();
    Split split = DataChoice.split(DataChoice.open(terminal, on), seed);
    return argument.network(Optional.ofNullable(pixels), split.train(), false, seed);
  }

  /** What came of it; accuracies 0..1. */
  private record Outcome(Trained trained, OptionalDouble before, double after) {}

  private LearningRule rule(Network network) {
    List<LearningRule> stated =
        network.projections().values().stream()
            .flatMap(p -> p.learning().stream())
            .distinct()
            .toList();
    if (rule != null) {
      return stated.stream()
          .filter(r -> r.name().equals(rule))
          .findFirst()
          .orElse(new LearningRule(rule, Map.of()));
    }
    if (stated.size() != 1) {
      throw new UsageException(
          file
              + ": its projections state "
              + (stated.isEmpty()
                  ? "no learning rule"
                  : stated.size() + " different learning rules")
              + "; name one with --rule, such as '--rule "
              + Trainers.all().getFirst().name()
              + "'");
    }
    return stated.getFirst();
  }

  /** The settings that the network states, and over them those of the command. */
  private TrainingOptions options(LearningRule stated) {
    Map<String, Quantity> all = new LinkedHashMap<>(stated.params());
    settings.forEach((name, value) -> {
      try {
        all.put(name, Quantity.parse(value));
      } catch (UsageException e) {
        throw new UsageException("--set " + name, String.valueOf(e.getMessage()));
      }
    });
    return new TrainingOptions(seed, all);
  }

  /** The same, with checkpoints where they are asked for. */
  private TrainingOptions kept(Trainer trainer, TrainingOptions options) {
    if (checkpoint == null) {
      return options;
    }
    if (!trainer.resumes()) {
      throw new UsageException(
          "--checkpoint", "rule '" + trainer.name() + "' is quick and leaves none; 'stdp' does");
    }
    return options.keeping(new CheckpointFile(terminal.path("--checkpoint", checkpoint)));
  }

  private Outcome learn(Network network, Trainer trainer, TrainingOptions options, Split split) {
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      OptionalDouble before =
          isUnlabelled(network)
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  accuracy(network, split, progress.part(0, ASKED_BEFORE, "before")));
      Trained trained =
          trainer.train(
              network, split.train(), options, progress.part(ASKED_BEFORE, LEARNT, "learning"));
      // Asked to stop, the user still wants to know how good the kept network is.
      Progress rest = progress.part(LEARNT, 1, "after");
      double after = accuracy(trained.network(), split, rest::report);
      return new Outcome(trained, before, after);
    }
  }

  /** Whether its answer cannot be read before it has learnt. */
  private static boolean isUnlabelled(Network network) {
    return network.decision().orElse(null) instanceof Decision.Votes votes
        && votes.labels().isEmpty();
  }

  private double accuracy(Network network, Split split, Progress progress) {
    try (Classifier classifier = Classifier.open(network, seed)) {
      return classifier.accuracy(split.test(), progress);
    }
  }

  private Map<String, Object> facts(
      Outcome outcome, Trainer trainer, TrainingOptions options, Split split) {
    Map<String, Object> used = new LinkedHashMap<>();
    trainer
        .settings()
        .forEach(s ->
            used.put(s.name(), options.settings().getOrDefault(s.name(), s.standard()).toString()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", outcome.trained().network().name());
    facts.put("rule", trainer.name());
    facts.put("settings", used);
    facts.put("data", split.train().name());
    facts.put("split", split.method());
    facts.put("trainImages", split.train().size());
    facts.put("testImages", split.test().size());
    facts.put("seed", seed);
    outcome.before().ifPresent(before -> facts.put("accuracyBefore", before));
    facts.put("accuracyAfter", outcome.after());
    facts.put("lossByEpoch", outcome.trained().lossByEpoch());
    facts.put("stoppedEarly", outcome.trained().stoppedEarly());
    facts.put("versions", Versions.all());
    facts.put("command", command());
    return facts;
  }

  private String command() {
    List<String> words = new ArrayList<>(List.of("train", file));
    if (rule != null) {
      words.addAll(List.of("--rule", rule));
    }
    words.addAll(List.of("--on", on, "--seed", Long.toString(seed)));
    if (pixels != null) {
      words.addAll(List.of("--pixels", pixels));
    }
    if (neurons != null) {
      words.addAll(List.of("--neurons", Integer.toString(neurons)));
    }
    settings.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
    return Repeat.command(words);
  }

  private void tell(Outcome outcome, Split split, String written) {
    List<Double> loss = outcome.trained().lossByEpoch();
    if (outcome.trained().stoppedEarly()) {
      terminal.say("Stopped early, after " + loss.size() + " epochs; what was learnt is kept.");
    }
    terminal.say(
        String.format(
            Locale.ROOT,
            "Accuracy on %d test images of %s: %s%.1f %% after %d epochs",
            split.test().size(),
            split.test().name(),
            outcome.before().isPresent()
                ? String.format(
                    Locale.ROOT, "%.1f %% before, ", 100 * outcome.before().getAsDouble())
                : "",
            100 * outcome.after(),
            loss.size()));
    if (!loss.isEmpty()) {
      terminal.say(
          String.format(
              Locale.ROOT,
              "Loss: %.4g in the first epoch, %.4g in the last",
              loss.getFirst(),
              loss.getLast()));
    }
    terminal.say("Written: " + written);
  }
}

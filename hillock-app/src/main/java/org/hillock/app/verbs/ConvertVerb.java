package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.tables.TableFile;
import org.hillock.lab.convert.SpikingTwin;
import org.hillock.lab.convert.TwinLosses;
import org.hillock.lab.decide.Classifier;
import org.hillock.report.LossesReport;
import org.hillock.report.text.LossesText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock convert}: the spiking twin of a network, and what is lost on the way. */
@Command(
    name = "convert",
    header = "Writes the spiking twin of a trained network and tells what it loses.",
    descriptionHeading = "%n",
    description = {
      "Every ReLU neuron becomes a perfect integrator whose rate stands for its value. The rates of"
          + " the twin are compared with the values, population by population, and the error is told"
          + " apart: inherited from before, spikes under way, left-over charge, saturation, order of"
          + " arrival."
    },
    parameterListHeading = "%nNetwork:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer =
        "  ./hillock convert networks/digits-mlp.net.yaml --to hillock-out/digits-twin.net.yaml")
public final class ConvertVerb implements Callable<Integer> {

  private static final String DIGITS = "digits";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NET",
      description = "network file (*.net.yaml), an ONNX file, or 'mnist-mlp', 'digits-mlp'")
  private String file = "";

  @Option(
      names = "--to",
      paramLabel = "FILE.net.yaml",
      description = "where the twin is written; nothing may be there yet; standard: nowhere")
  private @Nullable String to;

  @Option(
      names = "--on",
      paramLabel = "DATA",
      defaultValue = DIGITS,
      description = DataChoice.DESCRIPTION + "; standard: ${DEFAULT-VALUE}")
  private String on = DIGITS;

  @Option(names = "--pixels", paramLabel = "RANGE", description = NetworkArgument.PIXELS)
  private @Nullable String pixels;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "how many images, none of which it was scaled on, are shown to both; standard:"
              + " ${DEFAULT-VALUE}")
  private int images;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what is drawn; standard: ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public ConvertVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    answer.check(terminal);
    if (images < 1) {
      throw new UsageException("--images " + images + ": at least 1 is needed");
    }
    Optional<NewNetworkFile> target =
        Optional.ofNullable(to).map(name -> NewNetworkFile.at(terminal, "--to", name));
    NetworkArgument argument = new NetworkArgument(terminal, "convert", file);
    argument.requireThere();
    Split split = DataChoice.split(DataChoice.open(terminal, on), seed);
    Network network = argument.network(Optional.ofNullable(pixels), split.train(), false, seed);
    Classifier.checkFits(network, split.train());
    Dataset scaledOn = split.train().first(SpikingTwin.SCALED_ON);
    Network twin = SpikingTwin.of(network, scaledOn.images(), seed);
    TwinLosses losses;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      losses =
          TwinLosses.of(
              network,
              twin,
              scaledOn.images(),
              split.test().first(images).images(),
              seed,
              progress);
    }
    target.ifPresent(file -> file.write(twin));
    Map<String, Object> facts = new LinkedHashMap<>(LossesReport.facts(losses));
    if (to != null) {
      facts.put("written", to);
    }
    String written = to == null ? "" : "\nWritten: " + to + "\n";
    answer.give(
        terminal,
        words(),
        java.util.Optional.empty(),
        LossesText.of(losses) + written,
        facts,
        folder -> fill(losses, folder));
    return 0;
  }

  private List<String> fill(TwinLosses losses, OutputFolder folder) {
    List<String> files =
        new ArrayList<>(
            TableFile.write(LossesReport.table(losses), "losses", answer.csv(), folder::file));
    files.addAll(
        DrawnFigures.of(java.util.Optional.empty())
            .write(List.of(LossesReport.figure(losses)), "figures", folder));
    return files;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("convert", file));
    if (to != null) {
      words.addAll(List.of("--to", to));
    }
    words.addAll(List.of("--on", on));
    if (pixels != null) {
      words.addAll(List.of("--pixels", pixels));
    }
    words.addAll(List.of("--images", Integer.toString(images), "--seed", Long.toString(seed)));
    return words;
  }
}

package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hillock.app.shell.GraphRespondent;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Provenance;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.decide.Respondent;
import org.hillock.onnx.answer.AnsweringGraph;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.OnnxNetwork;
import org.jspecify.annotations.Nullable;

/**
 * A network as a command names it: a network file, an ONNX file that is read into one, or a
 * perceptron by its name.
 */
final class NetworkArgument {

  static final String PIXELS =
      "what an ONNX file takes for black and white, such as 0..255 or -1..1; where neither this nor"
          + " the file says it, the range under which it answers more of the training images";

  private final Terminal terminal;
  private final String verb;
  private final String name;
  private @Nullable Network described;
  private boolean asItStands;

  NetworkArgument(Terminal terminal, String verb, String name) {
    this.terminal = terminal;
    this.verb = verb;
    this.name = name;
  }

  static boolean isOnnx(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(OnnxFile.ENDING);
  }

  /**
   * Checks that it could be one.
   *
   * @throws UsageException where it is a name, and one that nothing has
   */
  void requireThere() {
    if (!BuiltInNetworks.NAMED.contains(name)) {
      file();
    }
  }

  /**
   * What the network is called, when all is checked that can be without images.
   *
   * @throws UsageException where there is none of that name, or what is there cannot be one
   */
  String checkedName() {
    if (BuiltInNetworks.NAMED.contains(name)) {
      return name;
    }
    described =
        isOnnx(name) ? OnnxNetwork.of(OnnxFile.read(file())).require() : NetworkYaml.read(file());
    return described.name();
  }

  /**
   * The same for a comparison, which takes a graph as it stands, too.
   *
   * @param always whether even a file is taken so that could be read into a network
   */
  String checkedName(boolean always) {
    if (!isOnnx(name)) {
      return checkedName();
    }
    OnnxFile file = OnnxFile.read(file());
    described = always ? null : OnnxNetwork.of(file).network().orElse(null);
    asItStands = described == null;
    String graph = file.model().getGraph().getName();
    return described != null
        ? described.name()
        : graph.isBlank() ? String.valueOf(file.path().getFileName()) : graph;
  }

  /** Whether it is a graph that is taken as it stands; known when its name was asked for. */
  boolean asItStands() {
    return asItStands;
  }

  /** Whether it cannot be had without images: to learn from, or to find its range of pixels. */
  boolean needsImages() {
    return BuiltInNetworks.NAMED.contains(name) || isOnnx(name) && !asItStands;
  }

  /** Whoever is asked nothing: the network of a file, or a graph as it stands. */
  Respondent unasked() {
    return asItStands
        ? GraphRespondent.of(AnsweringGraph.leftAlone(OnnxFile.read(file())))
        : new Respondent.Described(asDescribed());
  }

  /** Whoever is asked about images: a {@linkplain #network network}, or a graph as it stands. */
  Respondent asked(
      Optional<String> pixels, Dataset learntFrom, boolean quick, long seed, GraphAsked how) {
    if (!asItStands) {
      return new Respondent.Described(network(pixels, learntFrom, quick, seed));
    }
    OnnxFile file = OnnxFile.read(file());
    AnsweringGraph graph = how.shown(file, learntFrom);
    PixelRange.Choice<Respondent.AsItStands> choice =
        PixelRange.choose(file, pixels, learntFrom, range -> GraphRespondent.of(graph.with(range)));
    terminal.say(name + ": measured as it stands; " + choice.why());
    return choice.asked().saying(choice.why());
  }

  /** The network of a file that describes one. */
  Network asDescribed() {
    return described != null ? described : NetworkYaml.read(file());
  }

  /**
   * The network.
   *
   * @param pixels what was said of black and white, for ONNX files
   * @param learntFrom images to learn from
   * @throws UsageException where there is none of that name, or what is there cannot be one
   */
  Network network(Optional<String> pixels, Dataset learntFrom, boolean quick, long seed) {
    if (BuiltInNetworks.NAMED.contains(name)) {
      return BuiltInNetworks.named(name, learntFrom, quick, seed);
    }
    if (!isOnnx(name)) {
      return asDescribed();
    }
    PixelRange.Choice<Respondent.Described> choice =
        PixelRange.choose(OnnxFile.read(file()), pixels, learntFrom);
    terminal.say(name + ": " + choice.why());
    Network read = choice.asked().network();
    Provenance from = read.provenance();
    return read.withProvenance(
        new Provenance(from.description() + "; " + choice.why(), from.doi(), from.history()));
  }

  /**
   * Its file.
   *
   * @throws UsageException where it is a name, and one that nothing has
   */
  private Path file() {
    Path file = terminal.path(verb, name);
    if (!Files.exists(file) && !name.contains(".")) {
      List<String> known =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of("digits", "mnist"), BuiltInNetworks.NAMED.stream())
              .toList();
      throw new UsageException(
          "'"
              + name
              + "' is neither a comparison nor a network file; "
              + NearestName.hint(name, known));
    }
    return file;
  }
}

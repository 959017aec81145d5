package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Stimulus;
import org.hillock.formats.DataSource;
import org.hillock.formats.npy.NpyFile;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Exposure;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a network is shown in a run: an image of a data set, or what files hold. */
final class ShownOptions {

  static final String INPUT = "--input";
  private static final String ON = "--on";
  private static final String PIXELS = "--pixels";

  @Option(
      names = ON,
      paramLabel = "DATA",
      description = "images to take one from: 'digits', or 'idx:FOLDER'")
  private @Nullable String on;

  @Option(
      names = INPUT,
      paramLabel = "N|[NAME=]FILE",
      description =
          "what is shown: with --on the number of the image, counted from 0 (standard: 0); or what"
              + " a NumPy array (.npy) or, for ONNX files, a tensor (.pb) holds; may be repeated")
  private List<String> input = List.of();

  @Option(
      names = PIXELS,
      paramLabel = "RANGE",
      description =
          "of an ONNX file with --on: what it takes for black and white, such as 0..255; standard:"
              + " 0..1")
  private @Nullable String pixels;

  /** Read once, however often it is asked for. */
  private @Nullable DataSource source;

  /** The data set that images are taken from, with all that belongs to it. */
  Optional<DataSource> source(Terminal terminal) {
    if (on != null && source == null) {
      source = DataChoice.open(terminal, on);
    }
    return Optional.ofNullable(source);
  }

  /** The images that {@code --input} counts. */
  Optional<Dataset> data(Terminal terminal) {
    return source(terminal).map(DataChoice::counted);
  }

  /** The image that is shown, where one of a data set is. */
  Optional<Shown> shown(Terminal terminal) {
    return shown(terminal, input);
  }

  private Optional<Shown> shown(Terminal terminal, List<String> which) {
    return data(terminal).map(images -> Shown.of(images, INPUT, number(which)));
  }

  private static int number(List<String> which) {
    if (which.isEmpty()) {
      return 0;
    }
    if (which.size() > 1 || !which.getFirst().matches("-?\\d{1,9}")) {
      throw new UsageException(
          INPUT + " " + String.join(" ", which) + ": with --on it is the number of one image");
    }
    return Integer.parseInt(which.getFirst());
  }

  /** {@code [NAME=]FILE} of what files hold; none where images are shown. */
  List<String> files() {
    return on == null ? input : List.of();
  }

  /**
   * Refuses what is for ONNX files.
   *
   * @param file of another kind
   */
  void refusePixels(String file) {
    if (pixels != null) {
      throw new UsageException(PIXELS + " is for ONNX files; " + file + " is none");
    }
  }

  /** The run in which a network decides about an image, or about zeros. */
  static Experiment exposed(Network network, Optional<Shown> shown, SessionOptions options) {
    return Exposure.of(
        network, shown.map(Shown::pixels), shown.map(s -> s.data().labels()[s.number()]), options);
  }

  /** The image that is shown, as the only input of a graph. */
  List<Cue> cues(Terminal terminal, OnnxFile graph) {
    if (pixels != null && on == null) {
      throw new UsageException(PIXELS + " " + pixels + ": say with --on of which images");
    }
    return shown(terminal).map(s -> List.of(new Cue(0, image(graph, s)))).orElse(List.of());
  }

  /**
   * What another run of the same network is shown.
   *
   * @param other in the words of {@code --input}
   * @param graph the file where it is an ONNX file
   * @throws UsageException where it cannot be shown
   */
  List<Cue> cues(Terminal terminal, List<String> other, Experiment run, Optional<OnnxFile> graph) {
    Optional<Shown> image = shown(terminal, other);
    if (graph.isPresent()) {
      Shown shown =
          image.orElseThrow(() ->
              new UsageException(
                  "--b-input " + String.join(" ", other) + ": of an ONNX file, an image of --on"));
      return List.of(new Cue(0, image(graph.get(), shown)));
    }
    Network network = run.subject().described().orElseThrow();
    return image.isPresent()
        ? exposed(network, image, run.options()).cues()
        : frames(terminal, network, other);
  }

  private Stimulus image(OnnxFile graph, Shown shown) {
    List<String> names = graph.inputNames();
    if (names.size() != 1) {
      throw new UsageException(
          ON + ": the graph has inputs " + names + ", and an image is shown where there is one");
    }
    return Stimulus.frame(names.getFirst(), taken(shown.pixels()));
  }

  /** Pixels of 0..1 as the network takes them. */
  float[] taken(float[] image) {
    InputRange range = pixels == null ? InputRange.UNIT : InputRange.parse(pixels);
    float[] row = image.clone();
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (range.black() + (range.white() - range.black()) * row[i]);
    }
    return row;
  }

  /** What arrays hold, on populations of input neurons. */
  static List<Cue> frames(Terminal terminal, Network network, List<String> files) {
    List<Cue> cues = new ArrayList<>();
    for (String given : files) {
      cues.add(new Cue(0, frame(terminal, network, given)));
    }
    return cues;
  }

  private static Stimulus frame(Terminal terminal, Network network, String given) {
    int equals = given.lastIndexOf('=');
    String name = equals < 0 ? Ports.of(network).image().name() : given.substring(0, equals);
    double[] numbers = NpyFile.read(terminal.path(INPUT, given.substring(equals + 1))).numbers();
    int size = network.population(name).size();
    if (size != numbers.length) {
      throw new UsageException(
          INPUT
              + " "
              + given
              + ": holds "
              + numbers.length
              + " numbers, but population '"
              + name
              + "' has "
              + size
              + " neurons");
    }
    float[] row = new float[size];
    for (int i = 0; i < size; i++) {
      row[i] = (float) numbers[i];
    }
    return Stimulus.frame(name, row);
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (on != null) {
      words.addAll(List.of(ON, on));
    }
    input.forEach(i -> words.addAll(List.of(INPUT, i)));
    if (pixels != null) {
      words.addAll(List.of(PIXELS, pixels));
    }
    return words;
  }
}

package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hillock.app.Versions;
import org.hillock.app.output.OutputFolder;
import org.hillock.app.simulation.GraphRun;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code run} takes for an ONNX file, and the run of one. */
final class GraphOptions {

  private static final String INPUT = "--input";
  private static final String SILENCE = "--silence";
  private static final String CLAMP = "--clamp";
  private static final String PIXELS = "--pixels";

  @Option(
      names = INPUT,
      paramLabel = "[NAME=]FILE",
      description =
          "of an ONNX file: gives an input what a NumPy array (.npy) or ONNX tensor (.pb) holds; may"
              + " be repeated; inputs that are given nothing are zeros")
  private List<String> input = List.of();

  @Option(
      names = SILENCE,
      paramLabel = "SITE",
      description =
          "of an ONNX file: makes a value zero for all that read it, such as '\"conv/1\"[0..9]'; may"
              + " be repeated")
  private List<String> silence = List.of();

  @Option(
      names = CLAMP,
      paramLabel = "SITE=NUMBER",
      description = "of an ONNX file: holds a value at a number; may be repeated")
  private List<String> clamp = List.of();

  @Option(
      names = PIXELS,
      paramLabel = "RANGE",
      description =
          "of an ONNX file with --on: what it takes for black and white, such as 0..255; standard:"
              + " 0..1, as images are")
  private @Nullable String pixels;

  static boolean isGraph(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(OnnxFile.ENDING);
  }

  /** The option that was given, where the network is no ONNX file. */
  Optional<String> given() {
    List<String> given = new ArrayList<>();
    input.forEach(_ -> given.add(INPUT));
    silence.forEach(_ -> given.add(SILENCE));
    clamp.forEach(_ -> given.add(CLAMP));
    if (pixels != null) {
      given.add(PIXELS);
    }
    return given.stream().findFirst();
  }

  /** What was given, as it was given. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    input.forEach(i -> words.addAll(List.of(INPUT, i)));
    silence.forEach(s -> words.addAll(List.of(SILENCE, s)));
    clamp.forEach(c -> words.addAll(List.of(CLAMP, c)));
    if (pixels != null) {
      words.addAll(List.of(PIXELS, pixels));
    }
    return words;
  }

  /**
   * Runs one pass and writes what came of it.
   *
   * @param record sites
   * @param shown image to be shown at the graph's only input
   * @param command that does this again
   */
  int run(
      Terminal terminal,
      String file,
      int threads,
      List<String> record,
      boolean csv,
      Optional<Shown> shown,
      OutputFolder folder,
      String command) {
    OnnxFile graph = OnnxFile.read(terminal.path("run", file));
    SessionOptions options = SessionOptions.seeded(0).withThreads(threads);
    Map<String, Object> facts = new LinkedHashMap<>();
    List<String> files = new ArrayList<>();
    String told;
    try (GraphSession session = GraphSession.open(graph, options)) {
      session.stopWhen(terminal.stopped());
      GraphRun run = new GraphRun(session);
      input.forEach(i -> run.feed(i, name -> terminal.path(INPUT, name)));
      shown.ifPresent(s -> show(session, s));
      for (String site : silence) {
        session.apply(
            new Intervention.Silence(
                SiteRef.parse(site),
                Intervention.Silence.Scope.OUTPUTS,
                Intervention.Window.ALWAYS));
      }
      clamp.forEach(c -> session.apply(clamped(c)));
      record.forEach(site -> files.addAll(run.record(site, csv, folder)));
      session.advance();
      files.addAll(run.write(folder));
      facts.put("network", session.network().name());
      facts.put("engine", session.engine());
      facts.put("files", files);
      facts.put("versions", Versions.all());
      facts.put("command", command);
      shown.ifPresent(s -> facts.put("image", s.told()));
      facts.put("outputs", run.outputs());
      told = run.text().stripTrailing();
    }
    folder.json(OutputFolder.RUN, facts);
    folder.publish();
    shown.ifPresent(s -> terminal.say("Shown: " + s.told()));
    terminal.say(told);
    terminal.say("Written to " + folder.path() + ": " + String.join(", ", files));
    return 0;
  }

  private void show(GraphSession session, Shown image) {
    List<String> names = session.inputNames();
    if (names.size() != 1) {
      throw new UsageException(
          "--on: the graph has inputs " + names + ", and an image is shown where there is one");
    }
    InputRange range = pixels == null ? InputRange.UNIT : InputRange.parse(pixels);
    float[] shown = image.pixels().clone();
    for (int i = 0; i < shown.length; i++) {
      shown[i] = (float) (range.black() + (range.white() - range.black()) * shown[i]);
    }
    session.present(Stimulus.frame(names.getFirst(), shown));
  }

  private static Intervention clamped(String text) {
    int equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw new UsageException(CLAMP + " " + text + ": write SITE=NUMBER");
    }
    try {
      return new Intervention.Clamp(
          SiteRef.parse(text.substring(0, equals)),
          Double.parseDouble(text.substring(equals + 1).strip()),
          Intervention.Window.ALWAYS);
    } catch (NumberFormatException e) {
      throw new UsageException(CLAMP + " " + text + ": write SITE=NUMBER");
    }
  }
}

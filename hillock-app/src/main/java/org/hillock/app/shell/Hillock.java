package org.hillock.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.bench.Effect;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.convert.SpikingTwin;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.patch.CausalMap;
import org.hillock.lab.trace.Trace;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Question;
import org.hillock.lab.workbench.Workbench;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.report.figure.CausalMapFigure;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.EffectFigure;
import org.hillock.report.figure.IsolationFigure;
import org.hillock.report.figure.TraceFigure;
import org.hillock.report.figure.WhyFigure;
import org.hillock.report.text.CausalMapText;
import org.hillock.report.text.DiagnosisText;
import org.hillock.report.text.EffectText;
import org.hillock.report.text.IsolationText;
import org.hillock.report.text.RecordingText;
import org.hillock.report.text.TraceText;
import org.hillock.report.text.WhyText;

/**
 * Opens networks and data, and tells and draws answers; all else are methods of {@link Workbench}.
 *
 * <pre>{@code
 * var bench = Hillock.open("networks/brunel-small.net.yaml").lasting(100);
 * System.out.println(Hillock.text(bench.why("exc[3]")));
 * Hillock.drawing(bench.why("exc[3]")).png(Path.of("why.png"));
 * }</pre>
 */
public final class Hillock {

  private static final double TEST_SHARE = 0.2;
  private static final int WIDTH = 100;

  private Hillock() {}

  /**
   * A network on the bench.
   *
   * @param file a network file (*.net.yaml) or an ONNX file, which runs as it stands
   * @throws UsageException where it cannot be read
   */
  public static Workbench open(String file) {
    if (!file.endsWith(OnnxFile.ENDING)) {
      return Workbench.of(network(file));
    }
    SessionOptions options = SessionOptions.seeded(1).withPrecision(Precision.DOUBLE);
    GraphSubject subject = GraphSubject.of(OnnxFile.read(Path.of(file)));
    return Workbench.of(new Experiment(subject, List.of(), 1, List.of(), options, 0));
  }

  /**
   * A network as Hillock describes it.
   *
   * @param file a network file, or an ONNX file that is read into one
   * @throws UsageException where it cannot be read, or not all of it can be described
   */
  public static Network network(String file) {
    return file.endsWith(OnnxFile.ENDING)
        ? OnnxNetwork.of(OnnxFile.read(Path.of(file))).require()
        : NetworkYaml.read(Path.of(file));
  }

  /**
   * Images to learn from and others to be asked about, parted with seed 1 where the data are not.
   *
   * @param data {@code digits}, or {@code idx:FOLDER} with MNIST's four files
   */
  public static Split data(String data) {
    return split(DataSources.open(data), 1);
  }

  /** The split that comes with the data, else 80/20 by the seed. */
  public static Split split(DataSource source, long seed) {
    return switch (source) {
      case DataSource.Whole(Dataset whole) -> Split.stratified(whole, TEST_SHARE, seed);
      case DataSource.Official(Split split) -> split;
    };
  }

  /** A network that has learnt by the rule that it states; see the other method. */
  public static Network learnt(Network network, Dataset images, long seed) {
    return learnt(network, images, seed, Progress.NONE);
  }

  /**
   * A network that has learnt by the rule that it states; the same seed gives the same network.
   *
   * @throws UsageException where it states none
   */
  public static Network learnt(Network network, Dataset images, long seed, Progress progress) {
    LearningRule rule =
        network.projections().values().stream()
            .flatMap(p -> p.learning().stream())
            .findFirst()
            .orElseThrow(() ->
                new UsageException("network '" + network.name() + "' states no rule to learn by"));
    TrainingOptions options = new TrainingOptions(seed, rule.params());
    return Trainers.named(rule.name()).train(network, images, options, progress).network();
  }

  /** A network of rate neurons as spiking neurons. */
  public static Network twin(Network network, Dataset images) {
    return SpikingTwin.of(network, images.images(), 1);
  }

  /** For a person. */
  public static String text(Answer answer) {
    return WhyText.of(answer, WIDTH, 8);
  }

  /** For a person. */
  public static String text(Effect effect) {
    return EffectText.of("what was done", effect);
  }

  /** For a person. */
  public static String text(CausalMap map) {
    return CausalMapText.of(map);
  }

  /** For a person. */
  public static String text(Trace trace) {
    return TraceText.of(trace);
  }

  /** For a person. */
  public static String text(Isolation isolation) {
    return IsolationText.of(isolation);
  }

  /** For a person. */
  public static String text(Diagnosis diagnosis) {
    return DiagnosisText.of(diagnosis);
  }

  /**
   * For a person.
   *
   * @param lengthMs of the run
   */
  public static String text(Map<SiteRef, Recording> kept, double lengthMs) {
    return RecordingText.of(kept, lengthMs);
  }

  /** As a drawing, to be written as PNG or SVG. */
  public static Drawable drawing(Answer answer) {
    return new WhyFigure(answer, Question.STANDARD_BREADTH);
  }

  /** As a drawing. */
  public static Drawable drawing(Effect effect) {
    return new EffectFigure("what was done", effect);
  }

  /** As a drawing. */
  public static Drawable drawing(CausalMap map) {
    return new CausalMapFigure(map);
  }

  /** As a drawing. */
  public static Drawable drawing(Trace trace) {
    return new TraceFigure(trace);
  }

  /** As a drawing. */
  public static Drawable drawing(Isolation isolation) {
    return new IsolationFigure(isolation);
  }
}

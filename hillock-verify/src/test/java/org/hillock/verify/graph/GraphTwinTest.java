package org.hillock.verify.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.app.shell.GraphRespondent;
import org.hillock.core.data.Dataset;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Subject;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.learning.Schooling;
import org.hillock.onnx.answer.AnsweringGraph;
import org.hillock.onnx.answer.Wanted;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.onnx.read.ReadOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One file both ways: as a graph on ONNX Runtime, and read into a network on the tensor engine.
 * Each judges the other: what both can be asked comes out alike.
 */
class GraphTwinTest {

  private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();
  private static final Path FILE = DATA.resolve("mnist-models/cnn_mnist.onnx");

  private static final Map<String, Measurement> GRAPH = new LinkedHashMap<>();
  private static final Map<String, Measurement> NETWORK = new LinkedHashMap<>();

  @BeforeAll
  static void bothAreAsked() {
    assumeTrue(Files.isRegularFile(FILE), "The network is not there: " + FILE);
    assumeTrue(Files.isDirectory(DATA.resolve("mnist")), "MNIST is not there: " + DATA);
    Dataset images =
        ((DataSource.Official) DataSources.open("idx:" + DATA.resolve("mnist")))
            .split()
            .test()
            .first(400);
    OnnxFile file = OnnxFile.read(FILE);
    Wanted wanted =
        new Wanted(
            images.shape(),
            images.name(),
            images.classes(),
            Optional.empty(),
            Optional.empty(),
            InputRange.BYTES);
    ask(GraphRespondent.of(AnsweringGraph.of(file, wanted)), images, GRAPH);
    ask(
        new Respondent.Described(
            OnnxNetwork.of(file, ReadOptions.STANDARD.with(InputRange.BYTES)).require()),
        images,
        NETWORK);
  }

  private static void ask(Respondent asked, Dataset images, Map<String, Measurement> into) {
    Subject subject =
        Subject.of(asked, images, 1, true, new Schooling.Untaught("because it does not learn"));
    Axis.all().stream()
        .filter(a -> !a.definition().id().equals("roles"))
        .forEach(a -> into.put(a.definition().id(), a.ask(subject)));
  }

  private static Measured of(Map<String, Measurement> axes, String id) {
    return (Measured) Objects.requireNonNull(axes.get(id));
  }

  private static double detail(Map<String, Measurement> axes, String id, String name) {
    return Objects.requireNonNull(of(axes, id).details().get(name));
  }

  /**
   * The numbers of both are the same to single precision (CnnMnistTest), so an answer can differ
   * only where two are as good as equal: none of these does.
   */
  @Test
  void answersToWholeAndCoveredImagesAndStreamsAreTheSame() {
    for (String name :
        new String[] {
          "accuracy_whole",
          "accuracy_quarter_covered",
          "accuracy_half_covered",
          "accuracy_three_quarters_covered"
        }) {
      assertThat(detail(GRAPH, "recall", name)).isEqualTo(detail(NETWORK, "recall", name));
    }
    assertThat(of(GRAPH, "recall").value()).isEqualTo(of(NETWORK, "recall").value());
    assertThat(of(GRAPH, "stream").value()).isEqualTo(of(NETWORK, "stream").value());
    assertThat(detail(GRAPH, "stream", "accuracy_streamed"))
        .isEqualTo(detail(NETWORK, "stream", "accuracy_streamed"));
    assertThat(detail(GRAPH, "damage", "accuracy_whole"))
        .isEqualTo(detail(NETWORK, "damage", "accuracy_whole"));
  }

  /** Sums of some 500 margins, each the same to single precision: 1e-5 of a share. */
  @Test
  void sharesAreTheSameButForRounding() {
    assertThat(of(GRAPH, "shares").value()).isCloseTo(of(NETWORK, "shares").value(), within(1e-5));
    assertThat(detail(GRAPH, "shares", "largest_share"))
        .isCloseTo(detail(NETWORK, "shares", "largest_share"), within(1e-5));
  }

  @Test
  void neitherKeepsAnything() {
    for (Map<String, Measurement> axes : java.util.List.of(GRAPH, NETWORK)) {
      assertThat(of(axes, "context").value()).isZero();
      assertThat(of(axes, "after_input").value()).isZero();
      assertThat(of(axes, "chance").value()).isZero();
      assertThat(of(axes, "direction").value()).isZero();
      assertThat(of(axes, "neighbours").value()).isZero();
      assertThat(of(axes, "state").value()).isZero();
    }
  }

  /**
   * The last layer's logarithms of shares stand in the network as a population of their own, ten
   * neurons with a synapse and a bias each, one layer more; in the graph they are a function of the
   * layer. The network counts 7,040 places in windows of maxima as operations of a pass, a census
   * of the graph does not: nothing is multiplied there.
   */
  @Test
  void whatIsCountedIsTheSame() {
    assertThat(of(NETWORK, "size").value() - of(GRAPH, "size").value()).isEqualTo(10);
    assertThat(detail(NETWORK, "size", "synapses") - detail(GRAPH, "size", "synapses"))
        .isEqualTo(10);
    assertThat(detail(NETWORK, "size", "parameters") - detail(GRAPH, "size", "parameters"))
        .isEqualTo(10);
    assertThat(of(NETWORK, "cost").value() - of(GRAPH, "cost").value()).isEqualTo(7_040 + 10);
    assertThat(of(NETWORK, "timing").value() - of(GRAPH, "timing").value()).isEqualTo(1);
    assertThat(of(NETWORK, "chain").value() - of(GRAPH, "chain").value()).isEqualTo(1);
    assertThat(detail(GRAPH, "chain", "breadth_share_of_neurons"))
        .isCloseTo(detail(NETWORK, "chain", "breadth_share_of_neurons"), within(0.001));
  }

  /** Other neurons are drawn, since both number them otherwise. */
  @Test
  void damageHurtsBothAlike() {
    assertThat(of(GRAPH, "damage").value()).isCloseTo(of(NETWORK, "damage").value(), within(0.1));
  }
}

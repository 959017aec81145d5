package org.hillock.onnx.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.onnx.bench.Models.floats;
import static org.hillock.onnx.bench.Models.graph;
import static org.hillock.onnx.bench.Models.longs;
import static org.hillock.onnx.bench.Models.model;
import static org.hillock.onnx.bench.Models.node;
import static org.hillock.onnx.bench.Models.real;
import static org.hillock.onnx.bench.Models.truth;
import static org.hillock.onnx.bench.Models.value;
import static org.hillock.onnx.bench.Models.wholes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.read.InputRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of 1 × 2 pixels and two answers, so that every number can be worked out by hand. */
class AnsweringGraphTest {

  private static final Wanted WANTED =
      new Wanted(
          Shape.of(1, 2, 1), "pairs", 2, Optional.empty(), Optional.empty(), InputRange.UNIT);

  @TempDir private Path folder;

  private OnnxFile written(ModelProto model) {
    return Models.written(folder.resolve("small.onnx"), model);
  }

  private static AnsweringGraph asked(OnnxFile file) {
    return AnsweringGraph.of(file, WANTED);
  }

  /** y = ReLU(x W) V, with W = [[1, -1], [0, 2]] and V = [[1, 0], [0, 1]]. */
  private static GraphProto.Builder layers(long... input) {
    return GraphProto.newBuilder()
        .addInput(value("x", ElementType.FLOAT, input))
        .addInitializer(Tensors.proto("w", floats(List.of(2L, 2L), 1, -1, 0, 2)))
        .addInitializer(Tensors.proto("v", floats(List.of(2L, 2L), 1, 0, 0, 1)))
        .addInitializer(Tensors.proto("row", longs(List.of(2L), -1, 2)))
        .addNode(node("Reshape", List.of("x", "row"), "flat"))
        .addNode(node("MatMul", List.of("flat", "w"), "sum"))
        .addNode(node("Relu", List.of("sum"), "h"))
        .addNode(node("MatMul", List.of("h", "v"), "y"))
        .addOutput(value("y", ElementType.FLOAT, -1, 2));
  }

  private static double[][] shown(Session session, float[]... rows) {
    session.present(new Stimulus.Frames("x", rows));
    session.advance();
    return session.read(session.bind(SiteRef.of("y", "value")));
  }

  @Test
  void valuesStandForNeuronsButNotWhatIsOnItsWay() {
    AnsweringGraph graph = asked(written(model(17, layers(-1, 1, 1, 2))));
    assertThat(graph.outline().populations().keySet()).containsExactly("x", "h", "y");
    assertThat(graph.dataflow().depth()).isEqualTo(2);
    assertThat(graph.dataflow().totals().parameters()).isEqualTo(8);
    assertThat(graph.dataflow().totals().multiplyAdds()).isEqualTo(8);
    assertThat(graph.dataflow().unread()).isEmpty();
    assertThat(graph.told()).contains("'x' as float [1,1,1,2]", "largest number of 'y'");
  }

  @Test
  void imagesGoInTogetherAloneOrInFixedNumbers() {
    for (long[] dims :
        new long[][] {{-1, 1, 1, 2}, {1, 1, 1, 2}, {1, 2}, {2}, {-1, 2}, {4, 2}, {-1, 1, 2}}) {
      AnsweringGraph graph = asked(written(model(17, layers(dims))));
      try (Session session = graph.open(1)) {
        double[][] y = shown(session, new float[][] {{1, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 0}});
        assertThat(y).isDeepEqualTo(new double[][] {{1, 0}, {0, 2}, {1, 1}, {2, 0}, {0, 0}});
        assertThat(session.read(session.bind(SiteRef.parse("h[1]"))))
            .isDeepEqualTo(new double[][] {{0}, {2}, {1}, {0}, {0}});
      }
    }
  }

  /** A mean over the batch makes answers depend on who goes in beside: so each goes in alone. */
  @Test
  void imagesThatWouldActOnEachOtherGoInAlone() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(value("x", ElementType.FLOAT, -1, 2))
            .addNode(
                node("ReduceMean", List.of("x"), "mean").toBuilder()
                    .addAttribute(wholes("axes", 0))
                    .build())
            .addNode(node("Sub", List.of("x", "mean"), "y"))
            .addOutput(value("y", ElementType.FLOAT, -1, 2));
    try (Session session = asked(written(model(17, graph))).open(1)) {
      assertThat(shown(session, new float[][] {{1, 0}, {0, 1}}))
          .isDeepEqualTo(new double[][] {{0, 0}, {0, 0}});
    }
  }

  @Test
  void pixelsGoInAsTheGraphTakesThem() {
    AnsweringGraph graph = asked(written(model(17, layers(-1, 2)))).with(new InputRange(-1, 1));
    try (Session session = graph.open(1)) {
      assertThat(shown(session, new float[][] {{1, 1}})).isDeepEqualTo(new double[][] {{1, 1}});
      session.present(new Stimulus.Nothing("x"));
      session.advance();
      // black: -1, -1
      assertThat(session.read(session.bind(SiteRef.parse("h")))[0]).containsExactly(0, 0);
    }
    GraphProto.Builder colours =
        GraphProto.newBuilder()
            .addInput(value("x", ElementType.FLOAT, -1, 2, 1, 2))
            .addInitializer(Tensors.proto("row", longs(List.of(2L), -1, 4)))
            .addNode(node("Reshape", List.of("x", "row"), "y"))
            .addOutput(value("y", ElementType.FLOAT, -1, 4));
    Wanted wanted =
        new Wanted(
            Shape.of(1, 2, 2), "colours", 4, Optional.empty(), Optional.empty(), InputRange.UNIT);
    try (Session session = AnsweringGraph.of(written(model(17, colours)), wanted).open(1)) {
      // both channels of one pixel together become one channel of both pixels together
      assertThat(shown(session, new float[][] {{1, 2, 3, 4}}))
          .isDeepEqualTo(new double[][] {{1, 3, 2, 4}});
    }
  }

  @Test
  void elementsAreHeldInEveryImage() {
    for (long[] dims : new long[][] {{-1, 2}, {1, 2}, {3, 2}}) {
      try (Session session = asked(written(model(17, layers(dims)))).open(1)) {
        session.apply(
            new Intervention.Silence(
                SiteRef.parse("h[0]"),
                Intervention.Silence.Scope.OUTPUTS,
                Intervention.Window.ALWAYS));
        assertThat(shown(session, new float[][] {{1, 0}, {0, 1}}))
            .isDeepEqualTo(new double[][] {{0, 0}, {0, 2}});
        session.apply(
            new Intervention.Patch(
                SiteRef.parse("h"), Numbers.of(5.0, 7.0), Intervention.Window.ALWAYS));
        assertThat(shown(session, new float[][] {{1, 0}})).isDeepEqualTo(new double[][] {{5, 7}});
        session.clearInterventions();
        assertThat(shown(session, new float[][] {{1, 0}})).isDeepEqualTo(new double[][] {{1, 0}});
      }
    }
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    try (Session session = asked(written(model(17, layers(-1, 2)))).open(1)) {
      says(() -> session.read(session.bind(SiteRef.parse("h"))), "has no value yet");
      says(() -> session.bind(SiteRef.parse("hh")), "did you mean 'h'?");
      says(
          () -> session.present(Stimulus.frame("x", new float[3])),
          "a stimulus for 'x' has 3 numbers, but it takes 2");
      says(() -> session.present(Stimulus.frame("h", new float[2])), "'h' is no input");
      says(
          () -> session.apply(new Intervention.Lesion("x_h", Intervention.Window.ALWAYS)),
          "a graph has nodes and no projections");
      says(
          () ->
              session.apply(
                  new Intervention.Stimulate(SiteRef.parse("h"), 1, Intervention.Window.ALWAYS)),
          "has no sum that something could be added to");
      says(
          () ->
              session.apply(
                  new Intervention.Clamp(SiteRef.parse("h"), 1, new Intervention.Window(0, 5))),
          "a graph runs without time");
      says(
          () ->
              session.apply(
                  new Intervention.Clamp(SiteRef.parse("x"), 1, Intervention.Window.ALWAYS)),
          "is an input of the graph: show something else instead");
    }
  }

  private static void says(ThrowingCallable what, String message) {
    assertThatThrownBy(what).isInstanceOf(UsageException.class).hasMessageContaining(message);
  }

  @Test
  void doorsThatDoNotFitAreToldWithWhatWasExpected() {
    OnnxFile wide = written(model(17, layers(-1, 2)));
    Wanted digits =
        new Wanted(
            Shape.of(8, 8, 1), "digits", 2, Optional.empty(), Optional.empty(), InputRange.UNIT);
    says(
        () -> AnsweringGraph.of(wide, digits),
        "no input takes an image of digits, 8×8×1 pixels: expected numbers as [1,8,8] or [8,8,1] or"
            + " [8,8] or [64] behind an axis for the batch, or without one; it has [x float");
    Wanted ten =
        new Wanted(
            Shape.of(1, 2, 1), "pairs", 10, Optional.empty(), Optional.empty(), InputRange.UNIT);
    says(
        () -> AnsweringGraph.of(wide, ten),
        "no output can be the answer: expected 10 numbers for each image, one for each label of"
            + " 'pairs'; for one image it gives [y [1,2]]");
    says(
        () ->
            AnsweringGraph.of(
                wide,
                new Wanted(
                    WANTED.image(),
                    "pairs",
                    2,
                    Optional.of("xx"),
                    Optional.empty(),
                    InputRange.UNIT)),
        "has no input 'xx'; did you mean 'x'?");
  }

  @Test
  void ofSeveralDoorsOneIsNamed() {
    OnnxFile two =
        written(
            model(
                17,
                layers(-1, 2)
                    .addInput(value("z", ElementType.FLOAT, -1, 2))
                    .addNode(node("Add", List.of("h", "z"), "other"))
                    .addOutput(value("other", ElementType.FLOAT, -1, 2))));
    says(() -> asked(two), "several inputs take an image; say with --image-input which");
    Wanted x =
        new Wanted(WANTED.image(), "pairs", 2, Optional.of("x"), Optional.empty(), InputRange.UNIT);
    says(
        () -> AnsweringGraph.of(two, x),
        "several outputs can be the answer; say with --answer which of [y [1,2], other [1,2]]");
    says(
        () ->
            AnsweringGraph.of(
                two,
                new Wanted(
                    WANTED.image(),
                    "pairs",
                    2,
                    Optional.of("x"),
                    Optional.of("othr"),
                    InputRange.UNIT)),
        "has no output 'othr' that holds numbers; did you mean 'other'?");
    AnsweringGraph graph =
        AnsweringGraph.of(
            two,
            new Wanted(
                WANTED.image(),
                "pairs",
                2,
                Optional.of("x"),
                Optional.of("other"),
                InputRange.UNIT));
    try (Session session = graph.open(1)) {
      session.present(Stimulus.frame("z", new float[] {10, 20}));
      session.present(new Stimulus.Frames("x", new float[][] {{1, 0}, {0, 1}}));
      session.advance();
      assertThat(session.read(session.bind(SiteRef.parse("other"))))
          .isDeepEqualTo(new double[][] {{11, 20}, {10, 22}});
    }
  }

  @Test
  void drawsAreThoseOfSeedTrialAndPassAndHaveTheirMean() {
    NodeProto normal =
        node("RandomNormalLike", List.of("h"), "noise").toBuilder()
            .addAttribute(real("mean", 3))
            .addAttribute(real("scale", 2))
            .build();
    OnnxFile file =
        written(
            model(
                17,
                layers(-1, 2)
                    .clearOutput()
                    .addNode(normal)
                    .addNode(node("Add", List.of("y", "noise"), "out"))
                    .addOutput(value("out", ElementType.FLOAT, -1, 2))));
    AnsweringGraph graph = asked(file);
    assertThat(graph.outline().populations().keySet())
        .as("what is drawn is a source and no neuron")
        .containsExactly("x", "h", "y", "out");
    double[] first = out(graph, 1, 0, 1);
    assertThat(out(graph, 1, 0, 1)).isEqualTo(first);
    assertThat(out(graph, 2, 0, 1)).isNotEqualTo(first);
    assertThat(out(graph, 1, 1, 1)).isNotEqualTo(first);
    assertThat(out(graph, 1, 0, 2)).isNotEqualTo(first);
    assertThat(out(graph.steady(), 1, 0, 1)).containsExactly(4, 3);
    double sum = 0;
    for (int trial = 0; trial < 100; trial++) {
      sum += out(graph, 1, trial, 1)[0] / 100;
    }
    // 1 + 3, its standard error 2 / 10
    assertThat(sum).isCloseTo(4, within(0.8));
  }

  private static double[] out(AnsweringGraph graph, long seed, long trial, int passes) {
    try (Session session = graph.open(seed)) {
      session.reset(trial);
      session.present(new Stimulus.Frames("x", new float[][] {{1, 0}}));
      for (int pass = 0; pass < passes; pass++) {
        session.advance();
      }
      return session.read(session.bind(SiteRef.parse("out")))[0];
    }
  }

  @Test
  void allThatDrawsIsFound() {
    NodeProto dropout =
        node("Dropout", List.of("h", "half", "training"), "kept").toBuilder().build();
    GraphProto.Builder drawing =
        layers(-1, 2)
            .clearOutput()
            .addInitializer(Tensors.proto("half", floats(List.of(), 0.5f)))
            .addInitializer(Tensors.proto("training", truth(true)))
            .addInitializer(Tensors.proto("asleep", truth(false)))
            .addNode(dropout)
            .addNode(node("Dropout", List.of("kept", "half", "asleep"), "same"))
            .addNode(node("Sigmoid", List.of("same"), "p"))
            .addNode(node("Bernoulli", List.of("p"), "fired"))
            .addNode(
                node("RandomUniform", List.of(), "u").toBuilder()
                    .addAttribute(wholes("shape", 2))
                    .addAttribute(real("low", 1))
                    .addAttribute(real("high", 2))
                    .build())
            .addNode(node("Add", List.of("fired", "u"), "out"))
            .addOutput(value("out", ElementType.FLOAT, -1, 2));
    AnsweringGraph graph = asked(written(model(17, drawing)));
    assertThat(graph.dataflow().sources().stream().map(s -> s.operator() + s.steady()))
        .containsExactly("Dropouttrue", "Bernoullitrue", "RandomUniformtrue");
    // sigmoid(1) + 1.5, sigmoid(0) + 1.5
    double[] steady = out(graph.steady(), 1, 0, 1);
    assertThat(steady[0]).isCloseTo(2.2310586, within(1e-6));
    assertThat(steady[1]).isCloseTo(2.0, within(1e-6));
    assertThat(out(graph, 1, 0, 1)).isEqualTo(out(graph, 1, 0, 1));
  }

  /** Of a loop only what comes back to itself goes round. */
  @Test
  void roundsAreFoundWithinNodes() {
    assertThat(Rounds.of(Models.loop(17).getGraph().getNode(0))).isTrue();
    GraphProto onward =
        GraphProto.newBuilder()
            .setName("body")
            .addInput(value("k", ElementType.INT64))
            .addInput(value("on", ElementType.BOOL))
            .addInput(value("s", ElementType.FLOAT, 1))
            .addNode(node("Identity", List.of("on"), "on_out"))
            .addNode(node("Cos", List.of("outside"), "next"))
            .addOutput(value("on_out", ElementType.BOOL))
            .addOutput(value("next", ElementType.FLOAT, 1))
            .build();
    NodeProto loop =
        node("Loop", List.of("five", "true", "start"), "last").toBuilder()
            .addAttribute(graph("body", onward))
            .build();
    assertThat(Rounds.of(loop)).isFalse();
    assertThat(Rounds.reads(loop)).containsExactly("five", "true", "start", "outside");
    assertThat(Rounds.of(node("LSTM", List.of("x", "w", "r"), "y"))).isTrue();
  }

  /** Whole numbers, such as those of words, are given zeros where nothing is asked. */
  @Test
  void aGraphThatTakesNoImagesCanBeLeftAlone() {
    GraphProto.Builder words =
        GraphProto.newBuilder()
            .addInput(value("ids", ElementType.INT64, -1, -2))
            .addInitializer(Tensors.proto("table", floats(List.of(3L, 2L), 1, 2, 3, 4, 5, 6)))
            .addInitializer(Tensors.proto("w", floats(List.of(2L, 2L), 1, 0, 0, 1)))
            .addNode(node("Gather", List.of("table", "ids"), "embedded"))
            .addNode(node("MatMul", List.of("embedded", "w"), "y"))
            .addOutput(value("y", ElementType.FLOAT, -1, -2, 2));
    OnnxFile file = written(model(17, words));
    says(() -> asked(file), "it has [ids int64");
    AnsweringGraph alone = AnsweringGraph.leftAlone(file);
    assertThat(alone.outline().decision()).isEmpty();
    assertThat(alone.dataflow().depth()).isEqualTo(1);
    try (Session session = alone.open(1)) {
      session.advance();
      assertThat(session.read(session.bind(SiteRef.parse("y")))[0]).containsExactly(1, 2);
    }
  }
}

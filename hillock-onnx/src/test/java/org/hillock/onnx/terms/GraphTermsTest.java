package org.hillock.onnx.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.onnx.bench.Models.node;
import static org.hillock.onnx.bench.Models.whole;
import static org.hillock.onnx.bench.Models.wholes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.session.Term;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.runtime.GraphValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elements of whole graphs, and what is done to them. */
class GraphTermsTest {

  @TempDir Path folder;

  private GraphSession open(ModelProto model) {
    return GraphSession.open(
        Models.written(folder.resolve("m.onnx"), model), SessionOptions.seeded(1));
  }

  private GraphSession layer() {
    GraphSession session = open(Models.layer(17));
    session.present(new Stimulus.Frames("x", new float[][] {{1, 1}, {2, 0}}));
    session.advance();
    return session;
  }

  private static IsolatedNeuron isolate(GraphSession session, String site) {
    return session.isolate(SiteRef.parse(site), 0);
  }

  private static Term synapse(String source, String through, double weight, double carried) {
    return Term.synapse(SiteRef.parse(source), through, weight, carried);
  }

  /** h = W x + b is two nodes, and each is a step. */
  @Test
  void everyNodeIsAStep() {
    try (GraphSession session = layer()) {
      IsolatedNeuron y = session.isolate(SiteRef.parse("y[0]"), 1);
      assertThat(y.value()).isEqualTo(8.5);
      assertThat(y.terms())
          .containsExactly(
              synapse("\"act/1:0\"[0; batch=1].value", "MatMul_3", 1, 2.5),
              synapse("\"act/1:0\"[1; batch=1].value", "MatMul_3", 1, 6),
              synapse("\"act/1:0\"[2; batch=1].value", "MatMul_3", 1, 0));
      IsolatedNeuron act = isolate(session, y.terms().get(1).source().orElseThrow().toString());
      assertThat(act.terms())
          .containsExactly(synapse("h[1; batch=1].value", "Relu_2", Double.NaN, 6));
      assertThat(act.contributions().orElseThrow()).containsExactly(6);
      assertThat(act.play(new double[] {-1})).isZero();
      IsolatedNeuron h = isolate(session, "h[0; batch=1]");
      assertThat(h.terms())
          .containsExactly(
              synapse("m[0; batch=1].value", "Add_1", 1, 2), Term.own(Term.Kind.BIAS, 0.5));
      IsolatedNeuron m = session.isolate(SiteRef.parse("m[0]"), 1);
      assertThat(m.terms())
          .containsExactly(
              synapse("x[0; batch=1].value", "MatMul_0", 1, 2),
              synapse("x[1; batch=1].value", "MatMul_0", 2, 0));
      assertThat(m.threshold()).isEmpty();
      assertThat(m.respond(new double[] {2, 1})).containsExactly(4);
    }
  }

  @Test
  void whatIsHeldOrAddedIsToldSo() {
    try (GraphSession session = layer()) {
      session.apply(new Intervention.Clamp(SiteRef.parse("h[1; batch=0]"), 9, Window.ALWAYS));
      session.apply(new Intervention.Stimulate(SiteRef.parse("h[0]"), 0.25, Window.ALWAYS));
      session.advance();
      IsolatedNeuron held = isolate(session, "h[1]");
      assertThat(held.terms()).containsExactly(Term.own(Term.Kind.STIMULUS, 9));
      assertThat(session.isolate(SiteRef.parse("h[1]"), 1).terms()).hasSize(2);
      IsolatedNeuron more = isolate(session, "h[0]");
      assertThat(more.value()).isEqualTo(3.75);
      assertThat(more.terms()).contains(Term.own(Term.Kind.STIMULUS, 0.25)).hasSize(3);
      assertThat(Arrays.stream(more.contributions().orElseThrow()).sum()).isEqualTo(3.75);
      assertThat(more.play(new double[] {1, 1, 0})).isEqualTo(3.5);
      IsolatedNeuron act = isolate(session, "\"act/1:0\"[1]");
      assertThat(act.value()).isEqualTo(9);
      assertThat(act.play(new double[] {1})).isEqualTo(9);
    }
  }

  @Test
  void askingChangesNoBit() {
    double[][] bare;
    try (GraphSession session = layer()) {
      session.advance();
      bare = session.read(session.bind(SiteRef.parse("y")));
    }
    try (GraphSession session = layer()) {
      Capability.Terms terms = session.capability(Capability.Terms.class).orElseThrow();
      terms.keep(SiteRef.parse("h"), 0);
      terms.isolate(SiteRef.parse("h[0]"), 0);
      session.advance();
      assertThat(session.read(session.bind(SiteRef.parse("y")))).isDeepEqualTo(bare);
    }
  }

  @Test
  void whatWasCutOutStaysAsItWas() {
    try (GraphSession session = layer()) {
      IsolatedNeuron act = isolate(session, "\"act/1:0\"[1]");
      session.present(new Stimulus.Frames("x", new float[][] {{5, 5}}));
      session.advance();
      assertThat(act.play(new double[] {1})).isEqualTo(7);
      assertThat(isolate(session, "\"act/1:0\"[1]").value()).isEqualTo(35);
    }
  }

  /** A table of weights, of which what is shown chooses rows; a choice is nothing to be scaled. */
  @Test
  void whatChoosesFromATableIsTheSource() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(Models.value("ids", ElementType.INT64, -1, -2))
            .addInitializer(
                Tensors.proto("table", Models.floats(List.of(3L, 2L), 1, 2, 3, 4, 5, 6)))
            .addNode(node("Gather", List.of("table", "ids"), "y"))
            .addOutput(Models.value("y", ElementType.FLOAT, -1, -2, 2));
    try (GraphSession session = open(Models.model(17, graph))) {
      session.feed("ids", GraphValue.of(Models.longs(List.of(2L, 2L), 0, 1, 2, 0)));
      session.advance();
      IsolatedNeuron y = session.isolate(SiteRef.parse("y[1; token=0]"), 1);
      assertThat(y.value()).isEqualTo(6);
      assertThat(y.terms())
          .containsExactly(synapse("ids[0; batch=1].value", "Gather_0", Double.NaN, 2));
      assertThat(y.contributions().orElseThrow()).containsExactly(6);
      assertThat(y.play(new double[] {0.5})).isEqualTo(4);
      assertThatThrownBy(() -> y.play(new double[] {0.3}))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is not a whole number");
    }
  }

  @Test
  void weightsAloneAreABiasAndWhatIsDrawnIsNoise() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(Models.value("x", ElementType.FLOAT, 1, 2))
            .addInitializer(Tensors.proto("w", Models.floats(List.of(1L, 2L), 1, 2)))
            .addNode(node("Exp", List.of("w"), "e"))
            .addNode(
                node("RandomNormal", List.of(), "r").toBuilder()
                    .addAttribute(wholes("shape", 1, 2))
                    .addAttribute(Models.real("seed", 3))
                    .build())
            .addNode(node("Sum", List.of("x", "e", "r"), "y"))
            .addOutput(Models.value("y", ElementType.FLOAT, 1, 2));
    try (GraphSession session = open(Models.model(17, graph))) {
      session.keep(SiteRef.parse("y"), 0);
      session.present(Stimulus.frame("x", new float[] {1, 2}));
      session.advance();
      assertThat(isolate(session, "e[1]").terms().getFirst().kind()).isEqualTo(Term.Kind.BIAS);
      assertThat(isolate(session, "r[1]").terms().getFirst().kind()).isEqualTo(Term.Kind.NOISE);
      IsolatedNeuron y = isolate(session, "y[1]");
      assertThat(y.terms()).hasSize(3);
      assertThat(Arrays.stream(y.contributions().orElseThrow()).sum())
          .isCloseTo(y.value(), within(1e-5));
    }
  }

  @Test
  void tooMuchTogetherIsRefused() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(Models.value("x", ElementType.FLOAT, 1, 100_001))
            .addNode(node("Softmax", List.of("x"), "y"))
            .addOutput(Models.value("y", ElementType.FLOAT, 1, 100_001));
    try (GraphSession session = open(Models.model(17, graph))) {
      session.advance();
      assertThatThrownBy(() -> isolate(session, "y[7]"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("makes it of more than 100000 numbers together");
    }
  }

  @Test
  void recurrenceIsPlayed() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(Models.value("x", ElementType.FLOAT, 3, 1, 2))
            .addInitializer(Tensors.proto("w", OneNode.drawn(new long[] {1, 4, 2}, 1)))
            .addInitializer(Tensors.proto("r", OneNode.drawn(new long[] {1, 4, 4}, 2)))
            .addNode(
                node("RNN", List.of("x", "w", "r"), "y").toBuilder()
                    .addAttribute(whole("hidden_size", 4))
                    .build())
            .addOutput(Models.value("y", ElementType.FLOAT, 3, 1, 1, 4));
    try (GraphSession session = open(Models.model(17, graph))) {
      session.feed("x", GraphValue.of(OneNode.drawn(new long[] {3, 1, 2}, 3)));
      session.advance();
      IsolatedNeuron y = session.isolate(SiteRef.parse("y[2]"), 1);
      assertThat(y.terms()).hasSize(6);
      double[] later = {1, 1, 1, 1, 0, 0};
      // what is shown after the second of three moments means nothing to it
      assertThat(y.play(later)).isEqualTo(y.value());
    }
  }

  @Test
  void badQuestionsAreAnswered() {
    try (GraphSession session = layer()) {
      assertThatThrownBy(() -> isolate(session, "\"act/1:1\"[0]"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("did you mean 'act/1:0'?");
      assertThatThrownBy(() -> isolate(session, "x[0]"))
          .hasMessageContaining("is an input of the graph");
      assertThatThrownBy(() -> session.keep(SiteRef.parse("x"), 0))
          .hasMessageContaining("is an input of the graph");
      assertThatThrownBy(() -> isolate(session, "h"))
          .hasMessageContaining("has 3 elements in a row; one is cut out at a time");
      assertThatThrownBy(() -> session.isolate(SiteRef.parse("h[0]"), 2))
          .hasMessageContaining("row 2 is outside the last pass, which had rows 0..1");
      assertThatThrownBy(() -> isolate(session, "h[0]").play(new double[7]))
          .isInstanceOf(IllegalArgumentException.class);
      session.present(new Stimulus.Nothing("x"));
      assertThatThrownBy(() -> isolate(session, "h[0]"))
          .hasMessageContaining("nothing has been run");
    }
    try (GraphSession session = open(Models.loop(17))) {
      session.feed("start", GraphValue.of(Models.floats(List.of(1L), 1)));
      session.advance();
      assertThatThrownBy(() -> isolate(session, "last"))
          .hasMessageContaining("made by node 'Loop_0' (Loop), within which");
      assertThat(Optional.of(isolate(session, "large").value())).contains(1.0);
    }
  }
}

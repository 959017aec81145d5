package org.hillock.onnx.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.runtime.GraphValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSessionTest {

  @TempDir Path folder;

  private GraphSession open(long operators) {
    return open(Models.written(folder.resolve("m.onnx"), Models.layer(operators)));
  }

  private static GraphSession open(OnnxFile file) {
    return GraphSession.open(file, SessionOptions.seeded(1));
  }

  private static double[][] read(GraphSession session, String site) {
    return session.read(session.bind(SiteRef.parse(site)));
  }

  private static Intervention.Silence silence(String site) {
    return new Intervention.Silence(
        SiteRef.parse(site), Intervention.Silence.Scope.OUTPUTS, Window.ALWAYS);
  }

  private static void show(GraphSession session, float[]... rows) {
    session.present(new Stimulus.Frames("x", rows));
  }

  @Test
  void everyValueCanBeReadByItsName() {
    try (GraphSession session = open(17)) {
      show(session, new float[] {1, 1}, new float[] {2, 0});
      session.advance();
      assertThat(session.rows()).isEqualTo(2);
      assertThat(read(session, "h")).isDeepEqualTo(new double[][] {{3.5, 7, 0}, {2.5, 6, -11}});
      assertThat(read(session, "\"act/1:0\"[1..2; batch=1].value"))
          .isDeepEqualTo(new double[][] {{6, 0}});
      assertThat(read(session, "x[0]")).isDeepEqualTo(new double[][] {{1}, {2}});
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{10.5}, {8.5}});
      assertThat(session.network().population("act/1:0").size()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 13, 17})
  void silenceClampAndPatchActOnTheirElements(long operators) {
    try (GraphSession session = open(operators)) {
      show(session, new float[] {1, 1}, new float[] {2, 0});
      session.apply(silence("\"act/1:0\"[1]"));
      session.advance();
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{3.5}, {2.5}});
      session.apply(new Intervention.Clamp(SiteRef.parse("h[2; batch=0]"), 4, Window.ALWAYS));
      session.advance();
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{7.5}, {2.5}});
      session.clearInterventions();
      session.apply(
          new Intervention.Patch(SiteRef.parse("h[0..1]"), Numbers.of(1, 2), Window.ALWAYS));
      session.advance();
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{3}, {3}});
      session.clearInterventions();
      session.advance();
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{10.5}, {8.5}});
    }
  }

  /** What is added upstream is there before what is added downstream. */
  @Test
  void stimuliAddToWhatIsThere() {
    try (GraphSession session = open(17)) {
      show(session, new float[] {1, 1});
      session.apply(new Intervention.Stimulate(SiteRef.parse("h[2]"), 2, Window.ALWAYS));
      session.apply(new Intervention.Stimulate(SiteRef.parse("\"act/1:0\"[2]"), 5, Window.ALWAYS));
      session.advance();
      assertThat(read(session, "h")).isDeepEqualTo(new double[][] {{3.5, 7, 2}});
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{17.5}});
    }
  }

  @Test
  void aProbeWritesItsSamplesAndChangesNoBit() {
    float[][] rows = new float[50][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = (float) Math.sin(i);
      rows[i][1] = (float) Math.cos(3.1 * i);
    }
    double[][] bare;
    try (GraphSession session = open(17)) {
      show(session, rows);
      session.advance();
      bare = read(session, "y");
    }
    Recording recording = new Recording();
    try (GraphSession session = open(17)) {
      show(session, rows);
      session.record(Probe.of("h[0,2].value"), recording);
      session.record(Probe.of("m"), new Recording());
      session.advance();
      assertThat(read(session, "y")).isDeepEqualTo(bare);
      session.advance();
    }
    assertThat(recording.size()).isEqualTo(2 * 50 * 2);
    assertThat(recording.along(199)).isEqualTo(99);
    assertThat(recording.neuron(199)).isEqualTo(2);
  }

  @Test
  void tokensAreAnAxisOfTheirOwn() {
    OnnxFile file =
        Models.written(
            folder.resolve("tokens.onnx"),
            Models.model(
                17,
                GraphProto.newBuilder()
                    .addInput(Models.value("x", ElementType.FLOAT, -1, -2, 2))
                    .addNode(Models.node("Neg", List.of("x"), "h"))
                    .addNode(Models.node("Neg", List.of("h"), "y"))
                    .addOutput(Models.value("y", ElementType.FLOAT, -1, -2, 2))));
    try (GraphSession session = open(file)) {
      session.feed("x", GraphValue.of(Models.floats(List.of(1L, 3L, 2L), 1, 2, 3, 4, 5, 6)));
      session.advance();
      assertThat(read(session, "h[1]")).isDeepEqualTo(new double[][] {{-2, -4, -6}});
      assertThat(read(session, "h[token=2]")).isDeepEqualTo(new double[][] {{-5, -6}});
      assertThat(read(session, "x[open2=0..1]")).isDeepEqualTo(new double[][] {{1, 2, 3, 4}});
      session.apply(silence("h[1; token=0,2]"));
      session.advance();
      assertThat(read(session, "y")).isDeepEqualTo(new double[][] {{1, 0, 3, 4, 5, 0}});
    }
  }

  @Test
  void aValueWithinALoopCanBeSilencedAsAWhole() {
    OnnxFile file = Models.written(folder.resolve("loop.onnx"), Models.loop(17));
    try (GraphSession session = open(file)) {
      session.feed("start", GraphValue.of(Models.floats(List.of(1L), 1)));
      session.advance();
      // 1, 3, 8, 19, 42, 89
      assertThat(read(session, "r")).isDeepEqualTo(new double[][] {{89}});
      session.apply(silence("\"Loop_0.body/step\""));
      session.advance();
      assertThat(read(session, "r")).isDeepEqualTo(new double[][] {{32}});
      session.apply(silence("\"If_3.then_branch/kept\""));
      session.advance();
      assertThat(read(session, "r")).isDeepEqualTo(new double[][] {{0}});
      assertThatThrownBy(() -> session.apply(silence("\"Loop_0.body/step\"[0]")))
          .hasMessageContaining("only be silenced as a whole");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void threadsChangeNoBit(int threads) {
    OnnxFile file = Models.written(folder.resolve("m.onnx"), Models.layer(17));
    try (GraphSession one = open(file);
        GraphSession more =
            GraphSession.open(file, SessionOptions.seeded(1).withThreads(threads))) {
      float[] row = {0.1f, 0.7f};
      show(one, row);
      show(more, row);
      one.advance();
      more.advance();
      assertThat(read(more, "h")).isDeepEqualTo(read(one, "h"));
    }
  }

  @Test
  void mistakesAreNamedWithTheNearest() {
    try (GraphSession session = open(17)) {
      assertThatThrownBy(() -> session.bind(SiteRef.parse("\"act/1:1\"")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("did you mean 'act/1:0'?");
      assertThatThrownBy(() -> session.bind(SiteRef.parse("h[3]")))
          .hasMessageContaining("neuron 3 is outside 0..2");
      assertThatThrownBy(() -> session.bind(SiteRef.parse("h[bach=0]")))
          .hasMessageContaining("did you mean 'batch'?");
      assertThatThrownBy(() -> session.bind(SiteRef.parse("h.v")))
          .hasMessageContaining("have no variable 'v'");
      assertThatThrownBy(() -> session.present(Stimulus.frame("z", new float[2])))
          .hasMessageContaining("the graph has no input 'z'");
      assertThatThrownBy(() -> session.present(Stimulus.frame("x", new float[3])))
          .hasMessageContaining("3 numbers in row 0, but the input takes open1×2");
      assertThatThrownBy(
              () -> session.feed("x", GraphValue.of(Models.longs(List.of(1L, 2L), 1, 2))))
          .hasMessageContaining("takes float open1×2, not int64 1×2");
      assertThatThrownBy(() -> session.apply(silence("x")))
          .hasMessageContaining("is an input of the graph");
      assertThatThrownBy(() ->
              session.apply(
                  new Intervention.Silence(
                      SiteRef.parse("h"), Intervention.Silence.Scope.INPUTS, Window.ALWAYS)))
          .hasMessageContaining("silence its outputs");
      assertThatThrownBy(() -> session.apply(new Intervention.Lesion("p", Window.ALWAYS)))
          .hasMessageContaining("nodes and no projections");
      assertThatThrownBy(() ->
              session.apply(
                  new Intervention.Patch(SiteRef.parse("h"), Numbers.of(1), Window.ALWAYS)))
          .hasMessageContaining("1 numbers for 3 elements");
      assertThatThrownBy(() -> read(session, "h")).hasMessageContaining("nothing has been run");
    }
  }

  @Test
  void whatTheRuntimeDoesNotTakeIsTold() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(Models.value("x", ElementType.FLOAT, 2))
            .addNode(Models.node("Frobnicate", List.of("x"), "y"))
            .addOutput(Models.value("y", ElementType.FLOAT, 2));
    OnnxFile file = Models.written(folder.resolve("odd.onnx"), Models.model(17, graph));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("odd.onnx")
        .hasMessageContaining("ONNX Runtime does not support it")
        .hasMessageContaining("Frobnicate");
  }
}

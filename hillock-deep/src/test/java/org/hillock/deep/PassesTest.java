package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;
import static org.hillock.deep.Twins.batch;
import static org.hillock.deep.Twins.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;

/** What is heard of passes before. */
class PassesTest {

  /** Counts up by what is shown, and a copy of it two passes late. */
  private static Network counter() {
    return Network.builder("counter")
        .population("image", 1, "input")
        .population("late", 1, "identity")
        .population("count", 1, "identity")
        .projection("image", "count", new OneToOne(), c -> c)
        .projection("count", "count", new OneToOne(), c -> c.delay(Values.constant(1)))
        .projection("count", "late", new OneToOne(), c -> c.delay(Values.constant(2)))
        .build();
  }

  private static List<Double> run(Session session, String site, int passes) {
    List<Double> seen = new ArrayList<>();
    for (int i = 0; i < passes; i++) {
      session.advance();
      seen.add(read(session, site)[0][0]);
    }
    return seen;
  }

  @Test
  void aDelayOfPassesIsHeardThatManyPassesLate() {
    try (Session session = new TensorEngine().open(counter(), SessionOptions.seeded(1))) {
      session.present(Stimulus.frame("image", new float[] {1}));
      assertThat(run(session, "late", 5)).containsExactly(0.0, 0.0, 1.0, 2.0, 3.0);
      session.reset(0);
      session.present(Stimulus.frame("image", new float[] {1}));
      assertThat(run(session, "count", 4)).containsExactly(1.0, 2.0, 3.0, 4.0);
    }
  }

  /** Silenced in one pass, it is not heard in the next, and goes on from there. */
  @Test
  void interventionsActOnWhatIsRemembered() {
    try (Session session = new TensorEngine().open(counter(), SessionOptions.seeded(1))) {
      session.present(Stimulus.frame("image", new float[] {1}));
      assertThat(run(session, "count", 2)).containsExactly(1.0, 2.0);
      session.apply(
          new Silence(SiteRef.parse("count"), Silence.Scope.OUTPUTS, Intervention.Window.ALWAYS));
      assertThat(run(session, "count", 2)).containsExactly(3.0, 1.0);
      session.clearInterventions();
      assertThat(run(session, "count", 2)).containsExactly(1.0, 2.0);
      session.apply(new Intervention.Clamp(SiteRef.parse("count"), 7, Intervention.Window.ALWAYS));
      assertThat(run(session, "count", 1)).containsExactly(7.0);
      session.clearInterventions();
      assertThat(run(session, "count", 1)).containsExactly(8.0);
    }
  }

  @Test
  void everyRowOfABatchHasItsOwnPast() {
    try (Session session = new TensorEngine().open(counter(), SessionOptions.seeded(1))) {
      session.present(new Stimulus.Frames("image", new float[][] {{1}, {10}}));
      session.advance();
      session.present(new Stimulus.Nothing("image"));
      session.advance();
      assertThat(read(session, "count")).isDeepEqualTo(new double[][] {{1}, {10}});
      session.present(new Stimulus.Frames("image", new float[][] {{1}, {2}, {3}}));
      assertThatThrownBy(session::advance)
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "a batch of 3 rows follows one of 2, and network 'counter' hears of what was sent"
                  + " before; reset the session first");
    }
    PlainForward plain = new PlainForward(counter());
    plain.passes(List.of(Map.of(), Map.of()));
    assertThatThrownBy(() -> plain.passes(List.of(Map.of()))).isInstanceOf(UsageException.class);
    plain.reset();
    assertThat(plain.passes(List.of(Map.of()))).hasSize(1);
  }

  private static Network recurrent(String neuron, Shape image, int frame) {
    return Network.builder("recurrent")
        .seed(8)
        .population("image", frame, "input")
        .population("inner", 4, neuron, p -> p.bias(normal(0.3)))
        .population("out", 2, "softmax", p -> p.bias(normal(0.3)))
        .projection("image", "inner", dense(), c -> c.weight(normal(0.7)))
        .projection("inner", "inner", dense(), c -> c.weight(normal(0.5)).delay(Values.constant(1)))
        .projection("image", "out", dense(), c -> c.weight(normal(0.5)).delay(Values.constant(2)))
        .projection("inner", "out", dense(), c -> c.weight(normal(0.5)))
        .decision(new Decision.LargestValue("out"))
        .presentation(Presentation.inPasses(image, Presentation.Order.ROWS))
        .build();
  }

  @Test
  void passesMeetTheirTwin() {
    List<Map<String, float[][]>> passes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      passes.add(Map.of("image", batch(3, 3, i)));
    }
    Twins.meet(recurrent("tanh", Shape.of(4, 3), 3), passes, 3);
  }

  @Test
  void theGradientGoesBackThroughAllPasses() {
    Shape image = Shape.of(4, 3, 1);
    Dataset data =
        new Dataset("rows", image, batch(6, 12, 2), new int[] {0, 1, 1, 0, 1, 0}, 2, "made up");
    Slopes.meetFiniteDifferences(recurrent("tanh", image, 3), data);
    Slopes.meetFiniteDifferences(recurrent("gelu", image, 3), data);
  }
}

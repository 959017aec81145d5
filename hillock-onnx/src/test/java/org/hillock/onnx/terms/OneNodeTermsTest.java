package org.hillock.onnx.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.bench.Models;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.runtime.GraphValue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What single nodes of many operators make their elements of. */
class OneNodeTermsTest {

  /** Elements of each value that are asked about. */
  private static final int ASKED = 12;

  /** What the bench asks of every explanation. */
  private static final double RELATIVE = 1e-5;

  @TempDir Path folder;

  private GraphSession open(OneNode one) {
    OnnxFile file = Models.written(folder.resolve("one.onnx"), one.model());
    GraphSession session = GraphSession.open(file, SessionOptions.seeded(1));
    long[] dims = one.dims().stream().mapToLong(Long::longValue).toArray();
    session.feed("x", GraphValue.of(OneNode.drawn(dims, 5)));
    session.advance();
    return session;
  }

  private static double[] ones(IsolatedNeuron neuron) {
    double[] ones = new double[neuron.terms().size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static int rows(GraphSession session) {
    return session.read(session.bind(SiteRef.parse("y"))).length;
  }

  private static IsolatedNeuron any(GraphSession session, Draws draws) {
    int row = draws.below(rows(session));
    double[][] all = session.read(session.bind(SiteRef.parse("y")));
    int element = draws.below(all[0].length);
    int width = session.network().population("y").size();
    assertThat(width).isEqualTo(all[0].length);
    int tokens = session.network().population("y").shape().extents().size();
    SiteRef site =
        tokens == 2
            ? SiteRef.parse(
                "y["
                    + element % session.network().population("y").shape().extents().get(1)
                    + "; token="
                    + element / session.network().population("y").shape().extents().get(1)
                    + "]")
            : SiteRef.of("y", new int[] {element}, "value");
    IsolatedNeuron neuron = session.isolate(site, row);
    assertThat(neuron.value()).isEqualTo(all[row][element]);
    assertThat(session.read(session.bind(neuron.site())))
        .isDeepEqualTo(new double[][] {{neuron.value()}});
    return neuron;
  }

  private static double size(IsolatedNeuron neuron) {
    return neuron
        .contributions()
        .map(each -> Arrays.stream(each).map(Math::abs).sum())
        .orElse(1 + Math.abs(neuron.value()));
  }

  /** Each source is found where it says it is, alone, with what it carried. */
  private static void sourcesAreFound(GraphSession session, IsolatedNeuron neuron) {
    for (Term term : neuron.terms()) {
      if (term.source().isPresent() && term.carried() != 0) {
        assertThat(session.read(session.bind(term.source().get())))
            .isDeepEqualTo(new double[][] {{term.carried()}});
      }
    }
  }

  private static void addsUp(IsolatedNeuron neuron) {
    double[] each = neuron.contributions().orElseThrow();
    double off = RELATIVE * size(neuron);
    assertThat(each).hasSize(neuron.terms().size());
    assertThat(Arrays.stream(each).sum()).isCloseTo(neuron.value(), within(off));
    assertThat(neuron.play(ones(neuron))).isCloseTo(neuron.value(), within(off));
  }

  /** Played without one term is what the graph gives with that element held at 0. */
  private static void playsAsTheGraphWould(
      GraphSession session, IsolatedNeuron neuron, Draws draws) {
    List<Term> terms = neuron.terms();
    int left = draws.below(terms.size());
    if (terms.get(left).source().isEmpty()) {
      return;
    }
    double[] without = ones(neuron);
    without[left] = 0;
    double played = neuron.play(without);
    session.apply(new Intervention.Clamp(terms.get(left).source().get(), 0, Window.ALWAYS));
    session.advance();
    double seen = session.read(session.bind(neuron.site()))[0][0];
    if (Double.isFinite(seen)) {
      assertThat(played).isCloseTo(seen, within(RELATIVE * size(neuron)));
    }
    session.clearInterventions();
    session.advance();
  }

  @ParameterizedTest
  @MethodSource("org.hillock.onnx.terms.OneNodes#adding")
  void termsAddUpAndAreFoundAndPlayed(OneNode one) {
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 9);
    try (GraphSession session = open(one)) {
      for (int i = 0; i < ASKED; i++) {
        IsolatedNeuron neuron = any(session, draws);
        addsUp(neuron);
        sourcesAreFound(session, neuron);
        if (i < 3) {
          playsAsTheGraphWould(session, neuron, draws);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.hillock.onnx.terms.OneNodes#winners")
  void theWinnerIsAllOfIt(OneNode one) {
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 9);
    try (GraphSession session = open(one)) {
      for (int i = 0; i < ASKED; i++) {
        IsolatedNeuron neuron = any(session, draws);
        addsUp(neuron);
        sourcesAreFound(session, neuron);
        double[] each = neuron.contributions().orElseThrow();
        assertThat(Arrays.stream(each).filter(c -> c != 0)).containsExactly(neuron.value());
        if (i < 3) {
          playsAsTheGraphWould(session, neuron, draws);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.hillock.onnx.terms.OneNodes#together")
  void whatDoesNotAddUpIsPlayed(OneNode one) {
    if (one.name().startsWith("Resize")) {
      one.graph()
          .addInitializer(
              org.hillock.onnx.graph.Tensors.proto("by", Models.floats(List.of(4L), 1, 1, 2, 2)));
      one.graph().getNodeBuilder(1).setInput(1, "");
    }
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 9);
    try (GraphSession session = open(one)) {
      for (int i = 0; i < ASKED; i++) {
        IsolatedNeuron neuron = any(session, draws);
        assertThat(neuron.contributions()).isEmpty();
        assertThat(neuron.play(ones(neuron)))
            .isCloseTo(neuron.value(), within(RELATIVE * size(neuron)));
        sourcesAreFound(session, neuron);
        if (i < 3) {
          playsAsTheGraphWould(session, neuron, draws);
        }
      }
    }
  }
}

package org.hillock.verify.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.hillock.app.shell.GraphRespondent;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.training.Progress;
import org.hillock.formats.digits.Digits;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.axis.Subject;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.learning.Schooling;
import org.hillock.onnx.answer.AnsweringGraph;
import org.hillock.onnx.answer.Wanted;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All axes on graphs that no network can be read of: attention, chance, recurrence both ways. */
class GraphAxesTest {

  private static final Split DIGITS = Split.stratified(Digits.load(), 0.3, 1);

  @TempDir private static Path folder;
  private static Map<String, Measurement> attention = Map.of();
  private static Map<String, Measurement> noisy = Map.of();
  private static Map<String, Measurement> bothWays = Map.of();

  @BeforeAll
  static void allAxesAreAsked() {
    Dataset train = DIGITS.train().first(600);
    attention =
        asked(
            SmallGraph.attention(folder, train)
                .output("logits", -1, 10)
                .write(folder, "attention"));
    noisy = asked(SmallGraph.noisy(folder, train, 0.25).write(folder, "noisy"));
    bothWays = asked(SmallGraph.bothWays(folder, train).write(folder, "bothWays"));
  }

  private static Respondent.AsItStands respondent(OnnxFile file) {
    Dataset test = DIGITS.test();
    return GraphRespondent.of(
        AnsweringGraph.of(
            file,
            new Wanted(
                test.shape(),
                test.name(),
                test.classes(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                InputRange.UNIT)));
  }

  private static Map<String, Measurement> asked(OnnxFile file) {
    Subject subject =
        Subject.of(
            respondent(file),
            DIGITS.test(),
            5,
            true,
            new Schooling.Untaught("because it does not learn here"));
    Map<String, Measurement> all = new LinkedHashMap<>();
    Axis.all().forEach(axis -> all.put(axis.definition().id(), axis.ask(subject)));
    return all;
  }

  private static Measured measured(Map<String, Measurement> axes, String id) {
    Measurement m = Objects.requireNonNull(axes.get(id));
    assertThat(m).as(id + ": " + m).isInstanceOf(Measured.class);
    return (Measured) m;
  }

  private static double detail(Measured measured, String name) {
    assertThat(measured.details()).containsKey(name);
    return Objects.requireNonNull(measured.details().get(name));
  }

  private static String because(Map<String, Measurement> axes, String id) {
    return ((NotDefined) java.util.Objects.requireNonNull(axes.get(id))).because();
  }

  @Test
  void whatStandsInADescriptionIsNotDefinedWithTheNodeThatStoodInTheWay() {
    for (Map<String, Measurement> axes : java.util.List.of(attention, noisy, bothWays)) {
      assertThat(axes).hasSize(Axis.all().size());
      assertThat(axes.values().stream().filter(NotDefined.class::isInstance).count()).isEqualTo(4);
      assertThat(because(axes, "learning")).isEqualTo("because it does not learn here");
    }
    for (String id : java.util.List.of("sum", "sign", "roles")) {
      assertThat(because(attention, id))
          .startsWith("because it asks about ")
          .contains("has nodes and no synapses", "cannot be read into a network (MatMul 'n_qk'");
    }
    assertThat(because(bothWays, "sign")).contains("(GRU 'n_y'");
  }

  /**
   * 3 · 8·8 (q, k, v), attention 8·8, mixed and beside 8·8 each, hidden 96, logits 10, 64 pixels.
   */
  @Test
  void sizeAndCostAreThoseCountedByHand() {
    Measured size = measured(attention, "size");
    // 'mixed' is a sum that goes into another with the image: no function of it alone
    assertThat(size.value()).isEqualTo(64 + 3 * 64 + 64 + 64 + 64 + 96 + 10);
    long weights = 3 * 8 * 64 + 64 * 96 + 96 * 10;
    assertThat(detail(size, "parameters")).isEqualTo(3 * 64 + 64 * 96 + 96 + 96 * 10 + 10);
    assertThat(detail(size, "synapses")).isEqualTo(weights);
    // q·k and attention·v: 8 · 8 · 8 products each
    assertThat(measured(attention, "cost").value()).isEqualTo(weights + 2 * 512);
  }

  @Test
  void aGraphWithoutChanceOrMemoryGivesExactlyNone() {
    assertThat(measured(attention, "chance").value()).isZero();
    assertThat(detail(measured(attention, "chance"), "activity_differs_share")).isZero();
    assertThat(measured(attention, "context").value()).isZero();
    assertThat(measured(attention, "after_input").value()).isZero();
    assertThat(measured(attention, "direction").value()).isZero();
    assertThat(detail(measured(attention, "direction"), "values_on_circles_between_nodes"))
        .isZero();
    assertThat(measured(attention, "neighbours").value()).isZero();
    assertThat(measured(attention, "state").value()).isZero();
  }

  /** q, attention, mixed, beside, hidden, logits: one behind the other. */
  @Test
  void anImageReachesAllValuesOneBehindTheOther() {
    assertThat(measured(attention, "timing").value()).isEqualTo(6);
    Measured chain = measured(attention, "chain");
    assertThat(chain.value()).isEqualTo(6);
    // the image itself goes to 'beside', past q, k, v, attention and mixed
    assertThat(detail(chain, "values_to_the_farthest_by_the_shortest_way")).isEqualTo(3);
    assertThat(detail(chain, "breadth_share_of_neurons")).isBetween(0.8, 1.0);
  }

  @Test
  void whatItKnowsIsSeenInAnswers() {
    Measured recall = measured(attention, "recall");
    assertThat(detail(recall, "accuracy_whole")).isGreaterThan(0.85);
    assertThat(recall.value()).isBetween(0.05, 0.95);
    assertThat(detail(recall, "hidden_overlap_half_covered"))
        .isGreaterThan(detail(recall, "hidden_overlap_with_another_image"));
    assertThat(measured(attention, "stream").value()).isEqualTo(1000);
    assertThat(measured(attention, "damage").value()).isBetween(0.02, 0.9);
    Measured shares = measured(attention, "shares");
    assertThat(shares.value()).isBetween(0.03, 0.5);
    assertThat(detail(shares, "correlation_measured_again")).isGreaterThan(0.9);
  }

  @Test
  void nodesThatDrawAreSeededAndCanBeMadeSteady() {
    Measured chance = measured(noisy, "chance");
    assertThat(chance.value()).isGreaterThan(0.1);
    assertThat(detail(chance, "noise_sources")).isEqualTo(1);
    assertThat(detail(chance, "activity_differs_share")).isEqualTo(1);
    assertThat(detail(chance, "entropy_bits")).isGreaterThan(0);
    assertThat(detail(chance, "entropy_bits_without_any")).isZero();
    // all draw the same in both courses, so what was before makes no difference
    assertThat(measured(noisy, "context").value()).isZero();
    assertThat(detail(measured(noisy, "context"), "noise_floor_bits")).isGreaterThan(0);
    assertThat(measured(noisy, "after_input").value()).isZero();
    assertThat(measured(noisy, "shares").method()).contains("Its noise was taken out");
    // shares of a decision are those of the graph without its noise
    assertThat(measured(noisy, "shares").value()).isEqualTo(measured(attention, "shares").value());
  }

  /** 8 rows · 2 ways · 24 numbers go round within the GRU; 64 pixels and 10 shares do not. */
  @Test
  void whatGoesRoundWithinANodeIsSaid() {
    Measured direction = measured(bothWays, "direction");
    assertThat(direction.value()).isEqualTo(384.0 / (64 + 384 + 10));
    assertThat(direction.method()).contains("GRU n_y");
    assertThat(detail(direction, "nodes_that_go_round_within")).isEqualTo(1);
    assertThat(measured(bothWays, "timing").method()).contains("Rounds within 1 of its nodes");
    assertThat(measured(bothWays, "context").value()).isZero();
    assertThat(measured(bothWays, "after_input").value()).isZero();
    assertThat(detail(measured(bothWays, "recall"), "accuracy_whole")).isGreaterThan(0.85);
  }

  @Test
  void theSameSeedGivesTheSameToTheBit() {
    OnnxFile file = OnnxFile.read(folder.resolve("noisy.onnx"));
    double[] first = answers(file, 3);
    assertThat(answers(file, 3)).isEqualTo(first);
    assertThat(answers(file, 4)).isNotEqualTo(first);
  }

  private static double[] answers(OnnxFile file, long seed) {
    try (Classifier classifier = Classifier.open(respondent(file), seed)) {
      classifier.accuracy(DIGITS.test().first(10), Progress.NONE);
      return classifier.scores(DIGITS.test().first(10).images(), 2)[7];
    }
  }
}

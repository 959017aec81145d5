package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.junit.jupiter.api.Test;

/** Axes that can be counted: size, direction, sign, the multiply-adds of a pass, its layers. */
class StructureAxesTest {

  private static final Dataset COLUMNS = Images.columns(20, 1);

  /** 9 → 2×2×2 by two shared 2×2 kernels → 2. */
  private static Network convolved() {
    return Network.builder("convolved")
        .population("image", Shape.of(3, 3, 1), "input", p -> p)
        .population("hidden", Shape.of(2, 2, 2), "relu", p -> p.bias(Values.constant(0)))
        .population("out", 2, "softmax")
        .projection("image", "hidden", new Connectivity.Convolution(2, 2, 1, 0), p -> p)
        .projection("hidden", "out", Nets.dense(), p -> p)
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static Connectivity ring(int neurons) {
    int[] pre = java.util.stream.IntStream.range(0, neurons).toArray();
    int[] post = java.util.Arrays.stream(pre).map(n -> (n + 1) % neurons).toArray();
    return Connectivity.EdgeList.of(pre, post);
  }

  @Test
  void axesHaveNamesOfTheirOwn() {
    assertThat(Axis.all().stream().map(a -> a.definition().id()))
        .containsExactly(
            "size",
            "sum",
            "shares",
            "sign",
            "direction",
            "roles",
            "timing",
            "chance",
            "after_input",
            "recall",
            "stream",
            "chain",
            "context",
            "state",
            "damage",
            "cost",
            "neighbours",
            "learning");
    assertThat(Axis.all().stream().map(Axis::definition).map(AxisDefinition::measures))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  /** 4 places · 4 cells · 2 kernels + 8·2 synapses; 2·4 + 8·2 weights and 8 biases. */
  @Test
  void sizeTellsSynapsesFromParameters() {
    Measurement.Measured size = Measured.by(new SizeAxis(), convolved(), COLUMNS);
    assertThat(size.value()).isEqualTo(19);
    assertThat(Measured.detail(size, "synapses")).isEqualTo(48);
    assertThat(Measured.detail(size, "parameters")).isEqualTo(32);
  }

  @Test
  void costOfAPassIsOneMultiplyAddForEachSynapse() {
    Measurement.Measured cost = Measured.by(new CostAxis(), convolved(), COLUMNS);
    assertThat(cost.value()).isEqualTo(48);
    assertThat(cost.unit()).isEqualTo("multiply-adds");
  }

  /** (9 + 2)·5 + 5·5 synapses in a pass, one pass for each of 2 labels. */
  @Test
  void costCountsAPassForEachLabel() {
    Network network = BuiltInNetworks.forwardForward(COLUMNS.shape(), List.of(5, 5), 2, 1);
    Measurement.Measured cost = Measured.by(new CostAxis(), network, COLUMNS);
    assertThat(cost.value()).isEqualTo(160);
    assertThat(Measured.detail(cost, "passes")).isEqualTo(2);
  }

  @Test
  void directionIsZeroForwardAndOneInARing() {
    assertThat(Measured.value(new DirectionAxis(), convolved(), COLUMNS)).isZero();
    Network ring =
        Network.builder("ring")
            .population("p", 4, "if")
            .projection("p", "p", ring(4), Nets.mV(1, 1, 1, 1))
            .build();
    assertThat(Measured.value(new DirectionAxis(), ring, COLUMNS)).isEqualTo(1);
  }

  /**
   * Four synapses round; 8 + 2 neurons with 2 + 2 sets of weights; nothing to cut, nothing lost.
   */
  @Test
  void directionTellsTheWayRoundUsesAndWhatFeedbackIsWorth() {
    Network ring =
        Network.builder("ring")
            .population("p", 4, "if")
            .projection("p", "p", ring(4), Nets.mV(1, 1, 1, 1))
            .build();
    Measurement.Measured round = Measured.by(new DirectionAxis(), ring, COLUMNS);
    assertThat(Measured.detail(round, "median_shortest_cycle_synapses")).isEqualTo(4);
    assertThat(Measured.detail(round, "feedback_projections")).isEqualTo(1);
    Measurement.Measured forward = Measured.by(new DirectionAxis(), convolved(), COLUMNS);
    assertThat(Measured.detail(forward, "uses_of_a_set_of_weights_per_input")).isEqualTo(2.5);
    assertThat(Measured.detail(forward, "shuffled_share_on_cycles_high")).isZero();
    assertThat(Measured.detail(forward, "accuracy_lost_without_feedback")).isZero();
    assertThat(Measured.detail(forward, "accuracy_lost_without_feedback_high")).isZero();
  }

  /** Four groups of ten, joined within only, against joined anywhere. */
  @Test
  void rolesFindGroupsOfTheWiringAndNoneWhereChanceJoined() {
    int[] pre = java.util.stream.IntStream.range(0, 360).map(k -> k / 9).toArray();
    int[] within =
        java.util.stream.IntStream.range(0, 360)
            .map(k -> k / 90 * 10 + (k / 9 + 1 + k % 9) % 10)
            .toArray();
    Network grouped = cells("grouped", Connectivity.EdgeList.of(pre, within));
    Measurement.Measured found = Measured.by(new RolesAxis(), grouped, COLUMNS);
    // four equal groups without a synapse between them: 1 - 1/4
    assertThat(Measured.detail(found, "modularity"))
        .isCloseTo(0.75, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(Measured.detail(found, "groups")).isEqualTo(4);
    assertThat(found.value()).isGreaterThan(0.4);
    assertThat(found.interval().orElseThrow().low()).isGreaterThan(0.4);
    Network joined = cells("joined", new Connectivity.FixedInDegree(9, false, false));
    Measurement.Measured chance = Measured.by(new RolesAxis(), joined, COLUMNS);
    assertThat(Math.abs(chance.value())).isLessThan(0.05);
  }

  private static Network cells(String name, Connectivity joined) {
    return Network.builder(name)
        .population("p", 40, "if")
        .projection("p", "p", joined, p -> p.weight("1 mV"))
        .build();
  }

  /** Inputs are neurons that no signal comes back to; weights of 0 carry none. */
  @Test
  void directionCountsNeuronsOnCyclesOnly() {
    NetworkBuilder halfway =
        Network.builder("half").population("image", 4, "input").population("p", 4, "if");
    Network network =
        halfway
            .projection("image", "p", new Connectivity.OneToOne(), p -> p.weight("1 mV"))
            .projection("p", "p", ring(4), Nets.mV(1, -2, 1, 1))
            .build();
    assertThat(Measured.value(new DirectionAxis(), network, COLUMNS)).isEqualTo(0.5);
    Network cut =
        Network.builder("cut")
            .population("p", 4, "if")
            .projection("p", "p", ring(4), Nets.mV(1, 0, 1, 1))
            .build();
    assertThat(Measured.value(new DirectionAxis(), cut, COLUMNS)).isZero();
  }

  private static Network signed(double... weights) {
    return Network.builder("signed")
        .population("image", 2, "input")
        .population("out", 2, "identity")
        .projection("image", "out", Nets.dense(), Nets.weights(weights))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  @Test
  void signIsOneWhereNeuronsKeepToDale() {
    Dataset images = Images.unlabelled(2, new float[] {1, 0}, new float[] {0, 1});
    Measurement.Measured dale = Measured.by(new SignAxis(), signed(1, -2, 3, 0), images);
    assertThat(dale.value()).isEqualTo(1);
    assertThat(Measured.detail(dale, "negative_weights_share")).isCloseTo(1 / 3.0, within(1e-12));
    // outputs (1, 3) and (-2, 0)
    assertThat(Measured.detail(dale, "negative_activations_share")).isEqualTo(0.25);
    assertThat(Measured.value(new SignAxis(), signed(1, 1, -1, 1), images)).isEqualTo(0.5);
    assertThat(Measured.value(new SignAxis(), signed(1, 1, -1, -1), images)).isZero();
  }

  @Test
  void signNeedsASynapse() {
    assertThat(
            new SignAxis()
                .measure(
                    Measured.subject(signed(0, 0, 0, 0), Images.unlabelled(2, new float[] {1, 0}))))
        .isEqualTo(new Measurement.NotDefined("because no neuron has an outgoing synapse"));
  }

  private static Network hidden(Integer... sizes) {
    return BuiltInNetworks.perceptron(COLUMNS.shape(), List.of(sizes), 2, 1);
  }

  @Test
  void depthIsTheLongestPathFromAnInput() {
    assertThat(TimingAxis.depth(hidden())).isEqualTo(1);
    assertThat(TimingAxis.depth(hidden(4, 4, 4))).isEqualTo(4);
    Network skipping =
        Network.builder("skipping")
            .population("out", 1, "identity")
            .population("hidden", 1, "relu")
            .population("image", 1, "input")
            .projection("image", "out", Nets.dense(), p -> p)
            .projection("hidden", "out", Nets.dense(), p -> p)
            .projection("image", "hidden", Nets.dense(), p -> p)
            .build();
    assertThat(TimingAxis.depth(skipping)).isEqualTo(2);
  }

  @Test
  void aPassUpdatesALayerAtATime() {
    Measurement.Measured timing = Measured.by(new TimingAxis(), hidden(4, 4), COLUMNS);
    assertThat(timing.value()).isEqualTo(3);
    assertThat(timing.details()).containsEntry("layers_updated_together", 3.0);
  }

  /** Run in time by the spiking engine, so nothing that is said of a pass would be true. */
  @Test
  void whatSettlesHasNoPass() {
    Network settling =
        Network.builder("settling")
            .population("image", 9, "input")
            .population("hidden", 3, "relu")
            .population("out", 2, "identity")
            .projection("image", "hidden", Nets.dense(), p -> p.weight(Values.constant(0.1)))
            .projection("hidden", "hidden", Nets.dense(), p -> p.weight(Values.constant(-0.1)))
            .projection("hidden", "out", Nets.dense(), p -> p)
            .decision(new Decision.LargestValue("out"))
            .build();
    assertThat(new CostAxis().measure(Measured.subject(settling, COLUMNS)))
        .isEqualTo(
            new Measurement.NotDefined(
                "because its rate neurons act on each other in circles: it settles step by step"
                    + " and not in one pass"));
    assertThat(Measured.by(new AfterInputAxis(), settling, COLUMNS).unit()).isEqualTo("ms");
    for (Axis axis : Axis.all()) {
      assertThat(axis.measure(Measured.subject(settling, COLUMNS))).isNotNull();
    }
  }

  @Test
  void latencyIsWhenTheAnswerStoodForGood() {
    assertThat(TimingAxis.latency(new int[] {0, 1, 1}, 1)).isEqualTo(2);
    assertThat(TimingAxis.latency(new int[] {1, 0, 1}, 0.5)).isEqualTo(1.5);
    assertThat(TimingAxis.latency(new int[] {1, 1, 1}, 1)).isEqualTo(1);
  }
}

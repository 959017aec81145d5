package org.hillock.lab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.baseline.NearestNeighbour;
import org.junit.jupiter.api.Test;

class ExperimentTest {

  /** Three pixels by three; the label says whether the left or the right column is bright. */
  private static Dataset columns(int count) {
    float[][] images = new float[count][9];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(3, Purpose.EXPERIMENT, i);
      labels[i] = i % 2;
      for (int p = 0; p < 9; p++) {
        boolean bright = p % 3 == (labels[i] == 0 ? 0 : 2);
        images[i][p] = (float) ((bright ? 0.7 : 0.0) + 0.3 * draws.uniform());
      }
    }
    return new Dataset("columns", Shape.of(3, 3, 1), images, labels, 2, "made for a test");
  }

  private static ComparisonRequest request(List<Network> networks) {
    return new ComparisonRequest(
        "columns",
        networks,
        new ComparisonRequest.Source.Whole(columns(400)),
        1,
        true,
        "./hillock compare");
  }

  private static Network trainable(String rule, int epochs) {
    Network network = BuiltInNetworks.perceptron(Shape.of(3, 3, 1), List.of(6), 2, 1);
    LearningRule learning = new LearningRule(rule, Map.of("epochs", Quantity.of(epochs)));
    return network.with(
        List.of(),
        network.projections().values().stream()
            .map(p ->
                new org.hillock.core.network.Projection(
                    p.name(),
                    p.from(),
                    p.to(),
                    p.connectivity(),
                    p.weights(),
                    p.delays(),
                    p.receptor(),
                    p.normalisation(),
                    java.util.Optional.of(learning)))
            .toList());
  }

  @Test
  void builtInNetworksAreMeasuredOnEveryAxisAndAlwaysAlike() {
    Comparison one = ComparisonExperiment.run(request(List.of()), Progress.NONE);
    assertThat(one.networks())
        .extracting(Compared::name)
        .containsExactly("backpropagation", "forward-forward", "spiking-twin");
    for (Compared network : one.networks()) {
      assertThat(network.axes())
          .containsOnlyKeys(Axis.all().stream().map(a -> a.definition().id()).toList());
      assertThat(network.accuracy().orElseThrow().mean()).isGreaterThan(0.9);
    }
    assertThat(one.baselines()).allMatch(b -> b.accuracy().mean() > 0.9);
    assertThat(one.networks().get(2).raster()).isPresent();
    Comparison two = ComparisonExperiment.run(request(List.of()), Progress.NONE);
    for (int n = 0; n < 3; n++) {
      Compared a = one.networks().get(n);
      Compared b = two.networks().get(n);
      assertThat(a.network()).isEqualTo(b.network());
      assertThat(a.accuracy()).isEqualTo(b.accuracy());
      for (String axis : a.axes().keySet()) {
        assertThat(a.axes().get(axis))
            .usingRecursiveComparison()
            .as(axis)
            .isEqualTo(b.axes().get(axis));
      }
    }
  }

  @Test
  void ownNetworksAreTrainedByTheRuleTheyState() {
    Network network = trainable("backpropagation", 30);
    Comparison comparison =
        ComparisonExperiment.run(request(List.of(network, network)), Progress.NONE);
    assertThat(comparison.networks())
        .extracting(Compared::name)
        .containsExactly(
            "perceptron",
            "perceptron-spiking-twin",
            "perceptron (2)",
            "perceptron (2)-spiking-twin");
    assertThat(comparison.networks().getFirst().kind())
        .isEqualTo("deep, trained by backpropagation");
    Network trained = comparison.networks().getFirst().network();
    assertThat(trained).isNotEqualTo(network);
    Comparison again = ComparisonExperiment.run(request(List.of(trained)), Progress.NONE);
    assertThat(again.networks().getFirst().kind()).isEqualTo("deep, as given");
    assertThat(again.networks().getFirst().network()).isEqualTo(trained);
  }

  @Test
  void saysWhatDoesNotFit() {
    Network wide = BuiltInNetworks.perceptron(Shape.of(4, 4, 1), List.of(3), 2, 1);
    assertThatThrownBy(() -> ComparisonExperiment.run(request(List.of(wide)), Progress.NONE))
        .hasMessage(
            "populations.image: has 16 neurons, but an image of 'columns' has 9 pixels (3×3×1)");
    Network many = BuiltInNetworks.perceptron(Shape.of(3, 3, 1), List.of(3), 5, 1);
    assertThatThrownBy(() -> ComparisonExperiment.run(request(List.of(many)), Progress.NONE))
        .hasMessage("decision: network 'perceptron' knows 5 answers, but 'columns' has 2 labels");
    Network unknown = trainable("backpropagatoin", 3);
    assertThatThrownBy(() -> ComparisonExperiment.run(request(List.of(unknown)), Progress.NONE))
        .hasMessage("learning rule 'backpropagatoin' is unknown; did you mean 'backpropagation'?");
  }

  @Test
  void stopsWhenAsked() {
    Progress impatient =
        new Progress() {
          @Override
          public void report(double fraction, String what) {
            // hears nothing
          }

          @Override
          public boolean stopped() {
            return true;
          }
        };
    assertThatThrownBy(() -> ComparisonExperiment.run(request(List.of()), impatient))
        .isInstanceOf(StoppedException.class);
  }

  @Test
  void theNearestIsFoundWithAndWithoutShortcuts() {
    Split split = Split.stratified(columns(200), 0.3, 1);
    int right = 0;
    for (int i = 0; i < split.test().size(); i++) {
      double least = Double.POSITIVE_INFINITY;
      int label = -1;
      for (int j = 0; j < split.train().size(); j++) {
        double d = 0;
        for (int p = 0; p < 9; p++) {
          double difference = split.train().images()[j][p] - split.test().images()[i][p];
          d += difference * difference;
        }
        if (d < least) {
          least = d;
          label = split.train().labels()[j];
        }
      }
      right += label == split.test().labels()[i] ? 1 : 0;
    }
    assertThat(NearestNeighbour.accuracy(split, Progress.NONE))
        .isEqualTo((double) right / split.test().size());
  }

  @Test
  void accuraciesHaveTheirSpread() {
    Accuracy accuracy = new Accuracy(List.of(0.9, 1.0, 0.8), 10);
    assertThat(accuracy.mean()).isEqualTo(0.9, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(accuracy.sd()).isEqualTo(0.1, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(new Accuracy(List.of(0.5), 10).sd()).isZero();
  }
}

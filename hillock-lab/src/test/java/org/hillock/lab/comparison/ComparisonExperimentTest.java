package org.hillock.lab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.training.Progress;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement;
import org.junit.jupiter.api.Test;

/** A quick comparison of the built-in three on 60 images of 3×3 pixels, run twice. */
class ComparisonExperimentTest {

  private static final Dataset COLUMNS = Images.columns(60, 1);
  private static final List<Double> TOLD = new ArrayList<>();

  private static final Comparison COMPARISON = run(List.of(), (done, _) -> TOLD.add(done));

  private static Comparison run(List<Network> own, Progress progress) {
    return ComparisonExperiment.run(
        new ComparisonRequest(
            "columns",
            own,
            new ComparisonRequest.Source.Whole(COLUMNS),
            7,
            true,
            "compare columns"),
        progress);
  }

  @Test
  void theBuiltInThreeAreMeasuredOnEveryAxis() {
    assertThat(COMPARISON.networks().stream().map(Compared::name))
        .containsExactly("backpropagation", "forward-forward", "spiking-twin");
    List<String> ids = Axis.all().stream().map(a -> a.definition().id()).toList();
    assertThat(COMPARISON.axes().stream().map(AxisDefinition::id)).isEqualTo(ids);
    for (Compared network : COMPARISON.networks()) {
      assertThat(network.axes()).as(network.name()).containsOnlyKeys(ids);
      assertThat(network.axes())
          .as(network.name())
          .allSatisfy((id, m) -> {
            if (id.equals("learning") && network.name().equals("spiking-twin")) {
              assertThat(m)
                  .isEqualTo(
                      new Measurement.NotDefined(
                          "because it does not learn: its weights are those of the network that it"
                              + " is the twin of"));
            } else {
              assertThat(m).as(id).isInstanceOf(Measurement.Measured.class);
            }
          });
    }
  }

  @Test
  void onlyWhatSpikesHasARaster() {
    assertThat(COMPARISON.networks().stream().map(n -> n.raster().isPresent()))
        .containsExactly(false, false, true);
    Raster raster = COMPARISON.networks().getLast().raster().orElseThrow();
    assertThat(raster.lanes().stream().map(Raster.Lane::population))
        .containsExactly("hidden1", "hidden2", "out");
    for (Raster.Lane lane : raster.lanes()) {
      assertThat(lane.timesMs()).hasSameSizeAs(lane.neuron()).isSorted();
      assertThat(Arrays.stream(lane.timesMs()).boxed())
          .allMatch(t -> t > raster.fromMs() && t <= raster.toMs());
    }
  }

  /** A pixel of a lit column is above 0.6, of a dark one below 0.4: no image is in doubt. */
  @Test
  void everyoneLearnsWhatASinglePixelTells() {
    for (Compared network : COMPARISON.networks()) {
      assertThat(network.accuracy().orElseThrow().mean()).as(network.name()).isEqualTo(1);
      assertThat(network.accuracy().orElseThrow().asked()).isEqualTo(12);
    }
    assertThat(COMPARISON.baselines().stream().map(Comparison.Baseline::name))
        .containsExactly("logistic regression", "nearest neighbour");
    // Logistic regression has 20 steps of 0.003 from weights
    // near 1/3, too few to promise anything.
    assertThat(COMPARISON.baselines().getLast().accuracy().mean()).isEqualTo(1);
    assertThat(COMPARISON.baselines().getFirst().accuracy().mean()).isBetween(0.5, 1.0);
  }

  @Test
  void saysWhatItRanOn() {
    assertThat(COMPARISON.data().orElseThrow())
        .isEqualTo(
            new Comparison.DataSummary(
                "columns", 48, 12, 1, "stratified 80/20 split, seed 7", "made up"));
    assertThat(COMPARISON.title()).isEqualTo("columns");
    assertThat(COMPARISON.command()).isEqualTo("compare columns");
    assertThat(COMPARISON.seed()).isEqualTo(7);
    // one image of each label, none disputed
    assertThat(COMPARISON.examples().stream().map(Comparison.Example::label)).containsExactly(0, 1);
    assertThat(COMPARISON.examples().getFirst().answers())
        .containsOnlyKeys("backpropagation", "forward-forward", "spiking-twin");
  }

  @Test
  void progressRunsForwardToItsEnd() {
    assertThat(TOLD).isSorted().endsWith(1.0).allMatch(done -> done >= 0 && done <= 1);
  }

  @Test
  void theSameSeedGivesTheSameToTheBit() {
    Comparison again = run(List.of(), Progress.NONE);
    assertThat(again.networks().stream().map(Compared::network))
        .isEqualTo(COMPARISON.networks().stream().map(Compared::network).toList());
    assertThat(again)
        .usingRecursiveComparison()
        .ignoringFields("networks.network")
        .isEqualTo(COMPARISON);
  }

  /** Says which of two columns is the brighter one. */
  private static Network columnsInSpikes() {
    return Network.builder("spikes")
        .population("image", 9, "input")
        .population("out", 2, "if")
        .projection(
            "image",
            "out",
            Connectivity.EdgeList.of(new int[] {0, 2}, new int[] {0, 1}),
            Nets.mV(1, 1))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  @Test
  void ownNetworksOnAnOfficialSplit() {

    Comparison own =
        ComparisonExperiment.run(
            new ComparisonRequest(
                "mine",
                List.of(columnsInSpikes(), columnsInSpikes()),
                new ComparisonRequest.Source.Official(Split.stratified(COLUMNS, 0.5, 3)),
                7,
                true,
                "compare mine"),
            Progress.NONE);
    assertThat(own.networks().stream().map(Compared::name)).containsExactly("spikes", "spikes (2)");
    // pixel 0 is above 0.6 under label 0 and below 0.4 under label 1, pixel 2 the other way round
    assertThat(own.networks()).allMatch(n -> n.accuracy().orElseThrow().mean() == 1);
    assertThat(own.networks().getFirst().axes().get("damage"))
        .isEqualTo(new Measurement.NotDefined("because there is no hidden neuron to silence"));
    assertThat(own.data().orElseThrow().testImages()).isEqualTo(30);
  }

  @Test
  void whoDecidesNothingIsLeftAlone() {
    Network driven =
        Network.builder("driven")
            .population("drive", 10, "poisson", p -> p.param("rate", "300 Hz"))
            .population("cells", 4, "lif-exp")
            .projection("drive", "cells", Nets.dense(), p -> p.weight(Values.constant(300, "pA")))
            .build();
    Comparison alone =
        ComparisonExperiment.run(
            new ComparisonRequest(
                "alone",
                List.of(driven),
                new ComparisonRequest.Source.None(),
                7,
                true,
                "compare driven"),
            Progress.NONE);
    assertThat(alone.data()).isEmpty();
    assertThat(alone.examples()).isEmpty();
    assertThat(alone.baselines()).isEmpty();
    Compared only = alone.networks().getFirst();
    assertThat(only.accuracy()).isEmpty();
    assertThat(only.axes().get("size")).isInstanceOf(Measurement.Measured.class);
    assertThat(only.axes().get("cost"))
        .isInstanceOfSatisfying(
            Measurement.Measured.class, cost -> assertThat(cost.value()).isPositive());
    assertThat(only.axes().get("damage"))
        .isEqualTo(
            new Measurement.NotDefined(
                "because it states no decision, and its 4 neurons are too few for 10 stimuli, which"
                    + " need 8"));

    Comparison beside =
        ComparisonExperiment.run(
            new ComparisonRequest(
                "beside",
                List.of(columnsInSpikes(), driven),
                new ComparisonRequest.Source.Official(Split.stratified(COLUMNS, 0.5, 3)),
                7,
                true,
                "compare both"),
            Progress.NONE);
    assertThat(beside.networks().stream().map(n -> n.accuracy().isPresent()))
        .containsExactly(true, false);
    assertThat(beside.networks().get(1).axes().get("cost")).isEqualTo(only.axes().get("cost"));
    assertThat(beside.examples().getFirst().answers()).hasSize(1);
  }

  /**
   * Two rings of ten and no way between them: a group is what its wiring is made of, and not what
   * degrees alone make of it.
   */
  @Test
  void whatIsShuffledStandsBehindWhatItControls() {
    int[] from = new int[20 * 6];
    int[] to = new int[from.length];
    for (int k = 0; k < from.length; k++) {
      from[k] = k % 20;
      to[k] = from[k] / 10 * 10 + (from[k] + 1 + k / 20) % 10;
    }
    Network rings =
        Network.builder("rings")
            .population("cells", 20, "lif-exp")
            .projection(
                "cells",
                "cells",
                Connectivity.EdgeList.of(from, to),
                p -> p.weight(Values.constant(30, "pA")).delay("1 ms"))
            .build();
    ComparisonRequest request =
        new ComparisonRequest(
            "rings",
            List.of(rings),
            new ComparisonRequest.Source.None(),
            7,
            true,
            "compare rings --shuffled");
    List<Compared> both =
        ComparisonExperiment.run(request.withShuffled(), Progress.NONE).networks();
    assertThat(both.stream().map(Compared::name)).containsExactly("rings", "rings-shuffled");
    Compared control = both.get(1);
    assertThat(control.description()).startsWith("Control: the neurons of 'rings'");
    assertThat(control.network().provenance().history()).contains("wiring shuffled, seed 7");
    assertThat(control.axes().get("size")).isEqualTo(both.getFirst().axes().get("size"));
    assertThat(roles(both.getFirst())).isGreaterThan(roles(control) + 0.1);
  }

  private static double roles(Compared one) {
    return ((Measurement.Measured) java.util.Objects.requireNonNull(one.axes().get("roles")))
        .value();
  }

  /** Stops once something was said that fits. */
  private static Progress stoppingAt(Predicate<String> when) {
    boolean[] stopped = {false};
    return new Progress() {
      @Override
      public void report(double fraction, String what) {
        stopped[0] |= when.test(what);
      }

      @Override
      public boolean stopped() {
        return stopped[0];
      }
    };
  }

  @Test
  void stopsWhileItLearnsAndWhileItMeasures() {
    assertThatThrownBy(() -> run(List.of(), stoppingAt(_ -> true)))
        .isInstanceOf(StoppedException.class);
    assertThatThrownBy(() -> run(List.of(), stoppingAt(what -> what.startsWith("measuring"))))
        .isInstanceOf(StoppedException.class)
        .hasMessage("stopped before it was whole");
  }
}

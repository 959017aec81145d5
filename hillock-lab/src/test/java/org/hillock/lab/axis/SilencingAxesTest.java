package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.junit.jupiter.api.Test;

/** Axes that silence neurons: damage and neighbours. */
class SilencingAxesTest {

  /** As many images of either label. */
  private static final Dataset COLUMNS = Images.columns(60, 1);

  /**
   * For each neuron: the right column less the left one, above 0.6 for label 1, below -0.6 for 0.
   */
  private static double[] difference(int neurons) {
    double[] rows = new double[9 * neurons];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = k % 3 - 1;
    }
    return rows;
  }

  private static double[] onlySecond(int neurons) {
    double[] rows = new double[2 * neurons];
    Arrays.fill(rows, neurons, rows.length, 1);
    return rows;
  }

  /** Says 1 where any of its hidden neurons, all alike, is active; else 0. */
  private static Network alike(int neurons) {
    return Network.builder("alike")
        .population("image", 9, "input")
        .population("hidden", neurons, "relu")
        .population("out", 2, "identity", p -> p.bias(Values.listed(0.1, 0)))
        .projection("image", "hidden", Nets.dense(), Nets.weights(difference(neurons)))
        .projection("hidden", "out", Nets.dense(), Nets.weights(onlySecond(neurons)))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** The same in spikes: output 0 fires every 10 ms of itself. */
  private static Network alikeInSpikes(int neurons) {
    return Network.builder("alike-in-spikes")
        .population("image", 9, "input")
        .population("hidden", neurons, "if")
        .population("out", 2, "if", p -> p.bias(Values.listed(Numbers.of(0.1, 0.0), "mV/ms")))
        .projection("image", "hidden", Nets.dense(), Nets.mV(difference(neurons)))
        .projection("hidden", "out", Nets.dense(), Nets.mV(onlySecond(neurons)))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  /**
   * The one hidden neuron is silenced from a share of 0.5 on (0.5 rounds up); accuracy falls from 1
   * at 0.4 to 0.5, and passes 0.75 half-way between.
   */
  @Test
  void oneDecisiveNeuronIsHalfTheAnswer() {
    for (Network network : List.of(alike(1), alikeInSpikes(1))) {
      Measurement.Measured damage = Measured.by(new DamageAxis(), network, COLUMNS);
      assertThat(damage.value()).as(network.name()).isCloseTo(0.45, within(1e-12));
      assertThat(Measured.detail(damage, "accuracy_whole")).isEqualTo(1);
      assertThat(Measured.detail(damage, "accuracy_at_half")).isEqualTo(0.5);
    }
  }

  /** Nine of ten silenced leave one that does. */
  @Test
  void neuronsThatDoTheSameStandInForEachOther() {
    for (Network network : List.of(alike(10), alikeInSpikes(10))) {
      assertThat(Measured.value(new DamageAxis(), network, COLUMNS))
          .as(network.name())
          .isCloseTo(0.9, within(1e-12));
    }
  }

  @Test
  void halfwayIsReadOffTheCurve() {
    double[] share = {0, 0.5, 1};
    // middle of 1 and 0.5 is 0.75: a sixth of the way from 0.8 to 0.5
    assertThat(DamageAxis.halfway(share, new double[] {1, 0.8, 0.5}, 0.5))
        .isCloseTo(0.5 + 0.5 / 6, within(1e-12));
    assertThat(DamageAxis.halfway(share, new double[] {1, 0.9, 0.8}, 0.5)).isEqualTo(1);
    assertThat(DamageAxis.halfway(share, new double[] {1, 0.5, 1}, 0.5))
        .isCloseTo(0.25, within(1e-12));
  }

  @Test
  void damageNeedsHiddenNeurons() {
    assertThat(new DamageAxis().measure(Measured.subject(Nets.brightest(9), COLUMNS)))
        .isEqualTo(new Measurement.NotDefined("because there is no hidden neuron to silence"));
  }

  /** A network that never learnt can be wrong more often than a coin, and has no way to fall. */
  @Test
  void damageNeedsANetworkThatKnows() {
    Dataset opposite =
        new Dataset(
            "opposite",
            COLUMNS.shape(),
            COLUMNS.images(),
            Arrays.stream(COLUMNS.labels()).map(l -> 1 - l).toArray(),
            2,
            "made up");
    assertThat(new DamageAxis().measure(Measured.subject(alike(4), opposite)))
        .isEqualTo(
            new Measurement.NotDefined(
                "because the whole network is right no more often than guessing"));
  }

  @Test
  void neuronsOfALayerAreNoNeighbours() {
    assertThat(Measured.value(new NeighboursAxis(), alike(4), COLUMNS)).isZero();
    assertThat(Measured.value(new NeighboursAxis(), alikeInSpikes(4), COLUMNS)).isZero();
    Network comparing = BuiltInNetworks.forwardForward(COLUMNS.shape(), List.of(5, 5), 2, 1);
    assertThat(Measured.value(new NeighboursAxis(), comparing, COLUMNS)).isZero();
  }

  private static Network lateral(boolean both) {
    Connectivity edges =
        both
            ? new Connectivity.AllToAll(false)
            : Connectivity.EdgeList.of(new int[] {0}, new int[] {1});
    NetworkBuilder builder =
        Network.builder("lateral")
            .population("image", 2, "input")
            .population("hidden", 2, "if")
            .population("out", 2, "if")
            .projection(
                "image", "hidden", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .projection("hidden", "hidden", edges, p -> p.weight("-0.5 mV").delay("1 ms"))
            .projection(
                "hidden", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"));
    return builder.decision(new Decision.MostSpikes("out")).build();
  }

  /** Both fire on a bright image, so whoever is inhibited fires more once the other is silent. */
  @Test
  void lateralInhibitionMakesNeighbours() {
    Dataset bright = Images.unlabelled(2, new float[] {1, 1});
    assertThat(Measured.value(new NeighboursAxis(), lateral(true), bright)).isEqualTo(1);
    assertThat(Measured.value(new NeighboursAxis(), lateral(false), bright)).isEqualTo(0.5);
  }

  @Test
  void aLoneNeuronHasNoNeighbours() {
    assertThat(new NeighboursAxis().measure(Measured.subject(alike(1), COLUMNS)))
        .isEqualTo(
            new Measurement.NotDefined("because no hidden population has two neurons or more"));
  }
}

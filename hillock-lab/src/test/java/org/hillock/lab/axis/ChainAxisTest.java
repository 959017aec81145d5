package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

/** Chains whose length is known. */
class ChainAxisTest {

  /** What is never joined to anything: it must not be reached. */
  private static final UnaryOperator<NetworkBuilder> ISOLATED =
      builder -> builder.population("isolated", 3, "if");

  private static Measurement.Measured of(Network network) {
    return (Measurement.Measured)
        new ChainAxis().measure(new Subject(network, Images.columns(9, 1), 1, true));
  }

  /** Nine pixels, then cells in a row, each of which passes on what it gets. */
  private static Network row(int cells) {
    NetworkBuilder builder =
        Network.builder("row").population("image", 9, "input").population("c0", 1, "if");
    builder.projection("image", "c0", Nets.dense(), p -> p.weight("1 mV").delay("1 ms"));
    for (int k = 1; k < cells; k++) {
      builder.population("c" + k, 1, "if");
      builder.projection("c" + (k - 1), "c" + k, Nets.dense(), p -> p.weight("1 mV").delay("1 ms"));
    }
    return ISOLATED.apply(builder).decision(new Decision.MostSpikes("c" + (cells - 1))).build();
  }

  @Test
  void aRowOfCellsIsAsLongAsItHasSynapses() {
    var measured = of(row(6));
    assertThat(measured.value()).isEqualTo(6);
    assertThat(measured.details().get("synapses_to_the_farthest_by_the_shortest_way")).isEqualTo(6);
    assertThat(measured.details().get("neurons_reached")).isEqualTo(6);
    // 6 of 9 cells beside the image: the isolated ones are never reached
    assertThat(measured.details().get("breadth_share_of_neurons"))
        .isCloseTo(6 / 9.0, within(1e-12));
    assertThat(measured.details().get("reached_again_share")).isZero();
    assertThat(measured.details().get("reached_by_no_synapse_share")).isZero();
  }

  /** One pixel starts a ring of four cells, in which each spike makes the next one. */
  @Test
  void aRingGoesOnAsLongAsItIsWatched() {
    Connectivity next = new Connectivity.EdgeList(Indices.of(0, 1, 2, 3), Indices.of(1, 2, 3, 0));
    Connectivity start = new Connectivity.EdgeList(Indices.of(0, 1, 2), Indices.of(0, 0, 0));
    Network ring =
        Network.builder("ring")
            .population("image", 9, "input")
            .population("ring", 4, "if")
            .projection("image", "ring", start, p -> p.weight("1 mV").delay("1 ms"))
            .projection("ring", "ring", next, p -> p.weight("1 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("ring"))
            .build();
    var measured = of(ring);
    // a spike takes 2 ms from cell to cell: 1 ms of delay, and it fires at the end of the step
    assertThat(measured.value()).isGreaterThan(DecisionSteps.OF_32_MS);
    assertThat(measured.details().get("reached_again_share")).isEqualTo(1);
    assertThat(measured.details().get("synapses_to_the_farthest_by_the_shortest_way")).isEqualTo(4);
  }

  /** How often a ring of 2 ms a step goes on within a decision. */
  private static final class DecisionSteps {
    static final double OF_32_MS = 12;
  }

  @Test
  void aForwardPassIsAsLongAsItHasLayers() {
    NetworkBuilder builder =
        Network.builder("layers")
            .population("image", 9, "input")
            .population("one", 5, "relu")
            .population("two", 4, "relu")
            .population("alone", 2, "relu")
            .population("out", 2, "identity");
    Network network =
        builder
            .projection("image", "one", Nets.dense(), p -> p.weight(Values.constant(0.3)))
            .projection("one", "two", Nets.dense(), p -> p.weight(Values.constant(0.3)))
            .projection("two", "out", Nets.dense(), p -> p.weight(Values.constant(0.3)))
            // a short cut: the longest way counts
            .projection("image", "out", Nets.dense(), p -> p.weight(Values.constant(0.1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    var measured = of(network);
    assertThat(measured.value()).isEqualTo(3);
    assertThat(measured.details().get("synapses_to_the_farthest_by_the_shortest_way")).isEqualTo(2);
    assertThat(measured.details().get("neurons_reached")).isEqualTo(11);
    assertThat(measured.details().get("breadth_share_of_neurons"))
        .isCloseTo(11 / 13.0, within(1e-12));
  }

  @Test
  void anIsolatedCellIsTheEndOfIt() {
    Network cell =
        Network.builder("cell")
            .population("image", 9, "input")
            .population("out", 1, "if")
            .decision(new Decision.MostSpikes("out"))
            .build();
    var measured = of(cell);
    assertThat(measured.value()).isZero();
    assertThat(measured.details().get("neurons_reached")).isZero();
  }

  /** Without an image neurons are pushed: a row of six joins one neuron to the next. */
  @Test
  void whereThereIsNoImageNeuronsArePushed() {
    NetworkBuilder builder = Network.builder("pushed").population("c0", 1, "if");
    for (int k = 1; k < 6; k++) {
      builder.population("c" + k, 1, "if");
      builder.projection("c" + (k - 1), "c" + k, Nets.dense(), p -> p.weight("1 mV").delay("1 ms"));
    }
    var measured =
        (Measurement.Measured) new ChainAxis().measure(Subject.leftAlone(builder.build(), 1, true));
    // at least one of five pushes drawn among six cells is followed by some cells, and by 5 at most
    assertThat(measured.value()).isBetween(0.0, 5.0);
    assertThat(measured.details().get("reached_by_no_synapse_share")).isZero();
  }
}

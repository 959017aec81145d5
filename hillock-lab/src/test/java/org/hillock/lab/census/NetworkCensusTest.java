package org.hillock.lab.census;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.census.Amount;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Counted;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.WeightSigns;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

class NetworkCensusTest {

  private static Counts part(Census census, String path) {
    return census.find(path).map(Counted::one).orElseThrow();
  }

  private static Census census(CensusEntry entry, Answer... answers) {
    Definitions definitions = Definitions.standard();
    for (Answer answer : answers) {
      definitions = definitions.with(answer);
    }
    return Census.of(entry.architecture(), definitions);
  }

  /** 6 · 4 + 4 · 2 weights and 4 + 2 biases; the answer is linear. */
  @Test
  void aPopulationIsALayer() {
    Network network =
        Network.builder("small")
            .population("image", 6, "input")
            .population("hidden", 4, "relu", p -> p.bias(Values.constant(0)))
            .population("out", 2, "identity", p -> p.bias(Values.constant(0)))
            .projection("image", "hidden", Nets.dense(), p -> p.weight(Nets.normal(1)))
            .projection("hidden", "out", Nets.dense(), Nets.weights(1, -1, 0, 2, -1, -1, -1, -1))
            .decision(new Decision.LargestValue("out"))
            .build();
    Census census = census(NetworkCensus.of(network));
    assertThat(census.total().neurons()).isEqualTo(Amount.of(6));
    assertThat(census.total().synapses()).isEqualTo(Amount.of(32));
    assertThat(census.total().parameters()).isEqualTo(Amount.of(38));
    assertThat(census.total().multiplyAdds()).isEqualTo(Amount.of(32));
    assertThat(census.parts()).extracting(p -> p.part().name()).containsExactly("hidden", "out");
    assertThat(census(NetworkCensus.of(network), Answer.SOURCES).total().neurons().value())
        .isEqualTo(12);
    assertThat(census(NetworkCensus.of(network), Answer.HIDDEN).total().neurons().value())
        .isEqualTo(4);
    WeightSigns signs = NetworkCensus.of(network).signs().orElseThrow();
    // the listed ones are 2 above and 5 below 0; the 24 drawn ones are on either side
    assertThat(signs.zero()).isEqualTo(1);
    assertThat(signs.excitatory() + signs.inhibitory()).isEqualTo(31);
    assertThat(signs.excitatory()).isBetween(4L, 24L);
  }

  /** 5 × 5 of 1 channel, 2 filters of 3 × 3 with a zero around: 13² pairs inside (see the axis). */
  @Test
  void aConvolutionSharesItsWeights() {
    Network network =
        Network.builder("sheet")
            .population("image", Shape.of(5, 5, 1), "input", p -> p)
            .population("map", Shape.of(5, 5, 2), "relu", p -> p.bias(Values.constant(0)))
            .projection(
                "image",
                "map",
                new Connectivity.Convolution(3, 3, 1, 1),
                p -> p.weight(Values.constant(-1)))
            .build();
    Census census = census(NetworkCensus.of(network));
    assertThat(census.total().neurons()).isEqualTo(Amount.of(50));
    assertThat(census.total().synapses()).isEqualTo(Amount.of(338));
    // a bias of its own for each neuron of the sheet
    assertThat(census.total().parameters()).isEqualTo(Amount.of(18 + 50));
    assertThat(census(NetworkCensus.of(network), Answer.ALL).total().synapses().value())
        .isEqualTo(450);
    assertThat(NetworkCensus.of(network).signs()).contains(new WeightSigns(0, 18, 0, 0));
  }

  /** Two projections onto one population are one set of neurons; the receptor gives the sign. */
  @Test
  void sumsOfSeveralProjectionsAreTheSameNeurons() {
    Network network =
        Network.builder("spiking")
            .population("noise", 10, "poisson", p -> p.param("rate", "5 Hz"))
            .population("exc", 20, "lif-delta")
            .projection(
                "noise",
                "exc",
                new Connectivity.FixedInDegree(3, true, true),
                p -> p.weight("1 mV").delay("1 ms"))
            .projection(
                "exc",
                "exc",
                new Connectivity.PairwiseProbability(0.5, true),
                p -> p.weight("-1 mV").delay("1 ms"))
            .build();
    Census census = census(NetworkCensus.of(network));
    assertThat(census.total().neurons()).isEqualTo(Amount.of(20));
    assertThat(part(census, "exc.noise_exc").synapses()).isEqualTo(Amount.of(60));
    // 400 pairs, each with probability 1/2: 200 ± 5 · 10
    assertThat(part(census, "exc.exc_exc").synapses()).isEqualTo(Amount.about(200, 150, 250));
    assertThat(census.total().multiplyAdds().state()).isEqualTo(Amount.State.UNKNOWN);
    assertThat(NetworkCensus.of(network).signs()).contains(new WeightSigns(60, 200, 0, 0));
    assertThat(census.architecture().remarks()).anyMatch(r -> r.startsWith("10 inputs"));
  }

  /**
   * 4 × 4 of 2 channels: batch normalisation with 2 gains and 2 biases, then the largest of 2 × 2:
   * 4 places. No weights but the gains.
   */
  @Test
  void normalisationAndPoolingHaveNoNeurons() {
    Network network =
        Network.builder("sheet")
            .population("image", Shape.of(4, 4, 2), "input", p -> p)
            .population(
                "normal",
                Shape.of(4, 4, 2),
                "identity",
                p -> p.bias(new Values.PerChannel(Numbers.of(0, 0), Unit.NONE)))
            .population("pooled", Shape.of(2, 2, 2), "identity", p -> p)
            .projection(
                "image",
                "normal",
                Connectivity.Convolution.perChannel(2),
                p -> p.weight(Values.listed(1, 2)).normalise(Normalisation.Batch.fresh(2)))
            .projection(
                "normal",
                "pooled",
                Connectivity.Pooling.of(Connectivity.Pooling.Kind.MAX, 2, 2),
                p -> p)
            .build();
    Census census = census(NetworkCensus.of(network));
    assertThat(census.total().neurons()).isEqualTo(Amount.of(0));
    assertThat(census.total().parameters()).isEqualTo(Amount.of(4));
    assertThat(census(NetworkCensus.of(network), Answer.POOLED).total().synapses().value())
        .isEqualTo(32);
  }
}

package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

/** Axes that watch a network in time: timing, chance, after the input, events. */
class TimeAxesTest {

  private static final Dataset TIES =
      Images.unlabelled(2, new float[] {0.5f, 0.5f}, new float[] {0.25f, 0.25f});

  private static NetworkBuilder driven() {
    return Network.builder("driven")
        .population("image", 2, "input")
        .population("out", 2, "if")
        .projection(
            "image", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
        .decision(new Decision.MostSpikes("out"));
  }

  /**
   * 0.25 mV a ms from 1 ms on: spikes at 5, 9, … 29 ms; the answer stands once v grows, at 2 ms.
   */
  @Test
  void timingCountsTheTimesOfSpikes() {
    Measurement.Measured timing =
        Measured.by(
            new TimingAxis(),
            Nets.brightestInSpikes(2),
            Images.unlabelled(2, new float[] {0, 0.25f}));
    assertThat(timing.value()).isEqualTo(7);
    assertThat(Measured.detail(timing, "latency_median_ms")).isEqualTo(2);
  }

  @Test
  void chanceIsExactlyZeroWithoutARandomSource() {
    for (Network network : new Network[] {Nets.brightest(2), Nets.brightestInSpikes(2)}) {
      Measurement.Measured chance = Measured.by(new ChanceAxis(), network, TIES);
      assertThat(chance.value()).isZero();
      assertThat(Measured.detail(chance, "activity_differs_share")).isZero();
    }
  }

  /**
   * Poisson spikes of 200 Hz part the ties: 6.4 on each side in a decision, so that six trials
   * answer alike with probability near 2/2^6 for each image; the seed is one where they do not.
   */
  @Test
  void chanceSeesPoissonSpikes() {
    Network noisy =
        driven()
            .population("noise", 2, "poisson", p -> p.param("rate", "200 Hz"))
            .projection(
                "noise", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .build();
    Measurement.Measured chance = Measured.by(new ChanceAxis(), noisy, TIES);
    assertThat(chance.value()).isPositive();
    assertThat(Measured.detail(chance, "activity_differs_share")).isEqualTo(1);
    assertThat(Measured.by(new ChanceAxis(), noisy, TIES)).isEqualTo(chance);
  }

  /** The only source is the Poisson one: without it entropy is 0 and nothing differs. */
  @Test
  void chanceNamesItsSourcesAndTakesThemOut() {
    Network noisy =
        driven()
            .population("noise", 2, "poisson", p -> p.param("rate", "200 Hz"))
            .projection(
                "noise", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .build();
    Measurement.Measured chance = Measured.by(new ChanceAxis(), noisy, TIES);
    assertThat(Measured.detail(chance, "noise_sources")).isEqualTo(1);
    assertThat(Measured.detail(chance, "entropy_bits_with_all")).isPositive();
    assertThat(Measured.detail(chance, "fano_factor_with_all")).isPositive();
    assertThat(Measured.detail(chance, "entropy_bits_without_any")).isZero();
    assertThat(Measured.detail(chance, "fano_factor_without_any")).isZero();
    assertThat(chance.interval()).isPresent();
  }

  /** Layers come to the same answer in any order; two layers in two rounds. */
  @Test
  void orderDoesNotMatterToLayers() {
    Network layers =
        Network.builder("layers")
            .population("image", 2, "input")
            .population("hidden", 5, "relu")
            .population("out", 2, "softmax")
            .projection("image", "hidden", Nets.dense(), p -> p.weight(Nets.normal(1)))
            .projection("hidden", "out", Nets.dense(), p -> p.weight(Nets.normal(1)))
            .decision(new Decision.LargestValue("out"))
            .build();
    Measurement.Measured timing = Measured.by(new TimingAxis(), layers, Images.brightest(10, 2, 1));
    assertThat(timing.value()).isEqualTo(2);
    assertThat(Measured.detail(timing, "answers_changed_out_of_step_share")).isZero();
    assertThat(Measured.detail(timing, "rounds_together")).isEqualTo(2);
    assertThat(Measured.detail(timing, "updates_one_by_one"))
        .isGreaterThan(Measured.detail(timing, "updates_together") / 2);
  }

  /**
   * Two answers that hold each other down: both up and both down for ever in step, one by one not.
   */
  @Test
  void orderMattersToRivals() {
    Network rivals =
        Network.builder("rivals")
            .population("image", 2, "input")
            .population("out", 2, "step")
            .projection("image", "out", new Connectivity.OneToOne(), p -> p)
            .projection("out", "out", Nets.dense(), Nets.weights(0, -2, -2, 0))
            .decision(new Decision.LargestValue("out"))
            .build();
    Measurement.Measured timing = Measured.by(new TimingAxis(), rivals, TIES);
    assertThat(Measured.detail(timing, "settled_together_share")).isZero();
    assertThat(Measured.detail(timing, "settled_one_by_one_share")).isEqualTo(1);
    assertThat(timing.value()).isEqualTo(100);
  }

  /** The input's end arrives after its delay of 1 ms, and with it the last spike. */
  @Test
  void anIntegratorEndsWithItsInput() {
    Measurement.Measured after =
        Measured.by(
            new AfterInputAxis(),
            Nets.brightestInSpikes(2),
            Images.unlabelled(2, new float[] {1, 0}));
    assertThat(after.value()).isEqualTo(1);
    assertThat(Measured.detail(after, "share_still_active_at_end")).isZero();
    assertThat(Measured.detail(after, "spikes_per_ms_never_shown")).isZero();
  }

  /** A neuron that lifts itself over threshold with every spike fires every ms to the end. */
  @Test
  void aLoopGoesOnToTheWatchedLimit() {
    Network loop =
        driven().projection("out", "out", new Connectivity.OneToOne(), Nets.mV(1, 1)).build();
    Measurement.Measured after =
        Measured.by(new AfterInputAxis(), loop, Images.unlabelled(2, new float[] {1, 0}));
    assertThat(after.value()).isEqualTo(200);
    assertThat(Measured.detail(after, "share_still_active_at_end")).isEqualTo(1);
    assertThat(Measured.detail(after, "spikes_per_ms_never_shown")).isZero();
    // one spike each ms in every bin of 10 ms
    assertThat(after.series().getFirst().y()).hasSize(20).containsOnly(1);
  }

  /** 0.5 mV/ms to a threshold of 1 mV: 0.5 spikes per ms in each of two neurons, input or not. */
  @Test
  void activityOfItsOwnIsToldApart() {
    Network restless =
        Network.builder("restless")
            .population("image", 2, "input")
            .population("out", 2, "if", p -> p.bias(Values.constant(0.5, "mV/ms")))
            .projection("image", "out", Nets.dense(), Nets.mV(0, 0, 0, 0))
            .decision(new Decision.MostSpikes("out"))
            .build();
    Measurement.Measured after = Measured.by(new AfterInputAxis(), restless, TIES);
    assertThat(after.value()).isEqualTo(200);
    assertThat(Measured.detail(after, "spikes_per_ms_never_shown")).isCloseTo(1, within(1e-12));
  }

  @Test
  void aPassEndsWithItself() {
    assertThat(Measured.value(new AfterInputAxis(), Nets.brightest(2), TIES)).isZero();
  }

  /** Two changes of input, each at one synapse, however long they last. */
  @Test
  void costOfAnInputIsAnEventForEachChange() {
    Dataset images = Images.brightest(20, 2, 3);
    Measurement.Measured cost = Measured.by(new CostAxis(), Nets.brightestInSpikes(2), images);
    assertThat(cost.value()).isEqualTo(2);
    assertThat(cost.unit()).isEqualTo("synaptic events");
    double[] accuracy = cost.series().getFirst().y();
    assertThat(accuracy).hasSize(32);
    assertThat(accuracy[31]).isEqualTo(1);
  }

  /**
   * The change of the pixel arrives at 1 ms (1 event); the hidden neuron fires at 2, 3, … 32 ms;
   * its spikes up to 30 ms arrive within the 32 steps that begin at 0 … 31 ms: 29 at 2 synapses.
   */
  @Test
  void costOfSpikesIsAnEventForEachSynapseReached() {
    Network chain =
        Network.builder("chain")
            .population("image", 1, "input")
            .population("hidden", 1, "if")
            .population("out", 2, "if")
            .projection("image", "hidden", Nets.dense(), Nets.mV(1))
            .projection("hidden", "out", Nets.dense(), Nets.mV(0.5, 0.25))
            .decision(new Decision.MostSpikes("out"))
            .build();
    assertThat(Measured.value(new CostAxis(), chain, Images.unlabelled(2, new float[] {1})))
        .isEqualTo(1 + 29 * 2);
  }

  /**
   * Each of two labels has a run of its own: the pixel's change at 2 + 1 synapses and that of the
   * label at 2, so 5 events, 10 for the decision.
   */
  @Test
  void costCountsARunForEachLabel() {
    Network comparing =
        Network.builder("comparing")
            .population("image", 1, "input")
            .population("label", 2, "input")
            .population("hidden", 2, "relu")
            .population("beside", 1, "if")
            .projection("image", "hidden", Nets.dense(), Nets.weights(1, 1))
            .projection("label", "hidden", Nets.dense(), Nets.weights(1, 0, 0, 1))
            .projection("image", "beside", Nets.dense(), Nets.mV(0.1))
            .decision(new Decision.LargestGoodness("label", List.of("hidden")))
            .build();
    assertThat(Measured.value(new CostAxis(), comparing, Images.unlabelled(2, new float[] {1})))
        .isEqualTo(10);
  }
}

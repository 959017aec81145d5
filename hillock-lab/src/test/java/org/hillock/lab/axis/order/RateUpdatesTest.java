package org.hillock.lab.axis.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Classifier;
import org.junit.jupiter.api.Test;

class RateUpdatesTest {

  private static final int MOST = 50;

  private static Draws order(int number) {
    return new Draws(1, Purpose.EXPERIMENT, number);
  }

  private static Network layers() {
    return Network.builder("layers")
        .seed(3)
        .population("image", Shape.of(3, 3, 1), "input", p -> p)
        .population("hidden", 12, "leaky-relu", p -> p.bias(Nets.normal(0.3)))
        .population("out", 4, "softmax", p -> p.bias(Nets.normal(0.3)))
        .projection("image", "hidden", Nets.dense(), p -> p.weight(Nets.normal(0.7)))
        .projection("hidden", "out", Nets.dense(), p -> p.weight(Nets.normal(0.7)))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** Single precision of the engine against double precision here: 1e-5 of values up to 1. */
  @Test
  void layersComeToTheValuesOfTheEngineInAnyOrder() {
    Network network = layers();
    Dataset images = Images.columns(10, 2);
    RateUpdates updates = RateUpdates.of(network);
    try (Classifier classifier = Classifier.open(network, 1)) {
      double[][] engine = classifier.scores(images.images(), 0);
      for (int i = 0; i < images.size(); i++) {
        updates.show("image", images.images()[i]);
        RateUpdates.Course together = updates.together(MOST);
        double[] at = updates.values("out");
        assertThat(at).containsExactly(engine[i], within(1e-5));
        assertThat(together.settled()).isTrue();
        assertThat(together.rounds()).isEqualTo(2);
        assertThat(together.updates()).isLessThanOrEqualTo(2 * 16);
        for (int k = 0; k < 5; k++) {
          updates.show("image", images.images()[i]);
          assertThat(updates.oneByOne(MOST, order(k)).settled()).isTrue();
          assertThat(updates.values("out")).isEqualTo(at);
        }
      }
    }
  }

  /**
   * Two cells that excite each other and begin differently swing in step; one by one they agree.
   */
  @Test
  void twoCellsThatWakeEachOtherSwingInStepOnly() {
    Network pair =
        Network.builder("pair")
            .population("cells", 2, "step", p -> p.bias(Values.constant(-0.5)))
            .projection("cells", "cells", Nets.dense(), Nets.weights(0, 1, 1, 0))
            .build();
    RateUpdates updates = RateUpdates.of(pair);
    double[] start = {1, 0};
    updates.start("cells", start);
    RateUpdates.Course swinging = updates.together(MOST);
    assertThat(swinging.settled()).isFalse();
    // both change in each round, and each has a synapse onto either of them
    assertThat(swinging.events()).isEqualTo(4L * MOST);
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(k -> {
                  updates.start("cells", start);
                  assertThat(updates.oneByOne(MOST, order(k)).settled()).isTrue();
                  return updates.values("cells")[0] + updates.values("cells")[1];
                }))
        // whoever is asked first decides: both wake, or both fall asleep
        .contains(0.0, 2.0)
        .doesNotContain(1.0);
  }

  /** A change of one neuron reaches as many synapses as leave it. */
  @Test
  void eventsAreChangesTimesSynapses() {
    Network fan =
        Network.builder("fan")
            .population("image", 1, "input")
            .population("hidden", 1, "identity")
            .population("out", 3, "identity")
            .projection("image", "hidden", Nets.dense(), Nets.weights(2))
            .projection("hidden", "out", Nets.dense(), Nets.weights(1, 2, 3))
            .decision(new Decision.LargestValue("out"))
            .build();
    RateUpdates updates = RateUpdates.of(fan);
    updates.show("image", new float[] {1});
    RateUpdates.Course course = updates.together(MOST);
    assertThat(updates.values("out")).containsExactly(2, 4, 6);
    assertThat(course.events()).isEqualTo(3);
    Ordered ordered = Ordered.numbers(fan, new float[][] {{1}, {0.5f}}, 4, 1);
    assertThat(ordered.answersChanged()).isZero();
    assertThat(ordered.answersDiffer()).isZero();
    assertThat(ordered.numbers()).containsEntry("events_together", 3.0);
    assertThat(ordered.numbers()).containsEntry("events_one_by_one", 3.0);
  }

  @Test
  void whatIsNoSumOfOthersIsRefusedWithItsReason() {
    assertThat(RateUpdates.refusal(layers())).isEmpty();
    assertThat(RateUpdates.refusal(Nets.brightestInSpikes(2)).orElseThrow()).contains("'if'");
    Network pooled =
        Network.builder("pooled")
            .population("image", Shape.of(2, 2, 1), "input", p -> p)
            .population("out", Shape.of(1, 1, 1), "identity", p -> p)
            .projection("image", "out", Pooling.of(Pooling.Kind.MAX, 2, 2), p -> p)
            .build();
    assertThat(RateUpdates.refusal(pooled).orElseThrow()).contains("largest");
    Network normalised =
        Network.builder("normalised")
            .population("image", 2, "input")
            .population("out", 2, "identity")
            .projection("image", "out", Nets.dense(), p -> p.normalise(Normalisation.rms()))
            .build();
    assertThat(RateUpdates.refusal(normalised).orElseThrow()).contains("normalises");
  }

  /** Steps of 1 ms, at most 3 later: delays of 1 to 4 ms, all of them among 200. */
  @Test
  void delaysAreDrawnOnceAndInSteps() {
    Network network =
        Network.builder("n")
            .population("image", 20, "input")
            .population("out", 10, "if")
            .projection("image", "out", Nets.dense(), p -> p.weight("0.1 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("out"))
            .build();
    Network late = JitteredDelays.of(network, 1, 3, 5, 0);
    double[] delays =
        org.hillock.core.wiring.Wiring.of(late, late.projection("image_out")).delayMs();
    assertThat(delays).contains(1, 2, 3, 4).hasSize(200);
    assertThat(java.util.Arrays.stream(delays).allMatch(d -> d >= 1 && d <= 4)).isTrue();
    assertThat(JitteredDelays.of(network, 1, 3, 5, 0)).isEqualTo(late);
    assertThat(JitteredDelays.of(network, 1, 3, 5, 1)).isNotEqualTo(late);
    assertThat(JitteredDelays.refusal(network)).isEmpty();
    Network kernel =
        Network.builder("k")
            .population("image", Shape.of(3, 3, 1), "input", p -> p)
            .population("out", Shape.of(2, 2, 1), "relu", p -> p)
            .projection("image", "out", new Connectivity.Convolution(2, 2, 1, 0), p -> p)
            .build();
    assertThat(JitteredDelays.refusal(kernel).orElseThrow()).contains("share");
  }

  /** The brightest input wins whenever its signals come: nothing changes, and nothing is random. */
  @Test
  void aClearAnswerInSpikesDoesNotHangOnDelays() {
    Network network = Nets.brightestInSpikes(3);
    Ordered ordered =
        Ordered.spikes(
            network,
            org.hillock.lab.decide.DecisionTiming.of(network),
            new float[][] {{0.9f, 0.2f, 0.1f}, {0.1f, 0.3f, 0.8f}},
            3,
            1);
    assertThat(ordered.answersChanged()).isZero();
    assertThat(ordered.answersDiffer()).isZero();
    assertThat(ordered.changedByNoise()).isZero();
    assertThat(ordered.numbers()).containsKeys("events_in_step", "latency_mean_ms_out_of_step");
  }
}

package org.hillock.lab.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

class ClassifierTest {

  /** Two labels, two hidden neurons: goodness of label l is (image[l] + 1)²/2 + image[1-l]²/2. */
  private static Network comparing() {
    return Network.builder("comparing")
        .population("image", 2, "input")
        .population("label", 2, "input")
        .population("hidden", 2, "relu")
        .projection("image", "hidden", Nets.dense(), Nets.weights(1, 0, 0, 1))
        .projection("label", "hidden", Nets.dense(), Nets.weights(1, 0, 0, 1))
        .decision(new Decision.LargestGoodness("label", List.of("hidden")))
        .build();
  }

  @Test
  void readsTheLargestValue() {
    Dataset data = Images.brightest(40, 4, 3);
    try (Classifier classifier = Classifier.open(Nets.brightest(4), 1)) {
      assertThat(classifier.answers(data.images(), 0)).isEqualTo(data.labels());
      assertThat(classifier.responder().session().engine()).isEqualTo("tensor");
      assertThat(classifier.responder().timed()).isEmpty();
    }
  }

  /** More rows than one pass of 512 takes keep their order. */
  @Test
  void manyImagesAreAskedInSeveralPasses() {
    Dataset data = Images.brightest(1100, 3, 4);
    try (Classifier classifier = Classifier.open(Nets.brightest(3), 1)) {
      assertThat(classifier.answers(data.images(), 0)).isEqualTo(data.labels());
      Activities seen =
          classifier.responder().activities(data.images(), Optional.empty(), List.of("out"), 0);
      assertThat(seen.images()).isEqualTo(1100);
      for (int i : new int[] {0, 511, 512, 1023, 1024, 1099}) {
        // pixels are floats, carried by a weight of 1
        assertThat(seen.of("out")[i][2]).isEqualTo(data.images()[i][2]);
      }
    }
  }

  /**
   * A pixel a drives its neuron at a mV/ms for 31 of 32 ms (1 ms of delay), so floor(31·a) spikes;
   * equal counts are parted by the potential that is left, so the brightest always wins.
   */
  @Test
  void readsTheMostSpikes() {
    Dataset data = Images.brightest(40, 4, 5);
    try (Classifier classifier = Classifier.open(Nets.brightestInSpikes(4), 1)) {
      assertThat(classifier.answers(data.images(), 0)).isEqualTo(data.labels());
      assertThat(classifier.responder().session().engine()).isNotEqualTo("tensor");
    }
  }

  @Test
  void theLargestGoodnessTriesEveryLabel() {
    float[][] images = {{0.9f, 0.1f}, {0.2f, 0.7f}, {0.6f, 0.5f}};
    try (Classifier classifier = Classifier.open(comparing(), 1)) {
      assertThat(classifier.answers(images, 0)).containsExactly(0, 1, 0);
    }
  }

  @Test
  void goodnessOfManyImages() {
    Dataset data = Images.brightest(600, 2, 6);
    try (Classifier classifier = Classifier.open(comparing(), 1)) {
      assertThat(classifier.answers(data.images(), 0)).isEqualTo(data.labels());
    }
  }

  @Test
  void accuracyIsTheShareOfRightAnswers() {
    Dataset data = Images.brightest(300, 2, 7);
    int[] flipped = data.labels().clone();
    for (int i = 0; i < 75; i++) {
      flipped[i] = 1 - flipped[i];
    }
    Dataset wrong =
        new Dataset("flipped", data.shape(), data.images(), flipped, 2, data.attribution());
    List<Double> told = new ArrayList<>();
    try (Classifier classifier = Classifier.open(Nets.brightest(2), 1)) {
      assertThat(classifier.accuracy(wrong, (done, _) -> told.add(done))).isEqualTo(0.75);
    }
    assertThat(told).containsExactly(256.0 / 300, 1.0);
  }

  /**
   * By hand, pixel 1 and 0.5 from 0 ms, arriving from 1 ms: v = 1, 0.5 at 2 ms. Two synaptic
   * events: a change of the value of each of two inputs, none for what stays.
   */
  @Test
  void anAnswerFormsStepByStep() {
    try (Classifier classifier = Classifier.open(Nets.brightestInSpikes(2), 1)) {
      Classifier.Course course = classifier.course(new float[] {0.5f, 1}, 0);
      assertThat(course.answers()).hasSize(32);
      // before anything has arrived all are equal, and the first is taken
      assertThat(course.answers()[0]).isZero();
      assertThat(course.answers()[1]).isEqualTo(1);
      assertThat(course.answers()[31]).isEqualTo(1);
      assertThat(course.events()[31]).isEqualTo(2);
    }
  }

  @Test
  void onlyAnswersInTimeFormStepByStep() {
    try (Classifier classifier = Classifier.open(Nets.brightest(2), 1)) {
      assertThatThrownBy(() -> classifier.course(new float[] {1, 0}, 0))
          .isInstanceOf(UsageException.class)
          .hasMessage("decision: only an answer read in time forms step by step");
    }
  }

  @Test
  void ratesAreSpikesPerMs() {
    float[][] images = {{1, 0.5f}};
    try (Responder responder = responder(Nets.brightestInSpikes(2))) {
      double[] rates =
          responder.activities(images, Optional.empty(), List.of("out"), 0).of("out")[0];
      // 31 ms of drive in a window of 32 ms: 31 and 15 whole spikes; halves are exact in binary
      assertThat(rates[0]).isCloseTo(31.0 / 32, within(1e-12));
      assertThat(rates[1]).isCloseTo(15.0 / 32, within(1e-12));
    }
  }

  private static Responder responder(Network network) {
    return Responder.open(network, DecisionTiming.of(network), 1);
  }

  @Test
  void whatWasNotReadIsNotThere() {
    try (Responder responder = responder(Nets.brightest(2))) {
      Activities seen =
          responder.activities(new float[][] {{1, 0}}, Optional.empty(), List.of("out"), 0);
      assertThatThrownBy(() -> seen.of("image")).hasMessage("population 'image' was not read");
      assertThatThrownBy(() -> responder.spikeCounts("out"))
          .hasMessage("population 'out' does not spike");
    }
  }

  @Test
  void spikeTimesKeepTimeAndNeuron() {
    try (Responder responder = responder(Nets.brightestInSpikes(2))) {
      SpikeTimes spikes = SpikeTimes.attach(responder);
      responder.activities(new float[][] {{0, 0.25f}}, Optional.empty(), List.of("out"), 0);
      // 0.25 mV a ms from 1 ms on: threshold at 5, 9, … ms
      assertThat(spikes.times("out")).startsWith(5, 9, 13);
      assertThat(spikes.neurons("out")).containsOnly(1).hasSize(7);
      assertThat(spikes.since(9)).isEqualTo(6);
      assertThat(spikes.populations()).containsExactly("out");
      assertThatThrownBy(() -> spikes.times("image")).hasMessageContaining("does not spike");
      spikes.clear();
      assertThat(spikes.distinctTimes()).isEmpty();
    }
  }

  @Test
  void imagesMustFit() {
    assertThatThrownBy(() -> Classifier.checkFits(Nets.brightest(4), Images.columns(4, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "populations.image: has 4 neurons, but an image of 'columns' has 9 pixels (3×3×1)");
  }

  @Test
  void labelsMustFit() {
    assertThatThrownBy(() -> Classifier.checkFits(Nets.brightest(9), Images.columns(4, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("decision: network 'brightest' knows 9 answers, but 'columns' has 2 labels");
    Classifier.checkFits(Nets.brightest(3), Images.brightest(2, 3, 1));
  }

  @Test
  void asksNothingOnceStopped() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String what) {
            throw new AssertionError("went on");
          }

          @Override
          public boolean stopped() {
            return true;
          }
        };
    try (Classifier classifier = Classifier.open(Nets.brightest(2), 1)) {
      assertThat(classifier.accuracy(Images.brightest(3, 2, 1), stopped)).isZero();
    }
  }
}

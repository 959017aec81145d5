package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.learning.Schooling;
import org.junit.jupiter.api.Test;

/** What the axis of learning says of rules that are known. */
class LearningAxisTest {

  private static final Dataset DATA = Images.brightest(80, 6, 3);

  private static Measurement.Measured taught(Network network, String rule) {
    Lesson lesson =
        new Lesson(
            network, Trainers.named(rule), TrainingOptions.seeded(2).with("epochs", 3), DATA);
    Subject subject =
        new Subject(lesson.learnt(Progress.NONE), DATA, 1, true, new Schooling.Taught(lesson));
    Measurement measured = new LearningAxis().measure(subject);
    assertThat(measured).isInstanceOf(Measurement.Measured.class);
    return (Measurement.Measured) measured;
  }

  @Test
  void backpropagationIsFartherFromLocalThanForwardForward() {
    Measurement.Measured back =
        taught(BuiltInNetworks.perceptron(DATA.shape(), List.of(8, 7), 6, 1), "backpropagation");
    Measurement.Measured forward =
        taught(
            BuiltInNetworks.forwardForward(DATA.shape(), List.of(8, 7), 6, 1), "forward-forward");
    assertThat(back.value()).isGreaterThan(0.8).isLessThanOrEqualTo(1);
    assertThat(forward.value()).isBetween(0.1, 0.7);
    assertThat(Measured.detail(forward, "label_share")).isZero();
    // 6·8 + 8·7 synapses of hidden neurons are told a number, 7·6 of deciding ones a bit
    assertThat(Measured.detail(back, "bits_per_synapse"))
        .isEqualTo((32.0 * (6 * 8 + 8 * 7) + 7 * 6) / (6 * 8 + 8 * 7 + 7 * 6));
    // a number back along each synapse between neurons that are no inputs, a bit to each answer
    assertThat(Measured.detail(back, "bits_per_update")).isEqualTo(32.0 * (8 * 7 + 7 * 6) + 6);
    // in each of two passes a number and a bit
    assertThat(Measured.detail(forward, "bits_per_synapse")).isEqualTo(2 * 33);
    // of 15 neurons, each with a square to the sum, and the sum and a bit back
    assertThat(Measured.detail(forward, "bits_per_update")).isEqualTo(2.0 * 15 * 65);
    assertThat(back.series()).hasSize(2);
  }

  @Test
  void whatDoesNotLearnHasNoMeasure() {
    String because = "because it is a twin";
    Subject subject =
        new Subject(Nets.brightestInSpikes(6), DATA, 1, false, new Schooling.Untaught(because));
    assertThat(new LearningAxis().measure(subject)).isEqualTo(new Measurement.NotDefined(because));
    assertThat(new LearningAxis().measure(Measured.subject(Nets.brightest(6), DATA)))
        .isEqualTo(new Measurement.NotDefined("because nothing is known of how it learnt"));
  }
}

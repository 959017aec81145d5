package org.hillock.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.Images;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.junit.jupiter.api.Test;

/** How right answers come, and how they go. */
class LearningCourseTest {

  private static final Dataset DATA = Images.brightest(300, 4, 3);
  private static final Dataset TEST = Images.brightest(100, 4, 4);

  private static Lesson lesson() {
    return new Lesson(
        BuiltInNetworks.perceptron(DATA.shape(), List.of(20), 4, 2),
        Trainers.named("backpropagation"),
        TrainingOptions.seeded(5).with("learning_rate", 0.01),
        DATA);
  }

  @Test
  void answersGetBetterWithImagesSeen() {
    LearningCurve curve = LearningCurve.of(lesson(), TEST, false);
    assertThat(curve.seen()).isSorted().startsWith(50, 100);
    assertThat(curve.accuracy()).hasSameSizeAs(curve.seen());
    assertThat(curve.accuracy()[0]).isLessThan(0.8);
    assertThat(curve.accuracy()[curve.accuracy().length - 1]).isGreaterThan(0.85);
    assertThat(LearningCurve.of(lesson(), TEST, true).seen()).hasSizeLessThan(curve.seen().length);
  }

  /** Nothing in the second task says that the first two labels still exist. */
  @Test
  void aSecondTaskDrivesOutTheFirst() {
    TwoTasks tasks = TwoTasks.of(lesson(), TEST, false).orElseThrow();
    assertThat(tasks.seen()).isSorted().hasSameSizeAs(tasks.first());
    assertThat(tasks.seen()[tasks.switched()]).isEqualTo(1600);
    assertThat(tasks.before()).isGreaterThan(0.9);
    assertThat(tasks.after()).isLessThan(0.2);
    assertThat(tasks.forgotten()).isGreaterThan(0.8);
    assertThat(tasks.second()).isGreaterThan(0.9);
    assertThat(tasks.jointFirst()).isGreaterThan(0.85);
    assertThat(tasks.jointSecond()).isGreaterThan(0.85);
  }

  @Test
  void oneLabelMakesNoTwoTasks() {
    Dataset one = Images.unlabelled(1, new float[] {1, 0, 0, 0});
    assertThat(TwoTasks.of(lesson(), one, true)).isEmpty();
  }
}

package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Classifier;

/** Is the same answer given to the same image every time? */
final class ChanceAxis implements Axis {

  private static final int IMAGES = 60;
  private static final int TRIALS = 6;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "chance",
        "Chance",
        "Shown the same image again, does the network answer and act differently?",
        "images not always answered alike",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Measurement measure(Subject subject) {
    Dataset images = subject.images(IMAGES);
    int trials = Math.max(2, subject.sample(TRIALS));
    boolean[] answersDiffer = new boolean[images.size()];
    boolean[] activityDiffers = new boolean[images.size()];
    try (Classifier classifier = subject.classifier()) {
      int[] first = classifier.answers(images.images(), 0);
      Activities firstActivity = activity(subject, classifier, images, 0);
      for (int trial = 1; trial < trials; trial++) {
        long number = (long) trial * images.size();
        int[] again = classifier.answers(images.images(), number);
        Activities activity = activity(subject, classifier, images, number);
        for (int i = 0; i < images.size(); i++) {
          int row = i;
          answersDiffer[i] |= again[i] != first[i];
          activityDiffers[i] |=
              activity.populations().stream()
                  .anyMatch(p -> !Arrays.equals(activity.of(p)[row], firstActivity.of(p)[row]));
        }
      }
    }
    return Measurement.Measured.of(
            share(answersDiffer),
            "1",
            "Share of "
                + images.size()
                + " test images that did not get the same answer in all of "
                + trials
                + " trials; every random source draws anew in each trial. Activity differs where any"
                + " neuron's value or spike count does.")
        .detail("activity_differs_share", share(activityDiffers))
        .detail("trials", trials);
  }

  private static Activities activity(
      Subject subject, Classifier classifier, Dataset images, long trial) {
    return classifier
        .responder()
        .activities(
            images.images(),
            Optional.empty(),
            subject.summing().stream().map(p -> p.name()).toList(),
            trial);
  }

  private static double share(boolean[] flags) {
    return (double) IntStream.range(0, flags.length).filter(i -> flags[i]).count() / flags.length;
  }
}

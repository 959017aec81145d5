package org.hillock.lab.learning;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.Classifier;

/**
 * How fast right answers come.
 *
 * @param seen images seen at each point, an image seen again counting again
 * @param accuracy share of right answers there, 0..1
 */
public record LearningCurve(int[] seen, double[] accuracy) {

  private static final int[] POINTS = {50, 100, 200, 400, 800, 1600, 3200};
  private static final int POINTS_IN_TIME = 4;

  /**
   * Teaches a network part by part, from each point on with the weights that it has there.
   *
   * @param test asked at each point
   * @param quick fewer points
   */
  public static LearningCurve of(Lesson lesson, Dataset test, boolean quick) {
    int points = quick || lesson.spikes() ? POINTS_IN_TIME : POINTS.length;
    int[] seen = java.util.Arrays.copyOf(POINTS, points);
    double[] accuracy = new double[points];
    Network network = lesson.untaught();
    for (int p = 0; p < points; p++) {
      network = lesson.seen(network, lesson.data(), p == 0 ? 0 : seen[p - 1], seen[p]);
      Network labelled = lesson.labelled(network, lesson.data().first(seen[p]));
      accuracy[p] = accuracy(labelled, test, lesson.options().seed());
    }
    return new LearningCurve(seen, accuracy);
  }

  static double accuracy(Network network, Dataset test, long seed) {
    try (Classifier classifier = Classifier.open(network, seed)) {
      return classifier.accuracy(test, Progress.NONE);
    }
  }
}

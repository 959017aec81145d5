package org.hillock.lab.baseline;

import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.training.Progress;

/**
 * Answers with the label of the nearest image learnt, by Euclidean distance between pixels (Cover
 * and Hart 1967, doi 10.1109/TIT.1967.1053964). O(learnt · asked · pixels).
 */
public final class NearestNeighbour {

  private static final int CHUNK = 128;

  private NearestNeighbour() {}

  /** Share of right answers on the test images, 0..1. */
  public static double accuracy(Split split, Progress progress) {
    Dataset test = split.test();
    int right = 0;
    int asked = 0;
    for (int from = 0; from < test.size() && !progress.stopped(); from += CHUNK) {
      int to = Math.min(test.size(), from + CHUNK);
      right +=
          (int)
              IntStream.range(from, to)
                  .parallel()
                  .filter(i -> nearest(split.train(), test.images()[i]) == test.labels()[i])
                  .count();
      asked = to;
      progress.report((double) to / test.size(), "comparing with every image learnt");
    }
    return asked == 0 ? 0 : (double) right / asked;
  }

  /** The label of the nearest image, of the first one where several are equally near. */
  static int nearest(Dataset learnt, float[] image) {
    float least = Float.POSITIVE_INFINITY;
    int label = 0;
    for (int i = 0; i < learnt.size(); i++) {
      float distance = distance(learnt.images()[i], image, least);
      if (distance < least) {
        least = distance;
        label = learnt.labels()[i];
      }
    }
    return label;
  }

  /** Squared distance, or anything above {@code limit} once it is passed. */
  private static float distance(float[] a, float[] b, float limit) {
    float sum = 0;
    for (int from = 0; from < a.length && sum < limit; from += 64) {
      int to = Math.min(a.length, from + 64);
      for (int i = from; i < to; i++) {
        float d = a[i] - b[i];
        sum += d * d;
      }
    }
    return sum;
  }
}

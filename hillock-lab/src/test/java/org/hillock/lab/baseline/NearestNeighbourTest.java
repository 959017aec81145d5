package org.hillock.lab.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;
import org.junit.jupiter.api.Test;

class NearestNeighbourTest {

  private static final Dataset THREE =
      data(new float[][] {{0, 0}, {1, 0}, {0, 1}}, new int[] {0, 1, 2}, 3);

  private static Dataset data(float[][] images, int[] labels, int classes) {
    return new Dataset(
        "made", Shape.of(1, images[0].length, 1), images, labels, classes, "made up");
  }

  @Test
  void takesTheLabelOfTheNearest() {
    assertThat(NearestNeighbour.nearest(THREE, new float[] {0.2f, 0.1f})).isZero();
    assertThat(NearestNeighbour.nearest(THREE, new float[] {0.7f, 0.2f})).isEqualTo(1);
    assertThat(NearestNeighbour.nearest(THREE, new float[] {0.4f, 0.9f})).isEqualTo(2);
  }

  @Test
  void takesTheFirstOfEquallyNear() {
    assertThat(NearestNeighbour.nearest(THREE, new float[] {0.5f, 0.5f})).isZero();
    // from (1, 1) the second and third are at 1, the first at 2
    assertThat(NearestNeighbour.nearest(THREE, new float[] {1, 1})).isEqualTo(1);
  }

  @Test
  void accuracyIsTheShareOfRightAnswers() {
    Dataset asked =
        data(new float[][] {{0.1f, 0}, {0.9f, 0}, {0, 0.9f}, {0, 0.8f}}, new int[] {0, 1, 2, 0}, 3);
    assertThat(NearestNeighbour.accuracy(new Split(THREE, asked, "by hand"), Progress.NONE))
        .isEqualTo(0.75);
  }

  /** 200 pixels pass the blocks of 64; pixels of k/16 make every distance exact in float. */
  @Test
  void agreesWithSearchingThemAll() {
    Dataset learnt = sixteenths(90, 1);
    Dataset asked = sixteenths(150, 2);
    int right = 0;
    for (int i = 0; i < asked.size(); i++) {
      int best = brute(learnt, asked.images()[i]);
      assertThat(NearestNeighbour.nearest(learnt, asked.images()[i]))
          .as("image %d", i)
          .isEqualTo(best);
      right += best == asked.labels()[i] ? 1 : 0;
    }
    // more than one chunk of 128 is asked
    assertThat(NearestNeighbour.accuracy(new Split(learnt, asked, "made up"), Progress.NONE))
        .isEqualTo((double) right / asked.size());
  }

  private static Dataset sixteenths(int count, long seed) {
    float[][] images = new float[count][200];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      labels[i] = draws.below(5);
      for (int k = 0; k < 200; k++) {
        images[i][k] = draws.below(17) / 16f;
      }
    }
    return data(images, labels, 5);
  }

  private static int brute(Dataset learnt, float[] image) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < learnt.size(); i++) {
      double sum = 0;
      for (int k = 0; k < image.length; k++) {
        double d = learnt.images()[i][k] - image[k];
        sum += d * d;
      }
      if (sum < least) {
        least = sum;
        best = i;
      }
    }
    return learnt.labels()[best];
  }

  @Test
  void stopsWhenAsked() {
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
    assertThat(NearestNeighbour.accuracy(new Split(THREE, THREE, "same"), stopped)).isZero();
  }
}

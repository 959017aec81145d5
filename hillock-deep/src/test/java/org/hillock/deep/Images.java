package org.hillock.deep;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Made-up data. */
final class Images {

  private Images() {}

  /** Class k lights a bar of three pixels of its own, under noise. */
  static Dataset bars(int classes, int count, double noise, long seed) {
    int pixels = 3 * classes;
    float[][] images = new float[count][pixels];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      labels[i] = i % classes;
      for (int k = 0; k < pixels; k++) {
        boolean lit = k / 3 == labels[i];
        images[i][k] = (float) ((lit ? 1 : 0) + noise * draws.normal());
      }
    }
    return new Dataset("bars", Shape.of(1, pixels, 1), images, labels, classes, "made up");
  }

  /** Two half circles that lie in each other, which no straight line parts. */
  static Dataset moons(int count, long seed) {
    float[][] images = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      double angle = Math.PI * draws.uniform();
      labels[i] = i % 2;
      double x = labels[i] == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
      double y = labels[i] == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
      images[i] =
          new float[] {(float) (x + 0.05 * draws.normal()), (float) (y + 0.05 * draws.normal())};
    }
    return new Dataset("moons", Shape.of(1, 2, 1), images, labels, 2, "made up");
  }

  static Dataset xor() {
    return new Dataset(
        "xor",
        Shape.of(1, 2, 1),
        new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
        new int[] {0, 1, 1, 0},
        2,
        "made up");
  }
}

package org.hillock.lab;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Made-up images. */
public final class Images {

  private Images() {}

  /** 3×3 pixels under noise; label 0 has a bright left column, label 1 a bright right one. */
  public static Dataset columns(int count, long seed) {
    float[][] images = new float[count][9];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      labels[i] = i % 2;
      for (int k = 0; k < 9; k++) {
        boolean lit = k % 3 == 2 * labels[i];
        images[i][k] = (float) ((lit ? 0.6 : 0) + 0.4 * draws.uniform());
      }
    }
    return new Dataset("columns", Shape.of(3, 3, 1), images, labels, 2, "made up");
  }

  /** One row of uniform pixels for each image; its label is the brightest pixel. */
  public static Dataset brightest(int count, int pixels, long seed) {
    float[][] images = new float[count][pixels];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      for (int k = 0; k < pixels; k++) {
        images[i][k] = (float) draws.uniform();
        labels[i] = images[i][k] > images[i][labels[i]] ? k : labels[i];
      }
    }
    return new Dataset("brightest", Shape.of(1, pixels, 1), images, labels, pixels, "made up");
  }

  /** These images, all with label 0 of {@code classes}. */
  public static Dataset unlabelled(int classes, float[]... images) {
    return new Dataset(
        "given",
        Shape.of(1, images[0].length, 1),
        images,
        new int[images.length],
        classes,
        "made up");
  }
}

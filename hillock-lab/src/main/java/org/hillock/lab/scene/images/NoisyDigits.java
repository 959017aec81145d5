package org.hillock.lab.scene.images;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Ten printed digits of 5 × 7 pixels, each put anywhere in 8 × 8 pixels with a strength of its own,
 * under noise: a small problem that a network of a few neurons cannot solve and one of many can.
 */
public final class NoisyDigits {

  private static final int SIDE = 8;
  private static final int HEIGHT = 7;
  private static final int WIDTH = 5;
  private static final double NOISE = 0.25;

  /** Rows from top to bottom, a bit for a pixel, the highest at the left. */
  private static final int[][] DIGITS = {
    {14, 17, 19, 21, 25, 17, 14},
    {4, 12, 4, 4, 4, 4, 14},
    {14, 17, 1, 2, 4, 8, 31},
    {31, 2, 4, 2, 1, 17, 14},
    {2, 6, 10, 18, 31, 2, 2},
    {31, 16, 30, 1, 1, 17, 14},
    {6, 8, 16, 30, 17, 17, 14},
    {31, 1, 2, 4, 8, 8, 8},
    {14, 17, 17, 14, 17, 17, 14},
    {14, 17, 17, 15, 1, 2, 12}
  };

  private NoisyDigits() {}

  /**
   * As many images, the digits in turn.
   *
   * @param first number of the first image: images of other numbers are other ones
   */
  public static Dataset of(long seed, int first, int count) {
    float[][] images = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (first + i) % DIGITS.length;
      images[i] = image(labels[i], new Draws(seed, Purpose.EXPERIMENT, first + i));
    }
    return new Dataset(
        "noisy-digits", Shape.of(SIDE, SIDE, 1), images, labels, DIGITS.length, "made by Hillock");
  }

  private static float[] image(int digit, Draws draws) {
    int down = draws.below(SIDE - HEIGHT + 1);
    int right = draws.below(SIDE - WIDTH + 1);
    double strength = 0.6 + 0.4 * draws.uniform();
    float[] pixels = new float[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        boolean ink = ink(digit, row - down, column - right);
        double value = (ink ? strength : 0) + NOISE * draws.normal();
        pixels[row * SIDE + column] = (float) Math.clamp(value, 0.0, 1.0);
      }
    }
    return pixels;
  }

  private static boolean ink(int digit, int row, int column) {
    return row >= 0
        && row < HEIGHT
        && column >= 0
        && column < WIDTH
        && (DIGITS[digit][row] >> (WIDTH - 1 - column) & 1) == 1;
  }

  /** The same images with labels drawn by chance: nothing is to be learnt of them. */
  public static Dataset withDrawnLabels(Dataset data, long seed) {
    int[] labels = data.labels().clone();
    new Draws(seed, Purpose.EXPERIMENT, -1).shuffle(labels);
    return new Dataset(
        data.name(), data.shape(), data.images(), labels, data.classes(), data.attribution());
  }
}

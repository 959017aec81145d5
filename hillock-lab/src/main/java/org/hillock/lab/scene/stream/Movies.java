package org.hillock.lab.scene.stream;

import java.util.HashMap;
import java.util.Map;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Movies of a bar, two of twelve pixels wide, that goes round a ring of pixels once in 240 ms: to
 * the right or to the left, from anywhere. A single frame says where the bar is and nothing of its
 * way. Pixels beside the bar are dim and flicker from frame to frame.
 */
final class Movies {

  static final int PIXELS = 12;
  static final double LENGTH_MS = 240;

  /** Pixels in a ms: once round in a movie. */
  static final double SPEED = PIXELS / LENGTH_MS;

  static final int RIGHT = 0;
  static final int LEFT = 1;
  private static final int WIDTH = 2;

  /** The brightest that a pixel beside the bar flickers. */
  private static final double FLICKER = 0.5;

  /** Within a pixel, the starting places that information is counted over. */
  private static final int PHASES = 48;

  private Movies() {}

  /** How many frames a movie has. */
  static int frames(double frameMs) {
    return (int) Math.round(LENGTH_MS / frameMs);
  }

  /**
   * Draws movies; label 0 goes to the right. The same seed gives the same movies at every rate, up
   * to the flicker.
   *
   * @param frameMs how long a frame lasts, a whole part of 240 ms
   * @param copies how many times each frame stands in the movie
   * @return pictures [pixels, frames, 1]: one column for each frame
   */
  static Dataset draw(int count, double frameMs, int copies, long seed) {
    int different = frames(frameMs);
    int frames = different * copies;
    float[][] movies = new float[count][PIXELS * frames];
    int[] labels = new int[count];
    for (int m = 0; m < count; m++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, m, 0);
      labels[m] = m % 2;
      double start = PIXELS * draws.uniform();
      Draws flicker = new Draws(seed, Purpose.EXPERIMENT, m, 1);
      for (int f = 0; f < different; f++) {
        int at = place(start, labels[m], f * frameMs);
        for (int p = 0; p < PIXELS; p++) {
          boolean bar = Math.floorMod(p - at, PIXELS) < WIDTH;
          float value = bar ? 1 : (float) (FLICKER * flicker.uniform());
          for (int c = 0; c < copies; c++) {
            movies[m][p * frames + f * copies + c] = value;
          }
        }
      }
    }
    return new Dataset("moving-bars", Shape.of(PIXELS, frames, 1), movies, labels, 2, "drawn here");
  }

  /** The bar's first pixel at a time. */
  static int place(double start, int label, double timeMs) {
    double way = SPEED * timeMs;
    return (int)
        Math.floor(
            Math.floorMod((long) Math.floor(start + (label == RIGHT ? way : -way)), (long) PIXELS));
  }

  /** The last {@code taken} frames of every movie, zeros before the first. */
  static Dataset last(Dataset movies, int taken) {
    int frames = movies.shape().size() / PIXELS;
    float[][] windows = new float[movies.size()][PIXELS * taken];
    for (int m = 0; m < windows.length; m++) {
      for (int p = 0; p < PIXELS; p++) {
        for (int k = 0; k < taken; k++) {
          int frame = frames - taken + k;
          windows[m][p * taken + k] = frame < 0 ? 0 : movies.images()[m][p * frames + frame];
        }
      }
    }
    return new Dataset(
        movies.name(),
        Shape.of(PIXELS, taken, 1),
        windows,
        movies.labels(),
        2,
        movies.attribution());
  }

  /** Bits of a frame without flicker, were each told by itself: where the bar is. */
  static double bitsOfFrame() {
    return Math.log(PIXELS) / Math.log(2);
  }

  /**
   * Bits of a whole movie without flicker: the entropy of the rows of places that it can be,
   * counted over all pixels, 48 starting places within each, and both ways, all as likely.
   */
  static double bitsOfMovie(double frameMs) {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    for (int label : new int[] {RIGHT, LEFT}) {
      for (int s = 0; s < PIXELS * PHASES; s++) {
        StringBuilder row = new StringBuilder();
        for (int f = 0; f < frames(frameMs); f++) {
          row.append((char) ('a' + place((s + 0.5) / PHASES, label, f * frameMs)));
        }
        counts.merge(row.toString(), 1, Integer::sum);
        all++;
      }
    }
    double bits = 0;
    for (int count : counts.values()) {
      double share = (double) count / all;
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}

package org.hillock.deep;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * The training images in small groups, in another random order in each pass over them.
 *
 * @param data that is learnt from
 * @param size images in a group; the last of a pass may have fewer
 * @param noise standard deviation of normal noise added to every pixel, anew in each pass
 * @param seed of order and noise
 */
record Minibatches(Dataset data, int size, double noise, long seed) {

  /**
   * A group.
   *
   * @param images their numbers in the data set
   * @param pixels row by row, an image after another
   * @param labels of each
   */
  record Batch(int[] images, float[] pixels, int[] labels) {
    int rows() {
      return images.length;
    }
  }

  /** Groups in one pass. */
  int perEpoch() {
    return (data.size() + size - 1) / size;
  }

  /** The order of the images in a pass. */
  int[] order(int epoch) {
    int[] order = IntStream.range(0, data.size()).toArray();
    new Draws(seed, Purpose.TRAINING, epoch).shuffle(order);
    return order;
  }

  /** Group {@code k} of a pass in that order. */
  Batch batch(int[] order, int epoch, int k) {
    int[] images = Arrays.copyOfRange(order, k * size, Math.min((k + 1) * size, order.length));
    int width = data.shape().size();
    float[] pixels = new float[images.length * width];
    int[] labels = new int[images.length];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(data.images()[images[i]], 0, pixels, i * width, width);
      labels[i] = data.labels()[images[i]];
      if (noise > 0) {
        disturb(pixels, i * width, width, new Draws(seed, Purpose.NOISE, images[i], epoch));
      }
    }
    return new Batch(images, pixels, labels);
  }

  private void disturb(float[] pixels, int from, int count, Draws draws) {
    for (int i = from; i < from + count; i++) {
      pixels[i] += (float) (noise * draws.normal());
    }
  }
}

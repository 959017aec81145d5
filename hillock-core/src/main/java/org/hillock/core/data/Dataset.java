package org.hillock.core.data;

import org.hillock.core.network.Shape;
import org.hillock.core.problem.UsageException;

/**
 * Labelled images.
 *
 * <p>Arrays are not copied in or out; treat them as read-only.
 *
 * @param name such as {@code digits}
 * @param shape of one image: [height, width, channels]
 * @param images one row for each, pixels in 0..1, row by row
 * @param labels one for each, in 0..classes-1
 * @param classes how many labels there are
 * @param attribution who made it, under which licence
 */
public record Dataset(
    String name, Shape shape, float[][] images, int[] labels, int classes, String attribution) {

  public Dataset {
    if (images.length != labels.length) {
      throw new UsageException(
          name + ": " + images.length + " images but " + labels.length + " labels");
    }
    if (images.length == 0) {
      throw new UsageException(name + ": holds no images");
    }
    for (int i = 0; i < images.length; i++) {
      if (images[i].length != shape.size()) {
        throw new UsageException(
            name + ": image " + i + " has " + images[i].length + " pixels, not " + shape.size());
      }
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new UsageException(
            name + ": label " + labels[i] + " of image " + i + " is not in 0.." + (classes - 1));
      }
    }
  }

  /** How many images. */
  public int size() {
    return images.length;
  }

  /** The images with these numbers, in this order. */
  public Dataset subset(int[] which) {
    float[][] some = new float[which.length][];
    int[] theirs = new int[which.length];
    for (int i = 0; i < which.length; i++) {
      some[i] = images[which[i]];
      theirs[i] = labels[which[i]];
    }
    return new Dataset(name, shape, some, theirs, classes, attribution);
  }

  /** The first {@code most} images, or all. */
  public Dataset first(int most) {
    return most >= size() ? this : subset(java.util.stream.IntStream.range(0, most).toArray());
  }
}

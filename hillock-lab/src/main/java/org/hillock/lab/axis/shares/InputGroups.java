package org.hillock.lab.axis.shares;

import java.util.Arrays;
import java.util.BitSet;
import org.hillock.core.network.Shape;

/**
 * The inputs of a network in groups that are there or not as a whole: each by itself where there
 * are at most {@value #MOST}; else patches of equal extents, {@value #SIDE} × {@value #SIDE} on a
 * sheet, or {@value #MOST} runs of neighbours where there is no sheet.
 */
public final class InputGroups {

  /** More would cost more decisions than a comparison has time for. */
  public static final int MOST = 16;

  private static final int SIDE = 4;

  private final int[] groupOf;
  private final int[] sizes;

  private InputGroups(int[] groupOf, int count) {
    this.groupOf = groupOf;
    this.sizes = new int[count];
    Arrays.stream(groupOf).forEach(g -> sizes[g]++);
  }

  /**
   * The groups of an image.
   *
   * @param image shape of it: [height, width, channels]; channels of a place stay together
   */
  public static InputGroups of(Shape image) {
    int inputs = image.size();
    int height = image.extents().getFirst();
    int width = image.extents().size() > 1 ? image.extents().get(1) : 1;
    int channels = inputs / (height * width);
    int down = Math.min(SIDE, height);
    int across = Math.min(SIDE, width);
    boolean sheet = height > 1 && width > 1;
    int[] groupOf = new int[inputs];
    if (inputs <= MOST) {
      Arrays.setAll(groupOf, i -> i);
      return new InputGroups(groupOf, inputs);
    }
    if (sheet) {
      Arrays.setAll(
          groupOf,
          i -> {
            int place = i / channels;
            return place / width * down / height * across + place % width * across / width;
          });
      return new InputGroups(groupOf, down * across);
    }
    Arrays.setAll(groupOf, i -> (int) ((long) i * MOST / inputs));
    return new InputGroups(groupOf, MOST);
  }

  public int count() {
    return sizes.length;
  }

  /** Inputs in a group. */
  public int size(int group) {
    return sizes[group];
  }

  /** Inputs in all groups. */
  public int inputs() {
    return groupOf.length;
  }

  /** An image of which only some groups are there; the others are taken from elsewhere. */
  float[] with(BitSet there, float[] image, float[] elsewhere) {
    float[] mixed = new float[groupOf.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = there.get(groupOf[i]) ? image[i] : elsewhere[i];
    }
    return mixed;
  }

  /** An image each group of which is taken from one of several. */
  float[] of(float[][] images, int[] source) {
    float[] mixed = new float[groupOf.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = images[source[groupOf[i]]][i];
    }
    return mixed;
  }

  /** The mean of each group of an image. */
  double[] means(float[] image) {
    double[] means = new double[sizes.length];
    for (int i = 0; i < image.length; i++) {
      means[groupOf[i]] += image[i] / (double) sizes[groupOf[i]];
    }
    return means;
  }
}

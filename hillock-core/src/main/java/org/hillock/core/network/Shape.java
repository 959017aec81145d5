package org.hillock.core.network;

import java.util.List;
import java.util.stream.Collectors;
import org.hillock.core.problem.UsageException;

/**
 * The shape of a population: one extent for a plain group of neurons, [height, width, channels] for
 * a sheet. Neurons are numbered row by row, channel fastest.
 *
 * @param extents each at least 1
 */
public record Shape(List<Integer> extents) {

  public Shape {
    extents = List.copyOf(extents);
    if (extents.isEmpty() || extents.size() > 4) {
      throw new UsageException("a shape has 1 to 4 extents, not " + extents.size());
    }
    long product = 1;
    for (int extent : extents) {
      if (extent < 1) {
        throw new UsageException("extent " + extent + " is not >= 1");
      }
      product *= extent;
      if (product > Integer.MAX_VALUE) {
        throw new UsageException(
            extents + " is more than " + Integer.MAX_VALUE + " neurons in one population");
      }
    }
  }

  public static Shape of(int... extents) {
    return new Shape(java.util.Arrays.stream(extents).boxed().toList());
  }

  /** How many neurons. */
  public int size() {
    int product = 1;
    for (int extent : extents) {
      product *= extent;
    }
    return product;
  }

  /**
   * How many channels there are at each place: the last extent. Of a plain group, which has one
   * place, every neuron is one.
   */
  public int channels() {
    return extents.getLast();
  }

  @Override
  public String toString() {
    return extents.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}

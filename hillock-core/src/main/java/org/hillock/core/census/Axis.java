package org.hillock.core.census;

import org.hillock.core.problem.UsageException;

/**
 * A window that slides along one extent of a source.
 *
 * @param size extent of the source, at least 0
 * @param kernel cells of the window, 1 to {@link #LONGEST_KERNEL}
 * @param stride steps between places, at least 1
 * @param dilation steps between cells, at least 1
 * @param before zeros in front of the source; below 0 where the source is cropped
 * @param places where the window stands, at least 0
 */
public record Axis(long size, long kernel, long stride, long dilation, long before, long places) {

  /** Longer ones are no windows but mistakes. */
  public static final long LONGEST_KERNEL = 1_000_000;

  public Axis {
    if (kernel < 1 || kernel > LONGEST_KERNEL) {
      throw new UsageException("a window of " + kernel + " is not in 1.." + LONGEST_KERNEL);
    }
    if (stride < 1 || dilation < 1 || size < 0 || places < 0) {
      throw new UsageException(
          "a window with stride "
              + stride
              + ", dilation "
              + dilation
              + ", "
              + places
              + " places along "
              + size
              + " cannot be");
    }
  }

  /** As many places as have room, with zeros on both sides. */
  public static Axis sliding(
      long size, long kernel, long stride, long dilation, long before, long after) {
    if (stride < 1) {
      throw new UsageException("stride " + stride + " is not >= 1");
    }
    long room = Exact.plus(size, before, after, -1, -Exact.times(dilation, Exact.plus(kernel, -1)));
    return new Axis(
        size, kernel, stride, dilation, before, room < 0 ? 0 : Math.floorDiv(room, stride) + 1);
  }

  /** The same zeros on both sides, no dilation. */
  public static Axis sliding(long size, long kernel, long stride, long padding) {
    return sliding(size, kernel, stride, 1, padding, padding);
  }

  /** Pairs of a place and a cell, zeros around the source included. */
  public long all() {
    return Exact.times(places, kernel);
  }

  /** Pairs of a place and a cell that lies inside the source. */
  public long inside() {
    long count = 0;
    for (long k = 0; k < kernel; k++) {
      // place p reads p * stride + first, which must be in 0..size-1
      long first = Math.subtractExact(Math.multiplyExact(k, dilation), before);
      long from = Math.max(0, Math.ceilDiv(-first, stride));
      long to = Math.min(places - 1, Math.floorDiv(size - 1 - first, stride));
      count = Exact.plus(count, Math.max(0, to - from + 1));
    }
    return count;
  }
}

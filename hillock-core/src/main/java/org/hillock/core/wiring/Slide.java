package org.hillock.core.wiring;

import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Shape;

/**
 * A kernel or window that slides along one extent of a sheet: which rows (or columns) of the source
 * its cells fall on at each place.
 *
 * @param extent rows of the source
 * @param cells of the kernel
 * @param stride from place to place
 * @param before rows of padding before the first
 * @param after rows of padding behind the last
 * @param dilation from cell to cell
 */
public record Slide(int extent, int cells, int stride, int before, int after, int dilation) {

  /** Down the source of a convolution. */
  public static Slide down(Convolution c, Shape from) {
    return new Slide(
        from.extents().get(0),
        c.height(),
        c.stride().vertical(),
        c.padding().top(),
        c.padding().bottom(),
        c.dilation().vertical());
  }

  /** Along the rows of the source of a convolution. */
  public static Slide along(Convolution c, Shape from) {
    return new Slide(
        from.extents().get(1),
        c.width(),
        c.stride().horizontal(),
        c.padding().left(),
        c.padding().right(),
        c.dilation().horizontal());
  }

  /** Down the source of a pooling. */
  public static Slide down(Pooling p, Shape from) {
    return new Slide(
        from.extents().get(0),
        p.height(),
        p.stride().vertical(),
        p.padding().top(),
        p.padding().bottom(),
        1);
  }

  /** Along the rows of the source of a pooling. */
  public static Slide along(Pooling p, Shape from) {
    return new Slide(
        from.extents().get(1),
        p.width(),
        p.stride().horizontal(),
        p.padding().left(),
        p.padding().right(),
        1);
  }

  /** Rows from its first cell to its last, both included. */
  public int span() {
    return (cells - 1) * dilation + 1;
  }

  /** Places at which all of it lies within source and padding; below 1 where it is too large. */
  public int places() {
    return Math.floorDiv(extent + before + after - span(), stride) + 1;
  }

  /** Places, where the last may reach beyond the padding but must begin before the source ends. */
  public int placesWithRest() {
    int ceiling = Math.ceilDiv(extent + before + after - span(), stride) + 1;
    return (ceiling - 1) * stride >= extent + before ? ceiling - 1 : ceiling;
  }

  /** The row that a cell falls on at a place, or -1 where it is outside the source. */
  public int at(int place, int cell) {
    int row = place * stride - before + cell * dilation;
    return row >= 0 && row < extent ? row : -1;
  }

  /** How many of its cells fall on the source at a place, or with {@code padded} on padding too. */
  public int counted(int place, boolean padded) {
    int count = 0;
    for (int cell = 0; cell < cells; cell++) {
      int row = place * stride - before + cell * dilation;
      count += padded ? (row < extent + after ? 1 : 0) : (row >= 0 && row < extent ? 1 : 0);
    }
    return count;
  }

  /** Pairs of place and cell that fall on the source. */
  public long pairs(int places) {
    long pairs = 0;
    for (int place = 0; place < places; place++) {
      pairs += counted(place, false);
    }
    return pairs;
  }
}

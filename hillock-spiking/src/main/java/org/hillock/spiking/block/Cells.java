package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.FloatKernels;
import org.jspecify.annotations.Nullable;

/**
 * Where the arrivals of an epoch are added up: a row of cells for each step, a cell for each
 * receptor port of each neuron of a block. In single precision cells are whole numbers of the
 * quantum, in double precision numbers.
 */
final class Cells {

  private final int rows;
  private final int width;
  final int[] ints;
  final double[] doubles;

  /**
   * For each vector of cells in a row: the steps of the epoch in which anything arrives there, bit
   * {@link #row} for each.
   */
  final int @Nullable [] touched;

  private static final int[] NOTHING = new int[64];

  Cells(int rows, int width, boolean single, boolean sparse) {
    this.rows = rows;
    this.width = width;
    ints = new int[single ? rows * width : 0];
    doubles = new double[single ? 0 : rows * width];
    touched = sparse && single ? new int[width / FloatKernels.LANES] : null;
  }

  /** Cells from one step to the next. */
  int width() {
    return width;
  }

  /** The first cell of a step. */
  int base(long step) {
    return row(step) * width;
  }

  /** The row of a step. */
  int row(long step) {
    return (int) (step & (rows - 1));
  }

  int rows() {
    return rows;
  }

  /** Whether anything may arrive at some cells of a row in this epoch. */
  boolean quiet(int from, int to) {
    if (touched == null) {
      return false;
    }
    int end = to / FloatKernels.LANES;
    for (int k = from / FloatKernels.LANES; k < end; k += NOTHING.length) {
      int count = Math.min(NOTHING.length, end - k);
      if (Arrays.mismatch(touched, k, k + count, NOTHING, 0, count) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** A new epoch begins. */
  void untouch() {
    if (touched != null) {
      Arrays.fill(touched, 0);
    }
  }

  void clear() {
    Arrays.fill(ints, 0);
    Arrays.fill(doubles, 0);
    untouch();
  }
}

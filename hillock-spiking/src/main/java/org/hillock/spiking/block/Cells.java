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

  /** For each vector of cells in a row: whether anything arrives there in the epoch. */
  final byte @Nullable [] touched;

  Cells(int rows, int width, boolean single, boolean sparse) {
    this.rows = rows;
    this.width = width;
    ints = new int[single ? rows * width : 0];
    doubles = new double[single ? 0 : rows * width];
    touched = sparse && single ? new byte[width / FloatKernels.LANES] : null;
  }

  /** Cells from one step to the next. */
  int width() {
    return width;
  }

  /** The first cell of a step. */
  int base(long step) {
    return (int) (step & (rows - 1)) * width;
  }

  int rows() {
    return rows;
  }

  /** Whether anything may arrive at some cells of a row in this epoch. */
  boolean quiet(int from, int to) {
    if (touched == null) {
      return false;
    }
    for (int k = from / FloatKernels.LANES; k < to / FloatKernels.LANES; k++) {
      if (touched[k] != 0) {
        return false;
      }
    }
    return true;
  }

  /** A new epoch begins. */
  void untouch() {
    if (touched != null) {
      Arrays.fill(touched, (byte) 0);
    }
  }

  void clear() {
    Arrays.fill(ints, 0);
    Arrays.fill(doubles, 0);
    untouch();
  }
}

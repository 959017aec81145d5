package org.hillock.spiking.block;

import java.util.Arrays;
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

  /** Where arrivals are noted instead if they are few; null where they are not. */
  final @Nullable Bins bins;

  Cells(int rows, int width, boolean single, boolean sparse) {
    this.rows = rows;
    this.width = width;
    ints = new int[single && !sparse ? rows * width : 0];
    doubles = new double[single ? 0 : rows * width];
    bins = sparse && single ? new Bins(width) : null;
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

  void clear() {
    Arrays.fill(ints, 0);
    Arrays.fill(doubles, 0);
    if (bins != null) {
      bins.clear();
    }
  }
}

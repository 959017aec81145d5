package org.hillock.spiking.block;

import org.hillock.spiking.kernel.Reached;
import org.jspecify.annotations.Nullable;

/**
 * What arrives at the neurons of a part in the steps of a window, laid out as kernels read it:
 * either the block's own cells, or those of one bin.
 */
final class Arrivals {

  final int[] ints;
  final double[] doubles;

  /** Which neurons of a bin are reached; null where that is not known. */
  final @Nullable Reached reached;

  /** Cells from one step to the next. */
  final int stride;

  /** The cell of the first port of the part's first neuron in the first step. */
  private int first;

  /** Cells from one port to the next. */
  private int toNextPort;

  private Arrivals(int[] ints, double[] doubles, @Nullable Reached reached, int stride) {
    this.ints = ints;
    this.doubles = doubles;
    this.reached = reached;
    this.stride = stride;
  }

  /** What arrives at all neurons of a part. */
  static Arrivals of(Cells cells) {
    return new Arrivals(cells.ints, cells.doubles, null, cells.width());
  }

  /** What arrives at the neurons of one bin. */
  static Arrivals ofBin(int rows, int ports) {
    return new Arrivals(
        new int[ports * rows * Bins.CELLS], new double[0], new Reached(Bins.CELLS), Bins.CELLS);
  }

  /** Looks at other cells. */
  void look(int firstCell, int cellsToNextPort) {
    first = firstCell;
    toNextPort = cellsToNextPort;
  }

  /** The cell of a port of the part's first neuron in the first step; it may lie before all. */
  int cell(int port) {
    return first + port * toNextPort;
  }

  /** Where the cells of a port of a bin begin. */
  int ofPort(int port) {
    return port * toNextPort;
  }
}

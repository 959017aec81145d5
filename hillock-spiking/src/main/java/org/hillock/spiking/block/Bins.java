package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.Objects;
import org.hillock.spiking.kernel.Reached;

/**
 * The arrivals of an epoch in a network where few arrive: noted one after another in the bin of
 * cells that they belong to, and added up bin by bin when those neurons are updated, so that what
 * is added to stays in the first-level cache however large the network is.
 *
 * @see <a href="https://doi.org/10.1109/IPDPS.2017.112">Beamer, Asanović and Patterson (2017),
 *     propagation blocking</a>
 */
final class Bins {

  /** Cells of a bin: neurons that are updated together. */
  static final int CELLS = 1024;

  private static final int CELL_BITS = Integer.numberOfTrailingZeros(CELLS);
  private static final int ROW_SHIFT = 48;
  private static final int CELL_SHIFT = 32;
  private static final int FIRST_LENGTH = 16;

  /** By bin: row, cell within the bin, and quanta. */
  private final long[][] notes;

  private final int[] size;

  /** Bins for rows of so many cells. */
  Bins(int width) {
    int bins = (width + CELLS - 1) / CELLS;
    notes = new long[bins][FIRST_LENGTH];
    size = new int[bins];
  }

  /** Notes an arrival. */
  void add(int row, int cell, int quanta) {
    int bin = cell >>> CELL_BITS;
    int at = size[bin];
    long[] list = at < notes[bin].length ? notes[bin] : grown(bin);
    list[at] =
        (long) row << ROW_SHIFT
            | (long) (cell & (CELLS - 1)) << CELL_SHIFT
            | Integer.toUnsignedLong(quanta);
    size[bin] = at + 1;
  }

  private long[] grown(int bin) {
    notes[bin] = Arrays.copyOf(notes[bin], 2 * notes[bin].length);
    return notes[bin];
  }

  /** Whether nothing is noted for the bin of a cell. */
  boolean empty(int cell) {
    return size[cell >>> CELL_BITS] == 0;
  }

  /**
   * Adds up what arrives at the bin of a cell in some rows, and forgets it.
   *
   * @param first row
   * @param rows how many
   * @param arrivals to which it is added, at the cells of a port
   */
  void spill(int cell, int first, int rows, Arrivals arrivals, int port) {
    int at = arrivals.ofPort(port);
    int[] ints = arrivals.ints;
    Reached reached = Objects.requireNonNull(arrivals.reached);
    int bin = cell >>> CELL_BITS;
    long[] list = notes[bin];
    int end = size[bin];
    int kept = 0;
    for (int k = 0; k < end; k++) {
      long note = list[k];
      int row = (int) (note >>> ROW_SHIFT) - first;
      if (row >= 0 && row < rows) {
        int in = (int) (note >>> CELL_SHIFT) & (CELLS - 1);
        ints[at + row * CELLS + in] += (int) note;
        reached.add(in, row);
      } else {
        list[kept++] = note;
      }
    }
    size[bin] = kept;
  }

  void clear() {
    Arrays.fill(size, 0);
  }
}

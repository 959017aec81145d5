package org.hillock.onnx.read;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which neuron each element of a value is.
 *
 * @param dims extents, the batch of one input included
 * @param cells population and neuron of each element, see {@link #cell}; {@link #ZERO} for an
 *     element that is always 0; not copied, never changed
 * @param factor what every neuron's value is still to be multiplied with
 * @param exclusive whether nothing else reads the populations that it comes of, so that these may
 *     still be changed
 */
record Signal(int[] dims, long[] cells, double factor, boolean exclusive) implements Value {

  /** No neuron: an element that is always 0. */
  static final long ZERO = -1;

  static long cell(int population, int neuron) {
    return (long) population << Integer.SIZE | neuron;
  }

  static int population(long cell) {
    return (int) (cell >> Integer.SIZE);
  }

  static int neuron(long cell) {
    return (int) cell;
  }

  /** All neurons of a population in their order. */
  static Signal of(int population, int... dims) {
    long[] cells = new long[Value.count(dims)];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(population, i);
    }
    return new Signal(dims, cells, 1, true);
  }

  @Override
  public Signal moved(Move move) {
    long[] all = new long[move.from().length];
    for (int i = 0; i < all.length; i++) {
      all[i] = move.from()[i] < 0 ? ZERO : cells[move.from()[i]];
    }
    return new Signal(move.dims(), all, factor, exclusive);
  }

  Signal withFactor(double newFactor) {
    return new Signal(dims, cells, newFactor, exclusive);
  }

  Signal shared() {
    return new Signal(dims, cells, factor, false);
  }

  /** The populations that it comes of, in the order of their elements. */
  Set<Integer> populations() {
    Set<Integer> all = new LinkedHashSet<>();
    for (long cell : cells) {
      if (cell != ZERO) {
        all.add(population(cell));
      }
    }
    return all;
  }

  boolean hasZeros() {
    for (long cell : cells) {
      if (cell == ZERO) {
        return true;
      }
    }
    return false;
  }

  /** Whether the elements are exactly the neurons of populations, none twice and none left out. */
  boolean coversOnce(Draft draft) {
    Set<Long> seen = new java.util.HashSet<>();
    for (long cell : cells) {
      if (cell == ZERO || !seen.add(cell)) {
        return false;
      }
    }
    int neurons = 0;
    for (int population : populations()) {
      neurons += draft.population(population).size();
    }
    return neurons == cells.length;
  }
}

package org.hillock.onnx.read;

import java.util.Arrays;

/** What a value of the graph is: known numbers, or the neurons that give it. */
sealed interface Value permits Fixed, Signal {

  /** Elements are followed one by one, at some bytes each. */
  int MOST = 1 << 28;

  /** Extents, the batch of one input included. */
  int[] dims();

  /** The same elements under other extents or in another order; -1 makes a zero. */
  Value moved(Move move);

  /** How many elements. */
  default int size() {
    return count(dims());
  }

  /**
   * How many elements a value of these extents has.
   *
   * @throws NotRepresentable where they are more than can be followed one by one
   */
  static int count(int[] dims) {
    long count = 1;
    for (int dim : dims) {
      count *= dim;
      if (count < 0 || count > MOST) {
        throw new NotRepresentable(
            "a value "
                + Arrays.toString(dims)
                + " has more elements than the "
                + MOST
                + " followed");
      }
    }
    return (int) count;
  }
}

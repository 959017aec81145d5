package org.hillock.onnx.read;

import java.util.Arrays;

/** What a value of the graph is: known numbers, or the neurons that give it. */
sealed interface Value permits Fixed, Signal {

  /** Extents, the batch of one input included. */
  int[] dims();

  /** The same elements under other extents or in another order; -1 makes a zero. */
  Value moved(Move move);

  /** How many elements. */
  default int size() {
    return count(dims());
  }

  static int count(int[] dims) {
    return Arrays.stream(dims).reduce(1, Math::multiplyExact);
  }
}

package org.hillock.spiking.block;

/**
 * A synapse on its way to its row as one number, so that moving it is one write. From the top: row
 * within its bucket (11 bits), delay in steps (21), weight of 16 bits where the plan has such,
 * target cell (16).
 */
final class SynapseWord {

  /** Rows that a bucket may have, as a power of two. */
  static final int ROW_BITS = 11;

  static final int ROW_SHIFT = 53;
  static final int DELAY_SHIFT = 32;
  static final int DELAY_MASK = (1 << (ROW_SHIFT - DELAY_SHIFT)) - 1;
  private static final int HALF = 0xFFFF;

  private SynapseWord() {}

  /**
   * A synapse.
   *
   * @param delay 0 to 2^21 - 1
   * @param weight its low 16 bits count
   * @param cell its low 16 bits count
   */
  static long of(int row, int delay, int weight, int cell) {
    int synapse = weight << 16 | cell & HALF;
    return (long) row << ROW_SHIFT | (long) delay << DELAY_SHIFT | synapse & 0xFFFFFFFFL;
  }

  static int row(long word) {
    return (int) (word >>> ROW_SHIFT);
  }

  static int delay(long word) {
    return (int) (word >>> DELAY_SHIFT) & DELAY_MASK;
  }

  /** Row and delay: the same for all synapses of a group. */
  static int group(long word) {
    return (int) (word >>> DELAY_SHIFT);
  }

  /** Weight above cell. */
  static int synapse(long word) {
    return (int) word;
  }

  static short weight(long word) {
    return (short) (word >>> 16);
  }

  static char cell(long word) {
    return (char) word;
  }
}

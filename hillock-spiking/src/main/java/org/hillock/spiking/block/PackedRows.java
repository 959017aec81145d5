package org.hillock.spiking.block;

/**
 * Rows whose synapses take 32 bits each, as one stream sorted by delay: what arrives in an epoch is
 * one run of it, however many delays that are, and a delivery one loop.
 *
 * <p>A synapse is its target in the lowest 16 bits, above it the delay modulo the rows of cells,
 * and the rest is its weight in units.
 *
 * @param start of each source neuron's row in the stream, and one end more
 * @param stream of all rows
 * @param ends how many synapses of a row have at most some delay, where they differ
 * @param longestDelay in steps
 * @param delayBits 2 to their power are the rows of cells; 0 where all delays are the same
 * @param unit quanta that a weight of 1 adds
 */
record PackedRows(
    int[] start, int[] stream, RowEnds ends, int longestDelay, int delayBits, int unit)
    implements Rows {

  /** Bits of a target. */
  private static final int TARGET_BITS = 16;

  private static final int TARGET = (1 << TARGET_BITS) - 1;

  /** What one miss brings. */
  private static final int LINE = 16;

  /** A synapse of that delay and weight. */
  static int synapse(int weight, int delay, int delayBits, char target) {
    int low = delay & ((1 << delayBits) - 1);
    return weight << (TARGET_BITS + delayBits) | low << TARGET_BITS | target;
  }

  @Override
  public boolean empty(int source) {
    return start[source] == start[source + 1];
  }

  @Override
  public int start(int source) {
    return start[source];
  }

  @Override
  public int after(int source, int cursor, long found, long limit) {
    long longest = limit - found - 2;
    if (longest >= longestDelay) {
      return start[source + 1];
    }
    return start[source] + (longest > 0 && delayBits > 0 ? ends.at(source, (int) longest) : 0);
  }

  @Override
  public void deliver(int from, int to, long found, Cells cells) {
    if (delayBits == 0) {
      int row = cells.row(found + 1 + longestDelay);
      if (cells.bins == null) {
        scatter(stream, from, to, unit, cells.ints, row * cells.width());
      } else {
        note(stream, from, to, unit, cells.bins, row);
      }
    } else if (cells.bins == null) {
      int first = cells.row(found + 1);
      scatter(stream, from, to, first, delayBits, unit, cells.ints, cells.width());
    } else {
      note(stream, from, to, cells.row(found + 1), delayBits, unit, cells.bins);
    }
  }

  private static void scatter(int[] stream, int from, int to, int unit, int[] sums, int base) {
    for (int k = from; k < to; k++) {
      int synapse = stream[k];
      sums[base + (synapse & TARGET)] += (synapse >> TARGET_BITS) * unit;
    }
  }

  private static void note(int[] stream, int from, int to, int unit, Bins bins, int row) {
    for (int k = from; k < to; k++) {
      int synapse = stream[k];
      bins.add(row, synapse & TARGET, (synapse >> TARGET_BITS) * unit);
    }
  }

  /**
   * Adds up synapses of many delays.
   *
   * @param first row of a delay of 0
   */
  private static void scatter(
      int[] stream, int from, int to, int first, int delayBits, int unit, int[] sums, int width) {
    int rows = (1 << delayBits) - 1;
    int shift = TARGET_BITS + delayBits;
    for (int k = from; k < to; k++) {
      int synapse = stream[k];
      int row = first + (synapse >>> TARGET_BITS) & rows;
      sums[row * width + (synapse & TARGET)] += (synapse >> shift) * unit;
    }
  }

  private static void note(
      int[] stream, int from, int to, int first, int delayBits, int unit, Bins bins) {
    int rows = (1 << delayBits) - 1;
    int shift = TARGET_BITS + delayBits;
    for (int k = from; k < to; k++) {
      int synapse = stream[k];
      int row = first + (synapse >>> TARGET_BITS) & rows;
      bins.add(row, synapse & TARGET, (synapse >> shift) * unit);
    }
  }

  @Override
  public int synapses(int from, int to) {
    return to - from;
  }

  @Override
  public int touch(int from, int to) {
    int sum = 0;
    for (int k = from; k < to; k += LINE) {
      sum += stream[k];
    }
    return sum;
  }

  @Override
  public int synapses() {
    return stream.length;
  }
}

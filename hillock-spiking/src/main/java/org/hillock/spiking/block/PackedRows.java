package org.hillock.spiking.block;

/**
 * Rows of 16-bit weights as one stream, so that a delivery reads one stretch of memory: each group
 * is a head, delay in the upper and number of synapses in the lower 16 bits, and then as many
 * synapses, weight above target.
 *
 * @param start cursor of each source neuron's first group, and one end more
 * @param stream of all groups
 * @param shift by which weights are shifted to quanta
 * @param longestDelay of all groups
 * @param synapses in all
 */
record PackedRows(int[] start, int[] stream, int shift, int longestDelay, int synapses)
    implements Rows {

  /** The longest delay, and the most synapses of a group, that a head can tell. */
  static final int MOST = (1 << 16) - 1;

  /** What a delivery reads, about, and how much of it one miss brings. */
  private static final int AHEAD = 144;

  private static final int LINE = 16;

  static int head(int delay, int count) {
    return delay << 16 | count;
  }

  static int synapse(int weight, char target) {
    return weight << 16 | target;
  }

  @Override
  public int start(int source) {
    return start[source];
  }

  @Override
  public int end(int source) {
    return start[source + 1];
  }

  @Override
  public int deliver(int cursor, int end, long found, long limit, Cells cells, long[] eventsOfRow) {
    int at = cursor;
    while (at < end) {
      int head = stream[at];
      long arrival = found + 1 + (head >>> 16);
      if (arrival >= limit) {
        break;
      }
      int count = head & MOST;
      int base = cells.base(arrival);
      Bins bins = cells.bins;
      if (bins == null) {
        scatter(stream, at + 1, at + 1 + count, shift, cells.ints, base);
      } else {
        note(stream, at + 1, at + 1 + count, shift, bins, base / cells.width());
      }
      eventsOfRow[base / cells.width()] += count;
      at += 1 + count;
    }
    return at;
  }

  private static void scatter(int[] stream, int from, int to, int shift, int[] sums, int base) {
    for (int k = from; k < to; k++) {
      int synapse = stream[k];
      sums[base + (synapse & MOST)] += synapse >> 16 << shift;
    }
  }

  private static void note(int[] stream, int from, int to, int shift, Bins bins, int row) {
    for (int k = from; k < to; k++) {
      int synapse = stream[k];
      bins.add(row, synapse & MOST, synapse >> 16 << shift);
    }
  }

  @Override
  public int skip(int cursor, int end, long found, long now) {
    int at = cursor;
    while (at < end && found + 1 + (stream[at] >>> 16) < now) {
      at += 1 + (stream[at] & MOST);
    }
    return at;
  }

  @Override
  public int touch(int cursor) {
    int sum = 0;
    int end = Math.min(stream.length, cursor + AHEAD);
    for (int k = cursor; k < end; k += LINE) {
      sum += stream[k];
    }
    return sum;
  }
}

package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.FiredSpikes;

/**
 * The spikes of one population on their way into one block. They are kept until the last of their
 * synapses could have been reached, so that what is still to arrive can be laid out anew when a
 * lesion changes the rows.
 */
final class Incoming {

  /** Deliveries whose reading overlaps. */
  private static final int BATCH = 16;

  /** All synapses; {@code rows} may be without those of a lesion. */
  private final Rows whole;

  private final int longestDelay;
  private Rows rows;
  private final Cells cells;

  private int[] source = new int[64];
  private long[] step = new long[64];

  /** The next group to deliver of each. */
  private int[] cursor = new int[64];

  private int size;

  /** Where each delivery of a batch ends. */
  private final int[] ends = new int[BATCH];

  /** Synapses that were delivered since the reset. */
  private long delivered;

  /** Keeps the reading ahead from being left out. */
  int touched;

  Incoming(Rows rows, Cells cells) {
    whole = rows;
    longestDelay = rows.longestDelay();
    this.rows = rows;
    this.cells = cells;
  }

  /**
   * Takes in new spikes.
   *
   * @param first number of the source neuron that stands as 0 in the list
   * @param silent by source neuron: what it sends is withheld; empty where nothing is
   * @param origin step that the list counts from
   * @param limit what arrives before this step is delivered, the rest waits
   */
  void admit(FiredSpikes spikes, int first, boolean[] silent, long origin, long limit) {
    int before = size;
    for (int k = 0; k < spikes.size(); k++) {
      int neuron = first + spikes.neuron(k);
      if (!whole.empty(neuron) && (silent.length == 0 || !silent[neuron])) {
        keep(neuron, origin + spikes.step(k));
      }
    }
    deliver(before, limit);
  }

  private void keep(int neuron, long when) {
    if (size == source.length) {
      source = Arrays.copyOf(source, 2 * size);
      step = Arrays.copyOf(step, 2 * size);
      cursor = Arrays.copyOf(cursor, 2 * size);
    }
    source[size] = neuron;
    step[size] = when;
    cursor[size] = rows.start(neuron);
    size++;
  }

  /** Forgets what is over by {@code now}, and delivers what arrives before {@code limit}. */
  void drain(long now, long limit) {
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (step[k] + 1 + longestDelay >= now) {
        source[kept] = source[k];
        step[kept] = step[k];
        cursor[kept] = cursor[k];
        kept++;
      }
    }
    size = kept;
    deliver(0, limit);
  }

  /**
   * Delivers the spikes from the {@code first}-th on, some at a time, after touching their rows.
   */
  private void deliver(int first, long limit) {
    for (int from = first; from < size; from += BATCH) {
      int count = Math.min(size - from, BATCH);
      int sum = 0;
      for (int k = 0; k < count; k++) {
        int to = rows.after(source[from + k], step[from + k], limit);
        sum += rows.touch(cursor[from + k], to);
        ends[k] = to;
      }
      touched = sum;
      for (int k = 0; k < count; k++) {
        int begin = cursor[from + k];
        if (begin < ends[k]) {
          rows.deliver(begin, ends[k], step[from + k], cells);
          delivered += rows.synapses(begin, ends[k]);
          cursor[from + k] = ends[k];
        }
      }
    }
  }

  /** Events laid out so far that arrive before {@code now}, of those before {@code limit}. */
  long events(long now, long limit) {
    long ahead = 0;
    for (int k = 0; k < size && now < limit; k++) {
      int reached = rows.after(source[k], step[k], now);
      ahead += rows.synapses(reached, cursor[k]);
    }
    return delivered - ahead;
  }

  /**
   * From now on through other rows: lays out anew what arrives from {@code now} to before {@code
   * limit}, into cells that have been emptied.
   */
  void replace(Rows others, long now, long limit) {
    delivered = events(now, limit);
    rows = others;
    for (int k = 0; k < size; k++) {
      cursor[k] = rows.after(source[k], step[k], now);
    }
    deliver(0, limit);
  }

  /** All synapses, lesioned ones as well. */
  Rows whole() {
    return whole;
  }

  /** Forgets all spikes. */
  void clear() {
    size = 0;
    delivered = 0;
  }
}

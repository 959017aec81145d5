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

  /** Events by row of cells, shared by all that comes into the block. */
  private final long[] eventsOfRow;

  private int[] source = new int[64];
  private long[] step = new long[64];

  /** The next group to deliver of each. */
  private int[] cursor = new int[64];

  private int size;

  /** Keeps the reading ahead from being left out. */
  int touched;

  Incoming(Rows rows, Cells cells, long[] eventsOfRow) {
    whole = rows;
    longestDelay = rows.longestDelay();
    this.rows = rows;
    this.cells = cells;
    this.eventsOfRow = eventsOfRow;
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
      if (whole.start(neuron) < whole.end(neuron) && (silent.length == 0 || !silent[neuron])) {
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
      int to = Math.min(size, from + BATCH);
      int sum = 0;
      for (int k = from; k < to; k++) {
        sum += rows.touch(cursor[k]);
      }
      touched = sum;
      for (int k = from; k < to; k++) {
        int end = rows.end(source[k]);
        cursor[k] = rows.deliver(cursor[k], end, step[k], limit, cells, eventsOfRow);
      }
    }
  }

  /**
   * From now on through other rows: lays out anew what arrives from {@code now} to before {@code
   * limit}, into cells that have been emptied.
   */
  void replace(Rows others, long now, long limit) {
    rows = others;
    for (int k = 0; k < size; k++) {
      int end = rows.end(source[k]);
      cursor[k] = rows.skip(rows.start(source[k]), end, step[k], now);
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
  }
}

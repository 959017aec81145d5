package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.FiredSpikes;

/**
 * The spikes of one population on their way into one block. They are kept until the last of their
 * synapses could have been reached, so that what is still to arrive can be laid out anew when a
 * lesion changes the rows.
 */
final class Incoming {

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

  Incoming(Rows rows, Cells cells, long[] eventsOfRow) {
    whole = rows;
    longestDelay = Arrays.stream(rows.delay()).max().orElse(0);
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
    for (int k = 0; k < spikes.size(); k++) {
      int neuron = first + spikes.neuron(k);
      if (whole.groupStart()[neuron] < whole.groupStart()[neuron + 1]
          && (silent.length == 0 || !silent[neuron])) {
        keep(neuron, origin + spikes.step(k));
        deliver(size - 1, limit);
      }
    }
  }

  private void keep(int neuron, long when) {
    if (size == source.length) {
      source = Arrays.copyOf(source, 2 * size);
      step = Arrays.copyOf(step, 2 * size);
      cursor = Arrays.copyOf(cursor, 2 * size);
    }
    source[size] = neuron;
    step[size] = when;
    cursor[size] = rows.groupStart()[neuron];
    size++;
  }

  /** Delivers what arrives from {@code now} to before {@code limit}, and forgets what is over. */
  void drain(long now, long limit) {
    int kept = 0;
    for (int k = 0; k < size; k++) {
      deliver(k, limit);
      if (step[k] + 1 + longestDelay >= now) {
        source[kept] = source[k];
        step[kept] = step[k];
        cursor[kept] = cursor[k];
        kept++;
      }
    }
    size = kept;
  }

  private long arrival(int k, int group) {
    return step[k] + 1 + rows.delay()[group];
  }

  private void deliver(int k, long limit) {
    int end = rows.groupStart()[source[k] + 1];
    int group = cursor[k];
    while (group < end) {
      long at = arrival(k, group);
      if (at >= limit) {
        break;
      }
      int from = rows.synapseStart()[group];
      int to = rows.synapseStart()[group + 1];
      int base = cells.base(at);
      rows.weights().scatter(rows.target(), from, to, cells, base);
      eventsOfRow[base / cells.width()] += to - from;
      group++;
    }
    cursor[k] = group;
  }

  /**
   * From now on through other rows: lays out anew what arrives from {@code now} to before {@code
   * limit}, into cells that have been emptied.
   */
  void replace(Rows others, long now, long limit) {
    rows = others;
    for (int k = 0; k < size; k++) {
      int group = rows.groupStart()[source[k]];
      int end = rows.groupStart()[source[k] + 1];
      while (group < end && arrival(k, group) < now) {
        group++;
      }
      cursor[k] = group;
      deliver(k, limit);
    }
  }

  /** Forgets all spikes. */
  void clear() {
    size = 0;
  }
}

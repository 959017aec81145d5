package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.FiredSpikes;

/**
 * The spikes of one population on their way into one block. When a spike comes in, its row is cut
 * into runs by the epoch that they arrive in, and each is put on the list of its epoch; so a run
 * that waits costs nothing, and those of an epoch are read one after another.
 *
 * <p>The spikes themselves are kept until the last of their synapses could have been reached, so
 * that what is still to arrive can be laid out anew when a lesion changes the rows.
 */
final class Incoming {

  /** Deliveries whose reading overlaps. */
  private static final int BATCH = 16;

  /** A step that nothing arrives after. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  /** All synapses; {@code rows} may be without those of a lesion. */
  private final Rows whole;

  private final int longestDelay;
  private Rows rows;
  private final Cells cells;

  /** Of this epoch and those to come, round and round. */
  private final Runs[] epochs;

  /** The list of this epoch. */
  private int epoch;

  private int[] source = new int[64];
  private long[] step = new long[64];
  private int size;

  /** Synapses that were delivered since the reset. */
  private long delivered;

  /** Keeps the reading ahead from being left out. */
  int touched;

  Incoming(Rows rows, Cells cells) {
    whole = rows;
    longestDelay = rows.longestDelay();
    this.rows = rows;
    this.cells = cells;
    // found in the last step of an epoch, arriving the longest delay later
    epochs = new Runs[(longestDelay + 1) / cells.rows() + 2];
    Arrays.setAll(epochs, _ -> new Runs());
  }

  /** All rows, without any lesion. */
  Rows whole() {
    return whole;
  }

  /** Parts of rows that arrive in one epoch. */
  private static final class Runs {
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[] found = new long[16];
    private int size;

    void add(int first, int end, long when) {
      if (size == from.length) {
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
        found = Arrays.copyOf(found, 2 * size);
      }
      from[size] = first;
      to[size] = end;
      found[size] = when;
      size++;
    }
  }

  /**
   * Takes in new spikes.
   *
   * @param first number of the source neuron that stands as 0 in the list
   * @param silent by source neuron: what it sends is withheld; empty where nothing is
   * @param origin step that the list counts from
   * @param limit end of the epoch: what arrives before is delivered, the rest waits
   */
  void admit(FiredSpikes spikes, int first, boolean[] silent, long origin, long limit) {
    for (int k = 0; k < spikes.size(); k++) {
      int neuron = first + spikes.neuron(k);
      if (!whole.empty(neuron) && (silent.length == 0 || !silent[neuron])) {
        long found = origin + spikes.step(k);
        keep(neuron, found);
        cut(neuron, rows.start(neuron), found, limit);
      }
    }
    deliver();
  }

  private void keep(int neuron, long found) {
    if (size == source.length) {
      source = Arrays.copyOf(source, 2 * size);
      step = Arrays.copyOf(step, 2 * size);
    }
    source[size] = neuron;
    step[size] = found;
    size++;
  }

  /**
   * Puts what lies behind a cursor of a row on the lists of its epochs, the first up to a limit.
   */
  private void cut(int neuron, int first, long found, long limit) {
    int end = rows.after(neuron, first, found, NEVER);
    int from = first;
    int list = epoch;
    for (long until = limit; from < end; until += cells.rows()) {
      int to = rows.after(neuron, from, found, until);
      if (to > from) {
        epochs[list].add(from, to, found);
      }
      from = to;
      list = list + 1 == epochs.length ? 0 : list + 1;
    }
  }

  /** A new epoch begins at {@code now}: forgets spikes that are over, and delivers what arrives. */
  void turn(long now) {
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (step[k] + 1 + longestDelay >= now) {
        source[kept] = source[k];
        step[kept] = step[k];
        kept++;
      }
    }
    size = kept;
    epoch = epoch + 1 == epochs.length ? 0 : epoch + 1;
    deliver();
  }

  /** Delivers all runs of this epoch, some at a time, after touching them. */
  private void deliver() {
    Runs runs = epochs[epoch];
    for (int first = 0; first < runs.size; first += BATCH) {
      int end = Math.min(runs.size, first + BATCH);
      int sum = 0;
      for (int k = first; k < end; k++) {
        sum += rows.touch(runs.from[k], runs.to[k]);
      }
      touched = sum;
      for (int k = first; k < end; k++) {
        rows.deliver(runs.from[k], runs.to[k], runs.found[k], cells);
        delivered += rows.synapses(runs.from[k], runs.to[k]);
      }
    }
    runs.size = 0;
  }

  /** Events laid out so far that arrive before {@code now}, of those before {@code limit}. */
  long events(long now, long limit) {
    long ahead = 0;
    for (int k = 0; k < size && now < limit; k++) {
      int reached = rows.after(source[k], rows.start(source[k]), step[k], now);
      ahead += rows.synapses(reached, rows.after(source[k], reached, step[k], limit));
    }
    return delivered - ahead;
  }

  /**
   * From now on through other rows: lays out anew what arrives from {@code now} on, what does
   * before {@code limit} into cells that have been emptied.
   */
  void replace(Rows others, long now, long limit) {
    delivered = events(now, limit);
    rows = others;
    for (Runs runs : epochs) {
      runs.size = 0;
    }
    for (int k = 0; k < size; k++) {
      int first = rows.after(source[k], rows.start(source[k]), step[k], now);
      cut(source[k], first, step[k], limit);
    }
    deliver();
  }

  /** Forgets all spikes. */
  void clear() {
    size = 0;
    delivered = 0;
    for (Runs runs : epochs) {
      runs.size = 0;
    }
  }
}

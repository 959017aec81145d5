package org.hillock.spiking.block;

/**
 * The synapses from one population into one block, by source neuron; a source's row is cut into
 * <i>groups</i> with one delay, shortest first. Where in it the next group begins is a
 * <i>cursor</i>.
 */
interface Rows {

  /** Cursor of the first group of a source neuron. */
  int start(int source);

  /** Cursor after the last one. */
  int end(int source);

  /** The longest delay of any group in steps; 0 where there is none. */
  int longestDelay();

  /**
   * Delivers groups as long as they arrive before {@code limit}.
   *
   * @param found step in which the spike was found
   * @param eventsOfRow to which the synapses reached are added, by row of cells
   * @return cursor of the first group that waits, or {@code end}
   */
  int deliver(int cursor, int end, long found, long limit, Cells cells, long[] eventsOfRow);

  /** Passes groups as long as they arrive before {@code now}. */
  int skip(int cursor, int end, long found, long now);

  /**
   * Reads what the next delivery from there will need, so that the misses of many deliveries
   * overlap.
   *
   * @return anything, so that the reading is not left out
   */
  int touch(int cursor);

  /** How many synapses. */
  int synapses();
}

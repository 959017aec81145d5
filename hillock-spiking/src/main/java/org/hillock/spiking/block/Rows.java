package org.hillock.spiking.block;

/**
 * The synapses from one population into one block, by source neuron, a source's row sorted by
 * delay, shortest first. How far a row has been delivered is a <i>cursor</i>.
 */
interface Rows {

  /** Whether a source neuron has no synapses. */
  boolean empty(int source);

  /** Cursor of the first synapses of a source neuron. */
  int start(int source);

  /**
   * Cursor behind all that arrives before {@code limit}.
   *
   * @param cursor of the source's row, behind nothing that arrives later
   * @param found step in which the spike was found
   */
  int after(int source, int cursor, long found, long limit);

  /** The longest delay of any synapse in steps; 0 where there is none. */
  int longestDelay();

  /**
   * Delivers what lies between two cursors of one row.
   *
   * @param found step in which the spike was found
   */
  void deliver(int from, int to, long found, Cells cells);

  /** How many synapses lie between two cursors. */
  int synapses(int from, int to);

  /**
   * Reads what a delivery will need, so that the misses of many deliveries overlap.
   *
   * @return anything, so that the reading is not left out
   */
  int touch(int from, int to);

  /** How many synapses. */
  int synapses();
}

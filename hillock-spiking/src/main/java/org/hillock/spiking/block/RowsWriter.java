package org.hillock.spiking.block;

/**
 * Lays out the rows from one population into one block: all of them are measured first, then room
 * is made, then they are written. Different rows may be measured and written at the same time.
 */
interface RowsWriter {

  /**
   * Measures some rows.
   *
   * @param first source neuron of row 0
   * @param words their synapses, sorted by row and delay
   */
  void measure(int first, long[] words, int count);

  /** Makes room for what was measured. */
  void makeRoom();

  /**
   * Writes some rows.
   *
   * @param first source neuron of row 0
   * @param words their synapses, sorted by row and delay
   * @param weights of them, where these are kept beside the words
   */
  void write(int first, long[] words, long[] weights, int count);

  /**
   * The rows.
   *
   * @param longestDelay of all
   */
  Rows rows(int longestDelay);

  /** Where the group that begins at synapse {@code k} ends. */
  static int groupEnd(long[] words, int k, int count) {
    int group = SynapseWord.group(words[k]);
    int end = k + 1;
    while (end < count && SynapseWord.group(words[end]) == group) {
      end++;
    }
    return end;
  }
}

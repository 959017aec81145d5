package org.hillock.spiking.block;

/**
 * Rows of any weights: targets and weights apart, the groups in an index.
 *
 * @param groupStart first group of each source neuron, and one end more
 * @param synapseStart first synapse of each group, and one end more
 * @param delay of each group in steps, at least 1
 * @param target cell of each synapse within a row of cells
 * @param weights of each
 * @param longestDelay of all groups
 */
record GroupedRows(
    int[] groupStart,
    int[] synapseStart,
    int[] delay,
    char[] target,
    Weights weights,
    int longestDelay)
    implements Rows {

  @Override
  public int start(int source) {
    return groupStart[source];
  }

  @Override
  public int end(int source) {
    return groupStart[source + 1];
  }

  @Override
  public int deliver(int cursor, int end, long found, long limit, Cells cells, long[] eventsOfRow) {
    int group = cursor;
    while (group < end && found + 1 + delay[group] < limit) {
      int from = synapseStart[group];
      int to = synapseStart[group + 1];
      int base = cells.base(found + 1 + delay[group]);
      weights.scatter(target, from, to, cells, base);
      eventsOfRow[base / cells.width()] += to - from;
      group++;
    }
    return group;
  }

  @Override
  public int skip(int cursor, int end, long found, long now) {
    int group = cursor;
    while (group < end && found + 1 + delay[group] < now) {
      group++;
    }
    return group;
  }

  @Override
  public int touch(int cursor) {
    return cursor < delay.length ? target[synapseStart[cursor]] + delay[cursor] : 0;
  }

  @Override
  public int synapses() {
    return target.length;
  }
}

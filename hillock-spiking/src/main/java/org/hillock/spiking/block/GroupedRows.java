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
  public boolean empty(int source) {
    return groupStart[source] == groupStart[source + 1];
  }

  @Override
  public int after(int source, int cursor, long found, long limit) {
    int group = cursor;
    int end = groupStart[source + 1];
    while (group < end && found + 1 + delay[group] < limit) {
      group++;
    }
    return group;
  }

  @Override
  public void deliver(int from, int to, long found, Cells cells) {
    for (int group = from; group < to; group++) {
      int row = cells.row(found + 1 + delay[group]);
      weights.scatter(target, synapseStart[group], synapseStart[group + 1], cells, row);
    }
  }

  @Override
  public int synapses(int from, int to) {
    return synapseStart[to] - synapseStart[from];
  }

  @Override
  public int touch(int from, int to) {
    return from < to ? target[synapseStart[from]] : 0;
  }

  @Override
  public int synapses() {
    return target.length;
  }
}

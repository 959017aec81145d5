package org.hillock.spiking.block;

/** Lays out rows of any weights, the groups in an index. */
final class GroupedWriter implements RowsWriter {

  /** First synapse of each source neuron, then first group. */
  private final int[] start;

  private final int[] groupStart;
  private final char[] target;
  private final WeightStore store;
  private int[] synapseStart = new int[0];
  private int[] delay = new int[0];

  GroupedWriter(WeightPlan plan, boolean single, int sources, int synapses) {
    start = new int[sources + 1];
    groupStart = new int[sources + 1];
    target = new char[synapses];
    store = new WeightStore(plan, single, synapses);
  }

  @Override
  public void measure(int first, long[] words, int count) {
    int end = 0;
    for (int k = 0; k < count; k = end) {
      end = RowsWriter.groupEnd(words, k, count);
      int row = first + SynapseWord.row(words[k]);
      start[row + 1] += end - k;
      groupStart[row + 1]++;
    }
  }

  @Override
  public void makeRoom() {
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
      groupStart[i] += groupStart[i - 1];
    }
    int groups = groupStart[groupStart.length - 1];
    synapseStart = new int[groups + 1];
    synapseStart[groups] = target.length;
    delay = new int[groups];
  }

  @Override
  public void write(int first, long[] words, long[] weights, int count) {
    int at = start[first];
    int group = groupStart[first];
    int end = 0;
    for (int k = 0; k < count; k = end) {
      end = RowsWriter.groupEnd(words, k, count);
      synapseStart[group] = at + k;
      delay[group] = SynapseWord.delay(words[k]);
      group++;
    }
    for (int k = 0; k < count; k++) {
      target[at + k] = SynapseWord.cell(words[k]);
    }
    store.write(at, words, weights, count);
  }

  @Override
  public Rows rows(int longestDelay) {
    return new GroupedRows(groupStart, synapseStart, delay, target, store.weights(), longestDelay);
  }
}

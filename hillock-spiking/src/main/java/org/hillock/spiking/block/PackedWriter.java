package org.hillock.spiking.block;

/** Lays out rows of 16-bit weights as one stream. */
final class PackedWriter implements RowsWriter {

  private final WeightPlan plan;
  private final int synapses;
  private final int[] start;
  private int[] stream = new int[0];

  PackedWriter(WeightPlan plan, int sources, int synapses) {
    this.plan = plan;
    this.synapses = synapses;
    start = new int[sources + 1];
  }

  @Override
  public void measure(int first, long[] words, int count) {
    int end = 0;
    for (int k = 0; k < count; k = end) {
      end = RowsWriter.groupEnd(words, k, count);
      int heads = (end - k + PackedRows.MOST - 1) / PackedRows.MOST;
      start[first + SynapseWord.row(words[k]) + 1] += heads + end - k;
    }
  }

  @Override
  public void makeRoom() {
    for (int i = 1; i < start.length; i++) {
      start[i] = Math.addExact(start[i], start[i - 1]);
    }
    stream = new int[start[start.length - 1]];
  }

  @Override
  public void write(int first, long[] words, long[] weights, int count) {
    int at = start[first];
    int end = 0;
    for (int k = 0; k < count; k = end) {
      // a source may reach a block more often than a head can tell
      end = Math.min(RowsWriter.groupEnd(words, k, count), k + PackedRows.MOST);
      stream[at++] = PackedRows.head(SynapseWord.delay(words[k]), end - k);
      for (int j = k; j < end; j++) {
        stream[at++] = SynapseWord.synapse(words[j]);
      }
    }
  }

  @Override
  public Rows rows(int longestDelay) {
    return new PackedRows(start, stream, plan.shift(), longestDelay, synapses);
  }
}

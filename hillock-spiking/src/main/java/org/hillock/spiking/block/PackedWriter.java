package org.hillock.spiking.block;

/** Lays out rows of 16-bit weights as one stream. */
final class PackedWriter implements RowsWriter {

  private final WeightPlan plan;
  private final int longestDelay;
  private final int[] start;
  private final int[] stream;
  private RowEnds ends = RowEnds.NONE;

  PackedWriter(WeightPlan plan, int sources, int synapses, int longestDelay) {
    this.plan = plan;
    this.longestDelay = longestDelay;
    start = new int[sources + 1];
    stream = new int[synapses];
  }

  @Override
  public void measure(int first, long[] words, int count) {
    for (int k = 0; k < count; k++) {
      start[first + SynapseWord.row(words[k]) + 1]++;
    }
  }

  @Override
  public void makeRoom() {
    int longestRow = 0;
    for (int i = 1; i < start.length; i++) {
      longestRow = Math.max(longestRow, start[i]);
      start[i] += start[i - 1];
    }
    if (plan.delayBits() > 0) {
      ends = RowEnds.of(start.length - 1, longestDelay, longestRow);
    }
  }

  @Override
  public void write(int first, long[] words, long[] weights, int count) {
    int at = start[first];
    for (int k = 0; k < count; k++) {
      long word = words[k];
      int delay = SynapseWord.delay(word);
      stream[at + k] =
          PackedRows.synapse(
              SynapseWord.weight(word), delay, plan.delayBits(), SynapseWord.cell(word));
    }
    int end = 0;
    for (int k = 0; k < count && plan.delayBits() > 0; k = end) {
      end = RowsWriter.groupEnd(words, k, count);
      int source = first + SynapseWord.row(words[k]);
      ends.set(source, SynapseWord.delay(words[k]), at + end - start[source]);
    }
  }

  @Override
  public Rows rows(int longest) {
    ends.fill();
    return new PackedRows(start, stream, ends, longestDelay, plan.delayBits(), plan.unit());
  }
}

package org.hillock.spiking.block;

import java.util.Arrays;

/** Sorts the synapses of each row by delay, keeping their order otherwise, and finds the groups. */
final class RowSorter {

  private final WeightPlan plan;
  private final int[] start;
  private final int[] delays;
  private final char[] target;
  private final WeightStore weights;
  private final WeightStore scratchWeights;
  private final char[] scratchTarget;
  private final int[] order;
  private final int[] countOf;
  private int[] synapseStart = new int[1024];
  private int[] groupDelay = new int[1024];
  private int groups;
  private final int longestRow;

  RowSorter(
      int[] start,
      int[] delays,
      char[] target,
      WeightStore weights,
      int longestRow,
      WeightPlan plan,
      boolean single) {
    this.plan = plan;
    this.longestRow = longestRow;
    this.start = start;
    this.delays = delays;
    this.target = target;
    this.weights = weights;
    scratchWeights = new WeightStore(plan, single, longestRow);
    scratchTarget = new char[longestRow];
    order = new int[longestRow];
    countOf = new int[Arrays.stream(delays).max().orElse(0) + 2];
  }

  /** Sorts all rows. */
  Rows sort() {
    int[] groupStart = new int[start.length];
    for (int i = 0; i + 1 < start.length; i++) {
      row(start[i], start[i + 1]);
      groupStart[i + 1] = groups;
    }
    int[] starts = Arrays.copyOf(synapseStart, groups + 1);
    starts[groups] = target.length;
    int longest = countOf.length - 2;
    if (plan.kind() == WeightPlan.Kind.SHORTS
        && longestRow <= PackedRows.MOST
        && plan.delayBits() > 0) {
      return packed(groupStart, starts, longest);
    }
    int[] delay = Arrays.copyOf(groupDelay, groups);
    return new GroupedRows(groupStart, starts, delay, target, weights.weights(), longest);
  }

  private Rows packed(int[] groupStart, int[] synapseStart, int longest) {
    int[] stream = new int[target.length];
    char[] ends = new char[Math.multiplyExact(groupStart.length - 1, longest + 1)];
    for (int i = 0; i + 1 < groupStart.length; i++) {
      int d = 0;
      int at = i * (longest + 1);
      for (int g = groupStart[i]; g < groupStart[i + 1]; g++) {
        while (d < groupDelay[g]) {
          ends[at + d++] = (char) (synapseStart[g] - start[i]);
        }
        for (int k = synapseStart[g]; k < synapseStart[g + 1]; k++) {
          stream[k] =
              PackedRows.synapse(weights.stored(k), groupDelay[g], plan.delayBits(), target[k]);
        }
      }
      while (d <= longest) {
        ends[at + d++] = (char) (start[i + 1] - start[i]);
      }
    }
    return new PackedRows(start, stream, ends, longest, plan.delayBits(), plan.unit());
  }

  /** A counting sort. */
  private void row(int from, int to) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int k = from; k < to; k++) {
      countOf[delays[k] + 1]++;
      least = Math.min(least, delays[k]);
      most = Math.max(most, delays[k]);
    }
    int next = 0;
    for (int d = least; d <= most && to > from; d++) {
      int count = countOf[d + 1];
      if (count > 0) {
        open(from + next, d);
      }
      countOf[d + 1] = next;
      next += count;
    }
    for (int k = from; k < to; k++) {
      order[countOf[delays[k] + 1]++] = k - from;
    }
    if (to > from) {
      Arrays.fill(countOf, least, most + 2, 0);
    }
    int count = to - from;
    for (int k = 0; k < count; k++) {
      scratchTarget[k] = target[from + order[k]];
    }
    System.arraycopy(scratchTarget, 0, target, from, count);
    weights.permute(from, order, count, scratchWeights);
  }

  private void open(int synapse, int delay) {
    if (groups + 1 >= synapseStart.length) {
      synapseStart = Arrays.copyOf(synapseStart, synapseStart.length + (synapseStart.length >> 1));
      groupDelay = Arrays.copyOf(groupDelay, synapseStart.length);
    }
    synapseStart[groups] = synapse;
    groupDelay[groups] = delay;
    groups++;
  }
}

package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * The same synapses as the bare loop wants them, as {@link GroupedRows} and as {@link PackedRows}:
 * rows of one length with one delay each, targets and weights drawn evenly.
 *
 * @param order in which the rows are delivered, shuffled
 * @param delay of each row, 1 to as many as there are rows of cells
 */
record ScatterRows(
    int length,
    int[] order,
    int[] delay,
    char[] target,
    short[] weight,
    Rows grouped,
    Rows packed) {

  private static final long SEED = 11;
  private static final int MOST_WEIGHT = 100;

  /**
   * Draws rows.
   *
   * @param synapses in all, a multiple of {@code length}
   */
  static ScatterRows draw(int synapses, int length, int rowsOfCells, int width) {
    int sources = synapses / length;
    char[] target = new char[synapses];
    short[] weight = new short[synapses];
    Draws targets = new Draws(SEED, Purpose.CONNECTIVITY, 0);
    Draws weights = new Draws(SEED, Purpose.WEIGHT, 0);
    for (int k = 0; k < synapses; k++) {
      target[k] = (char) targets.below(width);
      weight[k] = (short) (weights.below(2 * MOST_WEIGHT + 1) - MOST_WEIGHT);
    }
    int[] delay = new int[sources];
    Draws delays = new Draws(SEED, Purpose.DELAY, 0);
    Arrays.setAll(delay, i -> 1 + delays.below(rowsOfCells));
    int[] order = new int[sources];
    Arrays.setAll(order, i -> i);
    new Draws(SEED, Purpose.EXPERIMENT, 0).shuffle(order);
    return new ScatterRows(
        length,
        order,
        delay,
        target,
        weight,
        grouped(length, delay, target, weight, rowsOfCells),
        packed(length, delay, target, weight, rowsOfCells));
  }

  private static Rows grouped(
      int length, int[] delay, char[] target, short[] weight, int longestDelay) {
    int[] groupStart = new int[delay.length + 1];
    Arrays.setAll(groupStart, i -> i);
    int[] synapseStart = new int[delay.length + 1];
    Arrays.setAll(synapseStart, i -> i * length);
    int[] weights = new int[weight.length];
    Arrays.setAll(weights, k -> weight[k]);
    return new GroupedRows(
        groupStart, synapseStart, delay, target, new Weights.Ints(weights), longestDelay);
  }

  private static Rows packed(
      int length, int[] delay, char[] target, short[] weight, int longestDelay) {
    int[] start = new int[delay.length + 1];
    Arrays.setAll(start, i -> i * length);
    RowEnds ends = RowEnds.of(delay.length, longestDelay, length);
    int delayBits = Integer.numberOfTrailingZeros(longestDelay);
    int[] stream = new int[start[delay.length]];
    for (int i = 0; i < delay.length; i++) {
      ends.set(i, delay[i], length);
      for (int k = i * length; k < (i + 1) * length; k++) {
        stream[k] = PackedRows.synapse(weight[k], delay[i], delayBits, target[k]);
      }
    }
    ends.fill();
    return new PackedRows(start, stream, ends, longestDelay, delayBits, 1);
  }
}

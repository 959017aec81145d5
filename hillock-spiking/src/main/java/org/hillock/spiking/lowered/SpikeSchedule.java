package org.hillock.spiking.lowered;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;

/**
 * Listed spikes of a population, sorted by step and then by neuron; a pair that stands there twice
 * is two spikes.
 *
 * @param step in which each belongs: a spike at step s has time t_s
 * @param neuron that fires
 */
public record SpikeSchedule(long[] step, int[] neuron) {

  public static final SpikeSchedule EMPTY = new SpikeSchedule(new long[0], new int[0]);

  /**
   * Puts listed times on the grid.
   *
   * @param timesMs of every neuron, in order, counted from step {@code from}
   * @param least the fewest steps after {@code from} at which one may come
   * @throws UsageException where a time is before 0, out of order or too late to be counted
   */
  public static SpikeSchedule of(
      String population, List<Numbers> timesMs, TimeGrid grid, long from, int least) {
    int size = timesMs.size();
    int count = timesMs.stream().mapToInt(Numbers::size).sum();
    long[] keys = new long[count];
    int k = 0;
    for (int i = 0; i < size; i++) {
      String what = "spikes of '" + population + "', neuron " + i + ": time";
      Numbers times = timesMs.get(i);
      for (int j = 0; j < times.size(); j++) {
        long steps = Math.max(least, grid.nearest(what, times.get(j)));
        if (j > 0 && times.get(j) < times.get(j - 1)) {
          throw new UsageException(
              what + " " + times.get(j) + " ms comes after " + times.get(j - 1) + " ms");
        }
        keys[k++] = (from + steps) * size + i;
      }
    }
    Arrays.sort(keys);
    long[] step = new long[count];
    int[] neuron = new int[count];
    for (int j = 0; j < count; j++) {
      step[j] = keys[j] / size;
      neuron[j] = (int) (keys[j] % size);
    }
    return new SpikeSchedule(step, neuron);
  }

  public int size() {
    return step.length;
  }
}

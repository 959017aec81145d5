package org.hillock.lab.bench;

import java.util.Arrays;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;

/** Keeps the spikes of one population and forgets them when a run begins anew. */
final class SpikeKeeper implements RecordingSink {

  private final double[][] times;
  private final int[] counts;

  SpikeKeeper(int neurons) {
    times = new double[neurons][4];
    counts = new int[neurons];
  }

  @Override
  public void begin(RecordingSchema schema) {
    // the rows tell all
  }

  @Override
  public void row(double along, int neuron, double value) {
    int n = counts[neuron]++;
    if (n == times[neuron].length) {
      times[neuron] = Arrays.copyOf(times[neuron], 2 * n);
    }
    times[neuron][n] = along;
  }

  @Override
  public void close() {
    // the spikes stay readable
  }

  void clear() {
    Arrays.fill(counts, 0);
  }

  SpikeTrains trains() {
    double[][] whole = new double[times.length][];
    Arrays.setAll(whole, n -> Arrays.copyOf(times[n], counts[n]));
    return SpikeTrains.of(whole);
  }
}

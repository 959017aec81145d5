package org.hillock.verify;

import java.util.Arrays;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;

/** Counts spikes and the intervals between them, neuron by neuron. */
final class CountedSpikes implements RecordingSink {

  /** As in the tables that irregularity is compared with. */
  private static final int LEAST_SPIKES = 10;

  private final long[] spikes;
  private final double[] lastMs;
  private final double[] sum;
  private final double[] squares;

  CountedSpikes(int neurons) {
    spikes = new long[neurons];
    lastMs = new double[neurons];
    sum = new double[neurons];
    squares = new double[neurons];
  }

  @Override
  public void begin(RecordingSchema schema) {
    // the columns of spikes are known
  }

  @Override
  public void row(double timeMs, int neuron, double value) {
    if (spikes[neuron] > 0) {
      double interval = timeMs - lastMs[neuron];
      sum[neuron] += interval;
      squares[neuron] += interval * interval;
    }
    lastMs[neuron] = timeMs;
    spikes[neuron]++;
  }

  @Override
  public void close() {
    // what was counted stays readable
  }

  void clear() {
    Arrays.fill(spikes, 0);
    Arrays.fill(sum, 0);
    Arrays.fill(squares, 0);
  }

  int neurons() {
    return spikes.length;
  }

  long spikes() {
    return Arrays.stream(spikes).sum();
  }

  long active() {
    return Arrays.stream(spikes).filter(n -> n > 0).count();
  }

  double rateHz(double ms) {
    return spikes() / (neurons() * ms / 1000);
  }

  /**
   * The coefficient of variation of the intervals, mean over neurons with ten spikes or more; NaN
   * where there are none.
   */
  double cv() {
    double total = 0;
    int neurons = 0;
    for (int i = 0; i < spikes.length; i++) {
      if (spikes[i] >= LEAST_SPIKES) {
        long intervals = spikes[i] - 1;
        double mean = sum[i] / intervals;
        total += Math.sqrt(Math.max(0, squares[i] / intervals - mean * mean)) / mean;
        neurons++;
      }
    }
    return total / neurons;
  }
}

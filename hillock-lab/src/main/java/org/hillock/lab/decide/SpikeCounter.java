package org.hillock.lab.decide;

import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;

/** Counts the spikes of each neuron of a population since it was last cleared. */
public final class SpikeCounter implements RecordingSink {

  private final double[] counts;

  public SpikeCounter(int neurons) {
    counts = new double[neurons];
  }

  @Override
  public void begin(RecordingSchema schema) {
    clear();
  }

  @Override
  public void row(double along, int neuron, double value) {
    counts[neuron]++;
  }

  @Override
  public void close() {
    // the counts stay readable
  }

  public void clear() {
    java.util.Arrays.fill(counts, 0);
  }

  public double[] counts() {
    return counts.clone();
  }
}

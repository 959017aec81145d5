package org.hillock.app.bench;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.core.network.Population;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;

/** Counts a population's spikes and how regular each neuron's are. */
final class SpikeIntervals implements RecordingSink {

  /** Fewer intervals than these say little of how regular a neuron is. */
  private static final int LEAST_SPIKES = 10;

  private final Population population;
  private final double stepMs;
  private SpikeFingerprint.Lane fingerprint;
  private final double[] lastMs;
  private final double[] sum;
  private final double[] squares;
  private final int[] spikes;
  private long count;

  SpikeIntervals(Population population, double stepMs, SpikeFingerprint fingerprint) {
    this.population = population;
    this.stepMs = stepMs;
    this.fingerprint = fingerprint.lane(population.name());
    lastMs = new double[population.size()];
    sum = new double[population.size()];
    squares = new double[population.size()];
    spikes = new int[population.size()];
  }

  @Override
  public void begin(RecordingSchema schema) {
    // the columns of spikes are known
  }

  @Override
  public void row(double timeMs, int neuron, double value) {
    fingerprint.add(Math.round(timeMs / stepMs), neuron);
    if (spikes[neuron] > 0) {
      double interval = timeMs - lastMs[neuron];
      sum[neuron] += interval;
      squares[neuron] += interval * interval;
    }
    lastMs[neuron] = timeMs;
    spikes[neuron]++;
    count++;
  }

  @Override
  public void close() {
    // what was counted stays readable
  }

  /** Forgets what was counted and counts anew, for a session that was reset. */
  void restart(SpikeFingerprint newFingerprint) {
    fingerprint = newFingerprint.lane(population.name());
    Arrays.fill(sum, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(spikes, 0);
    count = 0;
  }

  Population population() {
    return population;
  }

  long count() {
    return count;
  }

  /**
   * The coefficient of variation of the intervals between a neuron's spikes, mean over neurons with
   * ten spikes or more; empty where there are none.
   */
  OptionalDouble meanCv() {
    double total = 0;
    int neurons = 0;
    for (int n = 0; n < spikes.length; n++) {
      if (spikes[n] >= LEAST_SPIKES) {
        int intervals = spikes[n] - 1;
        double mean = sum[n] / intervals;
        double variance = Math.max(0, squares[n] / intervals - mean * mean);
        total += Math.sqrt(variance) / mean;
        neurons++;
      }
    }
    return neurons == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / neurons);
  }
}

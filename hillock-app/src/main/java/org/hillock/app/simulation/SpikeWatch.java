package org.hillock.app.simulation;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Population;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.lab.comparison.Raster;

/** Counts all spikes of a population, and keeps those that will be drawn. */
final class SpikeWatch implements RecordingSink {

  /** More rows than that cannot be told apart on a page. */
  static final int MOST_NEURONS_DRAWN = 200;

  /** A picture with more strokes is black, and too large to open. */
  static final int MOST_SPIKES_DRAWN = 50_000;

  private final Population population;
  private final double stepMs;
  private final SpikeFingerprint.Lane fingerprint;
  private double[] timesMs = new double[256];
  private int[] neurons = new int[256];
  private int kept;
  private long count;
  private double drawnUntilMs = Double.POSITIVE_INFINITY;

  SpikeWatch(Population population, double stepMs, SpikeFingerprint fingerprint) {
    this.population = population;
    this.stepMs = stepMs;
    this.fingerprint = fingerprint.lane(population.name());
  }

  @Override
  public void begin(RecordingSchema schema) {
    // the columns of spikes are known
  }

  @Override
  public void row(double timeMs, int neuron, double value) {
    fingerprint.add(Math.round(timeMs / stepMs), neuron);
    count++;
    if (neuron < MOST_NEURONS_DRAWN && timeMs < drawnUntilMs) {
      keep(timeMs, neuron);
    }
  }

  private void keep(double timeMs, int neuron) {
    if (kept == MOST_SPIKES_DRAWN) {
      drawnUntilMs = timeMs;
      return;
    }
    if (kept == timesMs.length) {
      timesMs = Arrays.copyOf(timesMs, 2 * kept);
      neurons = Arrays.copyOf(neurons, 2 * kept);
    }
    timesMs[kept] = timeMs;
    neurons[kept] = neuron;
    kept++;
  }

  @Override
  public void close() {
    // what was counted stays readable
  }

  Population population() {
    return population;
  }

  long count() {
    return count;
  }

  /** Until when every spike of the drawn neurons is kept; infinity where all are. */
  double drawnUntilMs() {
    return drawnUntilMs;
  }

  /** What is drawn of it. */
  Raster.Lane lane() {
    int drawn = Math.min(MOST_NEURONS_DRAWN, population.size());
    String name =
        drawn == population.size()
            ? population.name()
            : population.name() + " (" + drawn + " of " + population.size() + ")";
    List<String> names = population.names().all();
    return new Raster.Lane(
        name,
        drawn,
        Arrays.copyOf(timesMs, kept),
        Arrays.copyOf(neurons, kept),
        names.isEmpty() ? names : names.subList(0, drawn));
  }
}

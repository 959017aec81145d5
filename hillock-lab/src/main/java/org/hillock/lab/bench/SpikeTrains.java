package org.hillock.lab.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Spikes of the neurons of a population, each neuron's in the order of time, in ms. */
public final class SpikeTrains {

  private final double[][] timesMs;

  private SpikeTrains(double[][] timesMs) {
    this.timesMs = timesMs;
  }

  /**
   * Trains.
   *
   * @param timesMs by neuron, ascending
   */
  public static SpikeTrains of(double[][] timesMs) {
    return new SpikeTrains(Arrays.stream(timesMs).map(double[]::clone).toArray(double[][]::new));
  }

  /** Number of neurons. */
  public int neurons() {
    return timesMs.length;
  }

  /** The spikes of a neuron; not to be written. */
  public double[] of(int neuron) {
    return timesMs[neuron];
  }

  /** Number of spikes of all neurons. */
  public long count() {
    return Arrays.stream(timesMs).mapToLong(times -> times.length).sum();
  }

  /** The trains of some neurons. */
  public SpikeTrains select(int... neurons) {
    return new SpikeTrains(
        IntStream.of(neurons).mapToObj(n -> timesMs[n]).toArray(double[][]::new));
  }

  /** Spikes from one time to before another. */
  public SpikeTrains within(double fromMs, double toMs) {
    return new SpikeTrains(
        Arrays.stream(timesMs)
            .map(times -> Arrays.stream(times).filter(t -> t >= fromMs && t < toMs).toArray())
            .toArray(double[][]::new));
  }

  /** Whether every neuron fired at the same times, to the bit. */
  public boolean same(SpikeTrains other) {
    return Arrays.deepEquals(timesMs, other.timesMs);
  }
}

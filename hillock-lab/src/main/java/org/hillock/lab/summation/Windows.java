package org.hillock.lab.summation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Cuts time into windows and tables what came in and what went out.
 *
 * @param windowMs length of a window, in ms, above 0; window i is [i·length, (i + 1)·length)
 * @param count of windows, at least {@code history}
 * @param history so many windows count for an output: its own and those before it, at least 1
 */
public record Windows(double windowMs, int count, int history) {

  public Windows {
    if (!(windowMs > 0 && windowMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("windows of " + windowMs + " ms");
    }
    if (history < 1 || count < history) {
      throw new IllegalArgumentException(count + " windows, a history of " + history);
    }
  }

  /**
   * Whether the cell spiked in each window that has a whole history.
   *
   * @param eventsMs by synapse: times of events, in any order; those outside the windows are passed
   *     over
   * @param spikesMs of the cell
   */
  public Observations spikes(double[][] eventsMs, double[] spikesMs) {
    return spikes(List.<double[][]>of(eventsMs), List.<double[]>of(spikesMs));
  }

  /** The same of several cells, one after another: {@link #rows} rows of each. */
  public Observations spikes(List<double[][]> eventsMs, List<double[]> spikesMs) {
    List<double[]> outputs = new ArrayList<>();
    for (double[] its : spikesMs) {
      double[] counts = counts(its);
      for (int i = 0; i < count; i++) {
        counts[i] = Math.min(1, counts[i]);
      }
      outputs.add(counts);
    }
    return joined(eventsMs, outputs, true);
  }

  /** How many windows have a whole history. */
  public int rows() {
    return count - history + 1;
  }

  /**
   * How far the potential rose in each window that has a whole history.
   *
   * @param eventsMs as in {@link #spikes}
   * @param peakMv by window
   */
  public Observations potentials(double[][] eventsMs, double[] peakMv) {
    return potentials(List.<double[][]>of(eventsMs), List.<double[]>of(peakMv));
  }

  /** The same of several cells, one after another. */
  public Observations potentials(List<double[][]> eventsMs, List<double[]> peakMv) {
    for (double[] its : peakMv) {
      if (its.length != count) {
        throw new IllegalArgumentException(its.length + " peaks in " + count + " windows");
      }
    }
    return joined(eventsMs, peakMv, false);
  }

  private Observations joined(
      List<double[][]> eventsMs, List<double[]> outputs, boolean areSpikes) {
    List<double[]> inputs = new ArrayList<>();
    DoubleStream.Builder all = DoubleStream.builder();
    for (int cell = 0; cell < outputs.size(); cell++) {
      Collections.addAll(inputs, inputs(eventsMs.get(cell)));
      for (double each : whole(outputs.get(cell))) {
        all.add(each);
      }
    }
    return new Observations(inputs.toArray(double[][]::new), all.build().toArray(), areSpikes);
  }

  /** Rows by window; in a row, all synapses of the window itself, then of the one before it, …. */
  private double[][] inputs(double[][] eventsMs) {
    double[][] bySynapse = new double[eventsMs.length][];
    for (int s = 0; s < eventsMs.length; s++) {
      bySynapse[s] = counts(eventsMs[s]);
    }
    double[][] rows = new double[rows()][history * eventsMs.length];
    for (int i = 0; i < rows.length; i++) {
      for (int lag = 0; lag < history; lag++) {
        for (int s = 0; s < eventsMs.length; s++) {
          rows[i][lag * eventsMs.length + s] = bySynapse[s][i + history - 1 - lag];
        }
      }
    }
    return rows;
  }

  private double[] whole(double[] outputs) {
    return Arrays.copyOfRange(outputs, history - 1, count);
  }

  private double[] counts(double[] timesMs) {
    double[] counts = new double[count];
    for (double time : timesMs) {
      double window = Math.floor(time / windowMs);
      if (window >= 0 && window < count) {
        counts[(int) window]++;
      }
    }
    return counts;
  }
}

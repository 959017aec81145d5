package org.hillock.lab.summation;

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
    double[] outputs = counts(spikesMs);
    for (int i = 0; i < count; i++) {
      outputs[i] = Math.min(1, outputs[i]);
    }
    return new Observations(inputs(eventsMs), whole(outputs), true);
  }

  /**
   * How far the potential rose in each window that has a whole history.
   *
   * @param eventsMs as in {@link #spikes}
   * @param peakMv by window
   */
  public Observations potentials(double[][] eventsMs, double[] peakMv) {
    if (peakMv.length != count) {
      throw new IllegalArgumentException(peakMv.length + " peaks in " + count + " windows");
    }
    return new Observations(inputs(eventsMs), whole(peakMv), false);
  }

  /** Rows by window; in a row, all synapses of the window itself, then of the one before it, …. */
  private double[][] inputs(double[][] eventsMs) {
    double[][] bySynapse = new double[eventsMs.length][];
    for (int s = 0; s < eventsMs.length; s++) {
      bySynapse[s] = counts(eventsMs[s]);
    }
    double[][] rows = new double[count - history + 1][history * eventsMs.length];
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
    return java.util.Arrays.copyOfRange(outputs, history - 1, count);
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

package org.hillock.lab.cell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hillock.core.session.Recording;

/** What happened to cells {@linkplain SideBySide side by side}. */
public final class Watched {

  /**
   * A site over time.
   *
   * @param timesMs of the samples
   * @param values by copy and sample, in the site's unit
   */
  private record Traces(double[] timesMs, double[][] values) {}

  private final double[][] spikesMs;
  private final Map<String, Traces> traces;

  private Watched(double[][] spikesMs, Map<String, Traces> traces) {
    this.spikesMs = spikesMs;
    this.traces = traces;
  }

  static Watched of(int copies, Recording spikes, Map<String, Recording> recordings) {
    double[][] spikesMs = new double[copies][];
    for (int c = 0; c < copies; c++) {
      int copy = c;
      spikesMs[c] =
          IntStream.range(0, spikes.size())
              .filter(i -> spikes.neuron(i) == copy)
              .mapToDouble(spikes::along)
              .toArray();
    }
    Map<String, Traces> traces = new LinkedHashMap<>();
    recordings.forEach((site, recording) -> traces.put(site, traces(copies, recording)));
    return new Watched(spikesMs, traces);
  }

  /** Rows come by time, then by neuron. */
  private static Traces traces(int copies, Recording recording) {
    int samples = recording.size() / copies;
    double[] times = new double[samples];
    double[][] values = new double[copies][samples];
    for (int i = 0; i < samples * copies; i++) {
      times[i / copies] = recording.along(i);
      values[recording.neuron(i)][i / copies] = recording.value(i);
    }
    return new Traces(times, values);
  }

  /** When a copy fired, in ms. */
  public double[] spikesMs(int copy) {
    return spikesMs[copy].clone();
  }

  /** How often a copy fired from a time on. */
  public int spikes(int copy, double fromMs) {
    return (int) DoubleStream.of(spikesMs[copy]).filter(t -> t >= fromMs).count();
  }

  /** When a site was looked at, in ms. */
  public double[] timesMs(String site) {
    return of(site).timesMs.clone();
  }

  /** A site of a copy, in its unit, at {@link #timesMs}. */
  public double[] trace(String site, int copy) {
    return of(site).values[copy].clone();
  }

  /** The largest value of a site from a time on. */
  public double peak(String site, int copy, double fromMs) {
    Traces t = of(site);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < t.timesMs.length; i++) {
      most = t.timesMs[i] >= fromMs ? Math.max(most, t.values[copy][i]) : most;
    }
    return most;
  }

  /**
   * When a site first rises through a level, in ms, between two samples in proportion; NaN where it
   * never does.
   */
  public double crossingMs(String site, int copy, double level) {
    Traces t = of(site);
    double[] v = t.values[copy];
    for (int i = 1; i < v.length; i++) {
      if (v[i - 1] < level && v[i] >= level) {
        double share = (level - v[i - 1]) / (v[i] - v[i - 1]);
        return t.timesMs[i - 1] + share * (t.timesMs[i] - t.timesMs[i - 1]);
      }
    }
    return Double.NaN;
  }

  private Traces of(String site) {
    Traces t = traces.get(site);
    if (t == null) {
      throw new IllegalArgumentException("'" + site + "' is not watched");
    }
    return t;
  }
}

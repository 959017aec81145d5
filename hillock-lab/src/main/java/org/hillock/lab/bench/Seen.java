package org.hillock.lab.bench;

import java.util.BitSet;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;

/**
 * A recording in short.
 *
 * @param inSpikes whether its rows are spikes
 * @param rows of it
 * @param neurons that are in it
 * @param unit of its values; {@code ms} for spikes
 * @param least value, or time of the first spike; {@link Double#NaN} without rows
 * @param mean value, or rate in Hz of those that fired
 * @param most value, or time of the last spike
 */
public record Seen(
    boolean inSpikes, int rows, int neurons, String unit, double least, double mean, double most) {

  /**
   * Of a recording.
   *
   * @param length of the run in ms
   */
  public static Seen of(Recording recording, double length) {
    RecordingSchema schema = recording.schema().orElseThrow();
    boolean spikes = !schema.hasValue();
    BitSet who = new BitSet();
    double least = Double.NaN;
    double most = Double.NaN;
    double sum = 0;
    for (int i = 0; i < recording.size(); i++) {
      double x = spikes ? recording.along(i) : recording.value(i);
      who.set(recording.neuron(i));
      least = i == 0 ? x : Math.min(least, x);
      most = i == 0 ? x : Math.max(most, x);
      sum += x;
    }
    int neurons = who.cardinality();
    double rate = neurons == 0 ? 0 : recording.size() * 1000 / (length * neurons);
    return new Seen(
        spikes,
        recording.size(),
        neurons,
        spikes ? "ms" : schema.valueUnit(),
        least,
        spikes ? rate : sum / recording.size(),
        most);
  }
}

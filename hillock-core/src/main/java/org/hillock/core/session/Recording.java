package org.hillock.core.session;

import java.util.Arrays;
import java.util.Optional;

/**
 * A recording held in memory, growing as rows come.
 *
 * <p>Rows are kept in the order in which they came: by time, then by neuron.
 */
public final class Recording implements RecordingSink {

  private Optional<RecordingSchema> schema = Optional.empty();
  private double[] along = new double[1024];
  private int[] neuron = new int[1024];
  private double[] value = new double[1024];
  private int count;

  @Override
  public void begin(RecordingSchema newSchema) {
    schema = Optional.of(newSchema);
  }

  @Override
  public void row(double at, int who, double what) {
    if (count == along.length) {
      int more = Math.multiplyExact(count, 2);
      along = Arrays.copyOf(along, more);
      neuron = Arrays.copyOf(neuron, more);
      value = Arrays.copyOf(value, more);
    }
    along[count] = at;
    neuron[count] = who;
    value[count] = what;
    count++;
  }

  @Override
  public void close() {
    // the rows stay readable
  }

  /** What the columns mean; empty until the session has begun to record. */
  public Optional<RecordingSchema> schema() {
    return schema;
  }

  /** Number of rows. */
  public int size() {
    return count;
  }

  /** Time in ms or number of the sample, of row {@code i}. */
  public double along(int i) {
    return along[check(i)];
  }

  public int neuron(int i) {
    return neuron[check(i)];
  }

  public double value(int i) {
    return value[check(i)];
  }

  private int check(int i) {
    return java.util.Objects.checkIndex(i, count);
  }
}

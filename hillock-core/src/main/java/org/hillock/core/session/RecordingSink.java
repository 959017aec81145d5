package org.hillock.core.session;

/** Takes the rows of one recording as they come. Called from one thread: begin, rows, close. */
public interface RecordingSink extends AutoCloseable {

  /** Called once, before the first row. */
  void begin(RecordingSchema schema);

  /**
   * One row.
   *
   * @param along time in ms, or number of the sample
   * @param neuron number within its population
   * @param value in the unit of the schema; 0 where the schema has no value
   */
  void row(double along, int neuron, double value);

  /** The recording is whole. */
  @Override
  void close();
}

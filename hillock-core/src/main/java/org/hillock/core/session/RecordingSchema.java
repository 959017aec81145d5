package org.hillock.core.session;

import java.util.List;

/**
 * What the columns of a recording mean.
 *
 * @param site that is recorded, as written
 * @param network its name
 * @param engine that ran it
 * @param along what the rows run along: {@code time} in {@code ms}, or {@code sample}
 * @param alongUnit unit of that column, or empty
 * @param value name of the value column; empty for spikes, where the row is the event
 * @param valueUnit unit of the values, or empty
 */
public record RecordingSchema(
    String site,
    String network,
    String engine,
    String along,
    String alongUnit,
    String value,
    String valueUnit) {

  /** Whether rows hold a value beside when and who. */
  public boolean hasValue() {
    return !value.isEmpty();
  }

  /** Column names with units, in order, such as {@code time_ms, neuron, v_mV}. */
  public List<String> columns() {
    String first = named(along, alongUnit);
    return hasValue()
        ? List.of(first, "neuron", named(value, valueUnit))
        : List.of(first, "neuron");
  }

  private static String named(String name, String unit) {
    return unit.isEmpty() ? name : name + "_" + unit.replaceAll("[^A-Za-z0-9]", "_");
  }
}

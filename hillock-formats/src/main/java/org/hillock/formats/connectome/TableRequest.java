package org.hillock.formats.connectome;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * What is to be read of which tables, and what becomes of rows that cannot be taken as they are.
 *
 * @param edges CSV or Parquet file with a synapse, or a bundle of synapses, in each row
 * @param columns of it, by what they hold ({@link #EDGE_COLUMNS}); {@code pre} and {@code post} are
 *     there
 * @param neurons table with a row for each neuron; empty where every name among the edges is one
 * @param neuronColumns of it, by what they hold ({@link #NEURON_COLUMNS})
 * @param where conditions that a row of the edges must fulfil
 * @param electrical conditions that make it an electrical synapse; where there are none, all are
 *     chemical
 * @param signOf what a transmitter does, +1 or -1, by its lower-case name, where that differs from
 *     the catalogue or stands there without a fast sign
 * @param duplicates what becomes of rows with the same two ends
 * @param unknown what becomes of rows that name a neuron which the table of neurons does not
 * @param bad what becomes of rows whose weight or sign cannot be used
 */
public record TableRequest(
    Path edges,
    Map<String, String> columns,
    Optional<Path> neurons,
    Map<String, String> neuronColumns,
    List<Condition> where,
    List<Condition> electrical,
    Map<String, Integer> signOf,
    Duplicates duplicates,
    Unknown unknown,
    Bad bad) {

  /** What columns of a table of edges can hold. */
  public static final List<String> EDGE_COLUMNS =
      List.of("pre", "post", "weight", "sign", "transmitter");

  /** What columns of a table of neurons can hold. */
  public static final List<String> NEURON_COLUMNS = List.of("name", "transmitter");

  /** A column must hold one of these words, capitals and blanks around them aside. */
  public record Condition(String column, List<String> values) {
    public Condition {
      values = List.copyOf(values);
    }
  }

  /** Rows with the same two ends. */
  public enum Duplicates {
    /** Are one synapse, with the sum of their weights. */
    SUM,
    /** Are synapses side by side. */
    KEEP,
    /** Are a mistake. */
    REFUSE
  }

  /** Rows that name a neuron which is not in the table of neurons. */
  public enum Unknown {
    /** Are left out. */
    LEAVE_OUT,
    /** Add the neuron. */
    ADD,
    /** Are a mistake. */
    REFUSE
  }

  /** Rows whose weight or sign cannot be used. */
  public enum Bad {
    /** Are left out. */
    LEAVE_OUT,
    /** Are a mistake. */
    REFUSE
  }

  public TableRequest {
    columns = checked("--columns", columns, EDGE_COLUMNS, List.of("pre", "post"));
    neuronColumns =
        checked(
            "--neuron-columns",
            neuronColumns,
            NEURON_COLUMNS,
            neurons.isPresent() ? List.of("name") : List.of());
    where = List.copyOf(where);
    electrical = List.copyOf(electrical);
    signOf = Map.copyOf(signOf);
    if (columns.containsKey("sign") && columns.containsKey("transmitter")) {
      throw new UsageException(
          "--columns", "'sign' and 'transmitter' both tell the sign of a synapse; give one");
    }
  }

  private static Map<String, String> checked(
      String option, Map<String, String> columns, List<String> known, List<String> needed) {
    columns.forEach((role, column) -> {
      if (!known.contains(role)) {
        throw new UsageException(
            option, "'" + role + "' is nothing that is read; " + NearestName.hint(role, known));
      }
    });
    for (String role : needed) {
      if (!columns.containsKey(role)) {
        throw new UsageException(
            option,
            "says no column for '" + role + "'; write it as " + String.join("=…,", known) + "=…");
      }
    }
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}

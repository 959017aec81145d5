package org.hillock.formats.connectome;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.NeuronNames;
import org.hillock.core.problem.UsageException;

/** Which neurons there are, in what order, and what they release. */
final class NamedNeurons {

  private static final String ENDS =
      "(SELECT pre AS name FROM edge UNION ALL SELECT post FROM edge)";

  private final ConnectomeReader reader;
  private final TableRequest request;

  NamedNeurons(ConnectomeReader reader, TableRequest request) {
    this.reader = reader;
    this.request = request;
  }

  /** Makes the table of neurons; their names in order. */
  List<String> read(Optional<TableSource> table) throws SQLException {
    if (table.isEmpty()) {
      reader.execute(
          "CREATE TABLE neuron AS SELECT CAST(row_number() OVER (ORDER BY name) - 1 AS INTEGER) AS"
              + " id, name, CAST(NULL AS VARCHAR) AS transmitter FROM (SELECT DISTINCT name FROM "
              + ENDS
              + ")");
    } else {
      listed(table.get());
      unknown();
    }
    List<String> names = reader.texts("SELECT name FROM neuron ORDER BY id");
    if (names.isEmpty()) {
      throw new UsageException(request.edges() + ": names no neuron");
    }
    return names;
  }

  private void listed(TableSource table) throws SQLException {
    Map<String, String> columns = request.neuronColumns();
    String released = columns.get("transmitter");
    try {
      reader.execute(
          "CREATE TABLE told AS SELECT row_number() OVER () AS line, "
              + table.text("--neuron-columns", columns.getOrDefault("name", ""))
              + " AS name, "
              + (released == null
                  ? "CAST(NULL AS VARCHAR)"
                  : table.text("--neuron-columns", released))
              + " AS transmitter FROM "
              + table.sql());
    } catch (SQLException e) {
      throw TableSource.unreadable(table.file(), e);
    }
    reader.execute("DELETE FROM told WHERE coalesce(name, '') = ''");
    long several = reader.number("SELECT count(*) - count(DISTINCT name) FROM told");
    if (several > 0) {
      reader.notice(
          "rows of the table of neurons that name one again, of which the first counts",
          several,
          reader.examples(
              "SELECT name AS x, count(*) AS n FROM told GROUP BY name HAVING count(*) > 1"));
    }
    reader.execute(
        "CREATE TABLE neuron AS SELECT CAST(row_number() OVER (ORDER BY line) - 1 AS INTEGER) AS id,"
            + " name, transmitter FROM (SELECT min(line) AS line, name, arg_min(transmitter, line) AS"
            + " transmitter FROM told GROUP BY name)");
    long silent =
        reader.number(
            "SELECT count(*) FROM neuron WHERE name NOT IN (SELECT name FROM " + ENDS + ")");
    reader.notice(
        "neurons without any synapse in the table",
        silent,
        reader.texts(
            "SELECT name FROM neuron WHERE name NOT IN (SELECT name FROM "
                + ENDS
                + ") ORDER BY id LIMIT 5"));
  }

  private void unknown() throws SQLException {
    String missing = "name NOT IN (SELECT name FROM neuron)";
    long names = reader.number("SELECT count(DISTINCT name) FROM " + ENDS + " WHERE " + missing);
    if (names == 0) {
      return;
    }
    boolean add = request.unknown() == TableRequest.Unknown.ADD;
    List<String> examples =
        reader.examples(
            "SELECT name AS x, count(*) AS n FROM "
                + ENDS
                + " WHERE "
                + missing
                + " GROUP BY name");
    reader.refuseOr(
        request.unknown() == TableRequest.Unknown.REFUSE,
        "cells that the table of neurons does not name, " + (add ? "added" : "left out"),
        names,
        examples);
    if (add) {
      reader.execute(
          "INSERT INTO neuron SELECT CAST((SELECT count(*) FROM neuron) + row_number() OVER (ORDER BY"
              + " name) - 1 AS INTEGER), name, NULL FROM (SELECT DISTINCT name FROM "
              + ENDS
              + " WHERE "
              + missing
              + ")");
      return;
    }
    String row = "pre NOT IN (SELECT name FROM neuron) OR post NOT IN (SELECT name FROM neuron)";
    reader.notice(
        "rows with such a cell, left out",
        reader.number("SELECT count(*) FROM edge WHERE " + row),
        List.of());
  }

  /**
   * The names as a population takes them: numbers get a letter, so that none is taken for an index.
   */
  static List<String> usable(List<String> names) {
    return names.stream().allMatch(NeuronNames::usable)
        ? names
        : names.stream().map(n -> "n" + n.replaceAll("[\\[\\];,=\"\\p{Cntrl}]", "_")).toList();
  }
}

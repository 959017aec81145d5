package org.hillock.formats.connectome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * A CSV or Parquet file as DuckDB sees it; of CSV all columns are text, so that no guess of a type
 * changes a name.
 *
 * @param file as given
 * @param sql what stands behind FROM
 * @param columns their names
 */
record TableSource(Path file, String sql, List<String> columns) {

  private static final List<String> TEXTS = List.of(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz");

  /**
   * Opens a file.
   *
   * @throws UsageException where it is missing or no table
   */
  static TableSource open(Statement statement, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          file
              + (Files.isDirectory(file)
                  ? ": is a folder, not a table"
                  : ": there is no such file"));
    }
    boolean parquet = name.endsWith(".parquet");
    if (!parquet && TEXTS.stream().noneMatch(name::endsWith)) {
      throw new UsageException(
          file + ": is neither a CSV file (" + String.join(", ", TEXTS) + ") nor .parquet");
    }
    String literal = literal(file.toString());
    String sql =
        parquet
            ? "read_parquet(" + literal + ")"
            : "read_csv(" + literal + ", header = true, all_varchar = true)";
    List<String> columns = new ArrayList<>();
    try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + sql)) {
      while (described.next()) {
        columns.add(described.getString(1));
      }
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
    return new TableSource(file, sql, List.copyOf(columns));
  }

  /** What is told where DuckDB cannot read a file. */
  static UsageException unreadable(Path file, SQLException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new UsageException(file + ": cannot be read as a table: " + why);
  }

  /** A failure that is none of the user's. */
  static FailureException failed(Path file, SQLException e) {
    return new FailureException(file + ": could not be read: " + e.getMessage(), e);
  }

  /**
   * A column as text without blanks around it.
   *
   * @throws UsageException where there is none of that name, with the nearest one
   */
  String text(String option, String column) {
    return "trim(CAST(" + identifier(known(option, column)) + " AS VARCHAR))";
  }

  private String known(String option, String column) {
    for (String known : columns) {
      if (known.strip().equals(column.strip())) {
        return known;
      }
    }
    throw new UsageException(
        option,
        "table "
            + file.getFileName()
            + " has no column '"
            + column
            + "'; "
            + NearestName.hint(column, columns));
  }

  /** All conditions together; true where there are none. */
  String all(String option, List<TableRequest.Condition> conditions) {
    StringJoiner all = new StringJoiner(" AND ", "(", ")");
    all.setEmptyValue("true");
    for (TableRequest.Condition c : conditions) {
      StringJoiner values = new StringJoiner(", ", "(", ")");
      c.values().forEach(v -> values.add(literal(v.strip().toLowerCase(Locale.ROOT))));
      all.add("coalesce(lower(" + text(option, c.column()) + ") IN " + values + ", false)");
    }
    return all.toString();
  }

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

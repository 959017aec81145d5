package org.hillock.formats.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hillock.core.data.Table;
import org.hillock.core.files.WholeFile;
import org.hillock.core.quantity.Quantity;

/** Writes small tables as Parquet and as CSV. */
public final class TableFile {

  private static final String NAME = "answer";

  private TableFile() {}

  /**
   * Writes a table as {@code NAME.parquet} and, where it is wanted, as {@code NAME.csv}.
   *
   * @param file finds the place of a file by its name
   * @return the names of the files
   * @throws org.hillock.core.problem.FailureException where that fails
   */
  public static List<String> write(
      Table table, String name, boolean csv, java.util.function.Function<String, Path> file) {
    List<String> files = new ArrayList<>();
    files.add(name + ".parquet");
    parquet(table, file.apply(files.getFirst()));
    if (csv) {
      files.add(name + ".csv");
      WholeFile.write(file.apply(name + ".csv"), csv(table).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** The lines of a table: names, then rows; texts with commas or quotes are quoted. */
  public static String csv(Table table) {
    StringBuilder text = new StringBuilder(String.join(",", table.columns())).append('\n');
    for (List<Object> row : table.rows()) {
      StringJoiner line = new StringJoiner(",");
      row.forEach(entry -> line.add(entry(entry)));
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String entry(Object entry) {
    if (entry instanceof Double number) {
      return number.isNaN() ? "" : Quantity.text(number);
    }
    String text = entry.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void parquet(Table table, Path path) {
    WholeFile file = WholeFile.begin(path);
    try (DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
      try (Statement sql = connection.createStatement()) {
        sql.execute(definition(table));
        append(table, connection);
        sql.execute(
            "COPY "
                + NAME
                + " TO '"
                + file.partial().toString().replace("'", "''")
                + "' (FORMAT parquet, COMPRESSION zstd)");
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  private static String definition(Table table) {
    StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + NAME + " (", ")");
    for (int c = 0; c < table.columns().size(); c++) {
      Object first = table.rows().isEmpty() ? "" : table.rows().getFirst().get(c);
      String type =
          first instanceof Double ? "DOUBLE" : first instanceof Long ? "BIGINT" : "VARCHAR";
      columns.add('"' + table.columns().get(c).replace("\"", "\"\"") + "\" " + type);
    }
    return columns.toString();
  }

  private static void append(Table table, DuckDBConnection connection) throws SQLException {
    try (DuckDBAppender appender =
        connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, NAME)) {
      for (List<Object> row : table.rows()) {
        appender.beginRow();
        for (Object entry : row) {
          switch (entry) {
            case Double number -> appender.append(number.doubleValue());
            case Long whole -> appender.append(whole.longValue());
            default -> appender.append(entry.toString());
          }
        }
        appender.endRow();
      }
    }
  }
}

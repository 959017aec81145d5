package org.hillock.formats.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hillock.core.files.WholeFile;
import org.hillock.core.problem.FailureException;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording as Parquet, with site, network, engine and units as the file's metadata.
 *
 * <p>Rows go to a database file beside the target, outside the Java heap; closing turns it into the
 * Parquet file and removes it. They go there {@value #BLOCK} at a time, as arrays: one by one, each
 * spike of a run took some 0.4 µs, three times as much. Longer arrays take longer to be turned into
 * rows again.
 */
public final class ParquetSink implements RecordingSink {

  private static final int BLOCK = 64;
  private static final String BLOCKS = "blocks";
  private static final String REST = "rest";

  private final Path path;
  private final double[] alongs = new double[BLOCK];
  private final int[] neurons = new int[BLOCK];
  private final double[] values = new double[BLOCK];

  /** Rows that wait for their array to be full. */
  private int rows;

  private @Nullable Open open;

  /** What lives between begin and close. */
  private record Open(
      WholeFile file,
      Path database,
      DuckDBConnection connection,
      DuckDBAppender appender,
      RecordingSchema schema) {}

  public ParquetSink(Path path) {
    this.path = path;
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.hillock.core.problem.UsageException where the folder is missing or not writable
   * @throws FailureException where the database cannot be made
   */
  @Override
  public void begin(RecordingSchema schema) {
    WholeFile file = WholeFile.begin(path);
    Path database = file.partial().resolveSibling(file.partial().getFileName() + ".duckdb");
    DuckDBConnection connection = null;
    try {
      Properties settings = new Properties();
      settings.setProperty("threads", "1");
      settings.setProperty("memory_limit", "512MB");
      connection =
          DriverManager.getConnection("jdbc:duckdb:" + database, settings)
              .unwrap(DuckDBConnection.class);
      try (Statement sql = connection.createStatement()) {
        sql.execute(table(BLOCKS, schema, "[" + BLOCK + "]"));
        sql.execute(table(REST, schema, ""));
      }
      DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, BLOCKS);
      rows = 0;
      open = new Open(file, database, connection, appender, schema);
    } catch (SQLException e) {
      release(file, database, connection, e);
      throw file.failure(e);
    }
  }

  private static String table(String name, RecordingSchema schema, String array) {
    List<String> names = schema.columns();
    String[] types = {"DOUBLE", "INTEGER", "DOUBLE"};
    StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + name + " (", ")");
    for (int i = 0; i < names.size(); i++) {
      columns.add(identifier(names.get(i)) + " " + types[i] + array);
    }
    return columns.toString();
  }

  /**
   * {@inheritDoc}
   *
   * @throws FailureException where the disk is full or fails
   */
  @Override
  public void row(double along, int neuron, double value) {
    Open now = open;
    if (now == null) {
      throw new IllegalStateException("row outside begin and close");
    }
    alongs[rows] = along;
    neurons[rows] = neuron;
    values[rows] = value;
    rows++;
    if (rows == BLOCK) {
      rows = 0;
      try {
        appendBlock(now);
      } catch (SQLException e) {
        open = null;
        release(now.file(), now.database(), now.connection(), e);
        throw now.file().failure(e);
      }
    }
  }

  private void appendBlock(Open now) throws SQLException {
    DuckDBAppender appender = now.appender().beginRow().append(alongs).append(neurons);
    if (now.schema().hasValue()) {
      appender.append(values);
    }
    appender.endRow();
  }

  /** The last rows, too few for an array. */
  private void appendRest(Open now) throws SQLException {
    try (DuckDBAppender appender =
        now.connection().createAppender(DuckDBConnection.DEFAULT_SCHEMA, REST)) {
      for (int k = 0; k < rows; k++) {
        appender.beginRow().append(alongs[k]).append(neurons[k]);
        if (now.schema().hasValue()) {
          appender.append(values[k]);
        }
        appender.endRow();
      }
    }
  }

  @Override
  public void close() {
    Open now = open;
    if (now == null) {
      return;
    }
    open = null;
    try {
      now.appender().close();
      appendRest(now);
      try (Statement sql = now.connection().createStatement()) {
        sql.execute(copy(now));
      }
      now.connection().close();
      removeDatabase(now.database());
    } catch (SQLException | IOException e) {
      release(now.file(), now.database(), now.connection(), e);
      throw now.file().failure(e);
    }
    now.file().commit();
  }

  /** The arrays as rows again, and the rest. */
  private static String copy(Open now) {
    RecordingSchema schema = now.schema();
    StringJoiner columns = new StringJoiner(", ");
    for (String name : schema.columns()) {
      columns.add("unnest(" + identifier(name) + ") AS " + identifier(name));
    }
    return "COPY (SELECT "
        + columns
        + " FROM "
        + BLOCKS
        + " UNION ALL FROM "
        + REST
        + ") TO "
        + literal(now.file().partial().toString())
        + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {site: "
        + literal(schema.site())
        + ", network: "
        + literal(schema.network())
        + ", engine: "
        + literal(schema.engine())
        + ", along: "
        + literal(schema.along())
        + ", along_unit: "
        + literal(schema.alongUnit())
        + ", \"value\": "
        + literal(schema.value())
        + ", value_unit: "
        + literal(schema.valueUnit())
        + "})";
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Leaves nothing behind after a problem; what goes wrong on the way is told with it. */
  private static void release(
      WholeFile file, Path database, @Nullable DuckDBConnection connection, Exception problem) {
    try {
      if (connection != null) {
        connection.close();
      }
      removeDatabase(database);
      file.discard();
    } catch (SQLException | IOException | FailureException e) {
      problem.addSuppressed(e);
    }
  }

  private static void removeDatabase(Path database) throws IOException {
    Files.deleteIfExists(database);
    Files.deleteIfExists(database.resolveSibling(database.getFileName() + ".wal"));
    Files.deleteIfExists(database.resolveSibling(database.getFileName() + ".tmp"));
  }
}

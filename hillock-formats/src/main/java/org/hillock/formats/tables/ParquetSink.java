package org.hillock.formats.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
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
 * Parquet file and removes it.
 */
public final class ParquetSink implements RecordingSink {

  private final Path path;
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
        sql.execute(table(schema));
      }
      DuckDBAppender appender =
          connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "recording");
      open = new Open(file, database, connection, appender, schema);
    } catch (SQLException e) {
      release(file, database, connection, e);
      throw file.failure(e);
    }
  }

  private static String table(RecordingSchema schema) {
    List<String> names = schema.columns();
    String[] types = {"DOUBLE", "INTEGER", "DOUBLE"};
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      columns.append(i == 0 ? "" : ", ").append(identifier(names.get(i))).append(' ');
      columns.append(types[i]);
    }
    return "CREATE TABLE recording (" + columns + ")";
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
    try {
      DuckDBAppender appender = now.appender().beginRow().append(along).append(neuron);
      if (now.schema().hasValue()) {
        appender.append(value);
      }
      appender.endRow();
    } catch (SQLException e) {
      open = null;
      release(now.file(), now.database(), now.connection(), e);
      throw now.file().failure(e);
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

  private static String copy(Open now) {
    RecordingSchema schema = now.schema();
    return "COPY recording TO "
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

package org.hillock.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableSinksTest {

  private static final RecordingSchema POTENTIAL =
      new RecordingSchema("exc.v", "it's", "spiking", "time", "ms", "v", "mV");
  private static final RecordingSchema SPIKES =
      new RecordingSchema("exc.spikes", "net", "spiking", "time", "ms", "", "");

  @TempDir Path folder;

  private List<String> files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> query(String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(i == 1 ? "" : ",").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void csvHoldsEveryRow() throws Exception {
    Path file = folder.resolve("v.csv");
    CsvSink sink = new CsvSink(file);
    sink.begin(POTENTIAL);
    sink.row(0.1, 3, -70.25);
    sink.row(1, 0, 1e-9);
    assertThat(file).doesNotExist();
    sink.close();
    sink.close();
    assertThat(file).hasContent("time_ms,neuron,v_mV\n0.1,3,-70.25\n1,0,1.0E-9\n");
    assertThat(files()).containsExactly("v.csv");
  }

  @Test
  void parquetHoldsEveryRowInOrderWithItsMetadata() throws Exception {
    Path file = folder.resolve("v's.parquet");
    ParquetSink sink = new ParquetSink(file);
    sink.begin(POTENTIAL);
    int rows = 200_000;
    for (int i = 0; i < rows; i++) {
      sink.row(0.1 * i, i % 7, -i);
    }
    sink.close();
    sink.close();
    assertThat(files()).containsExactly("v's.parquet");
    String name = "'" + file.toString().replace("'", "''") + "'";
    // 200,000 = 7 · 28,571 + 3, so the neurons sum to 28,571 · 21 + (0 + 1 + 2) = 599,994
    assertThat(query("SELECT count(*), sum(neuron), min(v_mV) FROM " + name))
        .containsExactly("200000,599994,-199999.0");
    assertThat(query("SELECT * FROM " + name + " LIMIT 1 OFFSET 123456"))
        .containsExactly((0.1 * 123456) + "," + 123456 % 7 + ",-123456.0");
    assertThat(
            query(
                "SELECT decode(key) || '=' || decode(value) FROM parquet_kv_metadata("
                    + name
                    + ")"))
        .contains("site=exc.v", "network=it's", "engine=spiking", "along_unit=ms", "value_unit=mV");
  }

  /** Also where the last array is not full, or there is none. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 128, 5_000})
  void parquetHoldsAnyNumberOfRowsInOrder(int count) throws Exception {
    Path file = folder.resolve("n.parquet");
    ParquetSink sink = new ParquetSink(file);
    // a sink may be used again
    for (int time = 0; time < 2; time++) {
      sink.begin(SPIKES);
      for (int i = 0; i < count; i++) {
        sink.row(0.5 * i, i % 11, 0);
      }
      sink.close();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        expected.add(0.5 * i + "," + i % 11);
      }
      assertThat(query("SELECT time_ms, neuron FROM '" + file + "'")).isEqualTo(expected);
    }
  }

  @Test
  void spikesHaveNoValueColumn() throws Exception {
    Path csv = folder.resolve("s.csv");
    Path parquet = folder.resolve("s.parquet");
    for (RecordingSink sink : List.of(new CsvSink(csv), new ParquetSink(parquet))) {
      sink.begin(SPIKES);
      sink.row(2.5, 4, 0);
      sink.close();
    }
    assertThat(csv).hasContent("time_ms,neuron\n2.5,4\n");
    assertThat(query("SELECT * FROM '" + parquet + "'")).containsExactly("2.5,4");
  }

  @Test
  void whatWasRecordedBeforeAnInterruptIsKept() throws Exception {
    Path csv = folder.resolve("i.csv");
    Path parquet = folder.resolve("i.parquet");
    for (RecordingSink sink : List.of(new CsvSink(csv), new ParquetSink(parquet))) {
      sink.begin(SPIKES);
      sink.row(1, 1, 0);
      Thread.currentThread().interrupt();
      sink.row(2, 2, 0);
      sink.close();
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(csv).hasContent("time_ms,neuron\n1,1\n2,2\n");
    assertThat(query("SELECT * FROM '" + parquet + "'")).containsExactly("1.0,1", "2.0,2");
  }

  @Test
  void aSinkThatNeverBeganWritesNothing() throws Exception {
    new CsvSink(folder.resolve("n.csv")).close();
    new ParquetSink(folder.resolve("n.parquet")).close();
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatCannotTakeTheFileIsTold() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    for (String ending : List.of(".csv", ".parquet")) {
      refused(folder.resolve("none/x" + ending), "folder " + folder.resolve("none") + " does not");
      refused(plain.resolve("x" + ending), plain + " is a file, not a folder");
    }
    refused(folder, "is a folder, not a file");
    assertThat(files()).containsExactly("plain");
  }

  private static void refused(Path target, String message) {
    RecordingSink sink =
        target.toString().endsWith(".parquet") ? new ParquetSink(target) : new CsvSink(target);
    assertThatThrownBy(() -> sink.begin(SPIKES))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(target + ": " + message);
    sink.close();
  }
}

package org.hillock.formats.tables;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hillock.core.files.WholeFile;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording as CSV: a line of column names with units, then one line per row.
 *
 * <p>The file appears when the sink is closed, with all rows until then.
 */
public final class CsvSink implements RecordingSink {

  private final Path path;
  private @Nullable WholeFile file;
  private @Nullable Writer out;
  private boolean hasValue;

  public CsvSink(Path path) {
    this.path = path;
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.hillock.core.problem.UsageException where the folder is missing or not writable
   */
  @Override
  public void begin(RecordingSchema schema) {
    WholeFile begun = WholeFile.begin(path);
    try {
      // not a channel: those close themselves when the thread is interrupted, and rows would be
      // lost
      FileOutputStream raw = new FileOutputStream(begun.partial().toFile());
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(raw, StandardCharsets.UTF_8), 1 << 16);
      file = begun;
      out = writer;
      hasValue = schema.hasValue();
      writer.write(String.join(",", schema.columns()) + "\n");
    } catch (IOException e) {
      throw failed(begun, e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.hillock.core.problem.FailureException where the disk is full or fails
   */
  @Override
  public void row(double along, int neuron, double value) {
    WholeFile begun = file;
    Writer writer = out;
    if (begun == null || writer == null) {
      throw new IllegalStateException("row outside begin and close");
    }
    try {
      writer.write(Quantity.text(along));
      writer.write(',');
      writer.write(Integer.toString(neuron));
      if (hasValue) {
        writer.write(',');
        writer.write(Quantity.text(value));
      }
      writer.write('\n');
    } catch (IOException e) {
      throw failed(begun, e);
    }
  }

  private RuntimeException failed(WholeFile begun, IOException cause) {
    Writer writer = out;
    out = null;
    file = null;
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
    return begun.failure(cause);
  }

  @Override
  public void close() {
    WholeFile begun = file;
    Writer writer = out;
    if (begun == null || writer == null) {
      return;
    }
    file = null;
    out = null;
    try {
      writer.close();
    } catch (IOException e) {
      throw begun.failure(e);
    }
    begun.commit();
  }
}

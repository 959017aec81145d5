package org.hillock.app.simulation;

import java.util.List;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;

/** Hands each row to several sinks. */
record Tee(List<RecordingSink> sinks) implements RecordingSink {

  Tee {
    sinks = List.copyOf(sinks);
  }

  @Override
  public void begin(RecordingSchema schema) {
    sinks.forEach(sink -> sink.begin(schema));
  }

  @Override
  public void row(double along, int neuron, double value) {
    for (RecordingSink sink : sinks) {
      sink.row(along, neuron, value);
    }
  }

  @Override
  public void close() {
    closeFrom(0);
  }

  /** Closes all of them, even where one fails. */
  private void closeFrom(int first) {
    if (first == sinks.size()) {
      return;
    }
    try {
      sinks.get(first).close();
    } finally {
      closeFrom(first + 1);
    }
  }
}

package org.hillock.lab.analysis;

import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;

/** Hears everything and keeps nothing. */
final class Forgetful implements RecordingSink {

  @Override
  public void begin(RecordingSchema schema) {
    // nothing is kept
  }

  @Override
  public void row(double at, int neuron, double value) {
    // nothing is kept
  }

  @Override
  public void close() {
    // nothing is kept
  }
}

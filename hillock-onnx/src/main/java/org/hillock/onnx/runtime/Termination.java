package org.hillock.onnx.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.function.BooleanSupplier;

/** Watches a run and ends it when somebody wants it to end: a loop in a file may be without end. */
final class Termination implements AutoCloseable {

  private static final long EVERY_MS = 50;

  private final OrtSession.RunOptions options;
  private final Thread watcher;
  private boolean over;

  Termination(BooleanSupplier wanted) throws OrtException {
    options = new OrtSession.RunOptions();
    watcher = Thread.ofVirtual().start(() -> watch(wanted));
  }

  OrtSession.RunOptions options() {
    return options;
  }

  private synchronized void watch(BooleanSupplier wanted) {
    try {
      while (!over) {
        if (wanted.getAsBoolean()) {
          options.setTerminate(true);
          return;
        }
        wait(EVERY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      over = true;
      notifyAll();
    }
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    options.close();
  }
}

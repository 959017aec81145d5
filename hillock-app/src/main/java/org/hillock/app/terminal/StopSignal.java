package org.hillock.app.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Hears Ctrl-C, and gives the work time to end cleanly.
 *
 * <p>A virtual machine that gets a signal runs its shutdown hooks beside the threads that are still
 * at work, and then ends with 128 plus the signal's number: 130 for Ctrl-C. The hook here holds
 * that end back until the work says that it is done. Work that has not asked yet, such as a network
 * that is being built, has nothing to keep and does not hear: it ends at once.
 */
public final class StopSignal implements BooleanSupplier {

  /** A whole step of any work, such as a pass over MNIST, takes less. */
  private static final long PATIENCE_SECONDS = 30;

  /** What a stopped command exits with: 128 + SIGINT. */
  public static final int EXIT_CODE = 130;

  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean heard = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);

  /** Starts to listen. */
  public static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop-signal"));
    return signal;
  }

  /** The signal came; returns when the process may go. */
  void stop() {
    asked.set(true);
    if (!heard.get()) {
      return;
    }
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the user has asked to stop; from now on there may be something to keep. */
  @Override
  public boolean getAsBoolean() {
    heard.set(true);
    return asked.get();
  }

  /** Says that the work has ended; the process may go. */
  public void workEnded() {
    finished.countDown();
  }
}

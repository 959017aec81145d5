package org.hillock.core.session;

import java.util.Locale;
import org.hillock.core.problem.FailureException;

/**
 * What a session will take, known before it is taken.
 *
 * @param neurons in all
 * @param synapses in all
 * @param bytes that the session will hold
 */
public record MemoryEstimate(long neurons, long synapses, long bytes) {

  private static final long ALL_ELSE_MIB = 100;

  /**
   * Refuses what does not fit.
   *
   * @throws FailureException with the figures
   */
  public void requireFits(String network, long available) {
    if (bytes > available) {
      throw new FailureException(
          "network '"
              + network
              + "' needs about "
              + human(bytes)
              + " ("
              + neurons
              + " neurons, "
              + synapses
              + " synapses), but "
              + human(available)
              + " are available; give the JVM more with HILLOCK_JAVA_OPTS=-Xmx"
              + heapMiB()
              + "m, or make it smaller (a network in time with --scale)");
    }
  }

  /** A heap in MiB that this fits into with all else that lives there. */
  private long heapMiB() {
    return (bytes + bytes / 10 >> 20) + ALL_ELSE_MIB;
  }

  /** Bytes as a person reads them. */
  public static String human(long bytes) {
    if (bytes < 1 << 20) {
      return String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0);
    }
    return bytes < 1L << 30
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20))
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}

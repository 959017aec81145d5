package org.hillock.app.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.training.Progress;

/**
 * Passes progress on, and takes the time that each phase of the work needs: from its first report
 * to the first one of the next phase.
 */
public final class PhaseTimes implements Progress {

  private static final String PARTS = ": ";

  private final Progress next;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final long started = System.nanoTime();
  private long since = started;
  private String phase = "start";

  public PhaseTimes(Progress next) {
    this.next = next;
  }

  @Override
  public synchronized void report(double fraction, String what) {
    take();
    phase = phaseOf(what);
    next.report(fraction, what);
  }

  @Override
  public boolean stopped() {
    return next.stopped();
  }

  /** A phase is named by the first two parts: {@code split 1 of 5: backpropagation}. */
  private static String phaseOf(String what) {
    String[] parts = what.split(PARTS, 3);
    return parts.length < 2 ? what : parts[0] + PARTS + parts[1];
  }

  private void take() {
    long now = System.nanoTime();
    seconds.merge(phase, (now - since) / 1e9, Double::sum);
    since = now;
  }

  /**
   * Wall time of each phase in s, in the order in which they began, and of all as {@code total}.
   */
  public synchronized Map<String, Double> seconds() {
    take();
    Map<String, Double> all = new LinkedHashMap<>(seconds);
    all.put("total", (System.nanoTime() - started) / 1e9);
    return all;
  }
}

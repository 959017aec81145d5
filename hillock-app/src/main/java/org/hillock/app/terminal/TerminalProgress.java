package org.hillock.app.terminal;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.hillock.core.training.Progress;

/**
 * Shows on standard error how far work is: on a screen one line that is rewritten, elsewhere a
 * plain line from time to time.
 */
public final class TerminalProgress implements Progress, AutoCloseable {

  private static final long LIVE_EVERY_NS = 100_000_000L;
  private static final long PLAIN_EVERY_NS = 5_000_000_000L;
  private static final int BAR = 20;

  /** Before that much is done, the time left is a guess that would only jump about. */
  private static final double ENOUGH_TO_GUESS = 0.02;

  private static final String ERASE_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final LongSupplier clock;
  private final long started;
  private long shown;
  private boolean lineOpen;

  public TerminalProgress(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /** With a clock of its own, in ns. */
  TerminalProgress(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    started = clock.getAsLong();
    shown = started;
  }

  @Override
  public synchronized void report(double fraction, String what) {
    long now = clock.getAsLong();
    if (now - shown < (terminal.live() ? LIVE_EVERY_NS : PLAIN_EVERY_NS)) {
      return;
    }
    shown = now;
    String line = line(Math.clamp(fraction, 0, 1), what, (now - started) / 1e9);
    if (terminal.live()) {
      int room = terminal.columns() - 1;
      terminal.err().print(ERASE_LINE + (line.length() > room ? line.substring(0, room) : line));
      terminal.err().flush();
      lineOpen = true;
    } else {
      terminal.err().println(line);
    }
  }

  @Override
  public boolean stopped() {
    return terminal.stopped().getAsBoolean();
  }

  private String line(double fraction, String what, double elapsed) {
    int full = (int) Math.round(BAR * fraction);
    String bar = terminal.live() ? "█".repeat(full) + "░".repeat(BAR - full) + " " : "";
    String left =
        fraction < ENOUGH_TO_GUESS
            ? ""
            : ", about " + duration(elapsed * (1 - fraction) / fraction) + " left";
    return String.format(
        Locale.ROOT, "%s%3.0f %%  %s%s · %s", bar, 100 * fraction, duration(elapsed), left, what);
  }

  /** Seconds as a person reads them: {@code 7 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (lineOpen) {
      terminal.err().print(ERASE_LINE);
      terminal.err().flush();
      lineOpen = false;
    }
  }
}

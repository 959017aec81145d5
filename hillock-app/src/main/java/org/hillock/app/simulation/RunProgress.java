package org.hillock.app.simulation;

import java.util.List;
import java.util.Locale;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Capability;
import org.hillock.core.training.Progress;

/** Says from time to time how far a run is, how fast, and how active the network. */
public final class RunProgress {

  /** More often than a screen is rewritten, and too rarely to cost a fast run anything. */
  private static final long EVERY_NS = 50_000_000;

  private final Capability.Timed timed;
  private final double totalMs;
  private final Progress progress;
  private final List<Population> spiking;
  private final long began = System.nanoTime();
  private long reported = began;

  /** For a run that begins now, at time 0 of the session. */
  public RunProgress(Network network, Capability.Timed timed, double totalMs, Progress progress) {
    this.timed = timed;
    this.totalMs = totalMs;
    this.progress = progress;
    spiking = Records.spiking(network);
  }

  /** Reports where the last report is some time ago. */
  public void report() {
    long now = System.nanoTime();
    if (now - reported >= EVERY_NS) {
      reported = now;
      progress.report(timed.timeMs() / totalMs, told((now - began) / 1e9));
    }
  }

  /** For people: {@code 210 of 1000 ms, 0.042 × real time, mean rate 32.1 Hz}. */
  String told(double wallSeconds) {
    double ms = timed.timeMs();
    String text =
        String.format(
            Locale.ROOT,
            "%.0f of %s ms, %.2g × real time",
            ms,
            Quantity.text(totalMs),
            ms / 1000 / wallSeconds);
    long neurons = spiking.stream().mapToLong(Population::size).sum();
    if (neurons == 0 || ms == 0) {
      return text;
    }
    long spikes = spiking.stream().mapToLong(p -> timed.spikes(p.name())).sum();
    return String.format(
        Locale.ROOT, "%s, mean rate %.1f Hz", text, spikes / (neurons * ms / 1000));
  }
}

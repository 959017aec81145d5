package org.hillock.spiking.lowered;

import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Site;

/** Hands the level of a modulator, or another of its variables, to a sink, in equal intervals. */
public final class LevelRecorder {

  private final Modulation modulation;
  private final Site site;
  private final TimeGrid grid;
  private final RecordingSink sink;
  private final int everySteps;

  /**
   * Begins a recording.
   *
   * @param site of a modulator
   * @throws org.hillock.core.problem.UsageException where the interval is not a whole number of
   *     steps
   */
  public LevelRecorder(
      Probe probe,
      Site site,
      Modulation modulation,
      TimeGrid grid,
      RecordingSink sink,
      String network,
      String engine) {
    this.modulation = modulation;
    this.grid = grid;
    this.sink = sink;
    this.site = site;
    everySteps =
        probe.everyMs() == 0
            ? 1
            : grid.whole("probe of '" + site.ref() + "'", "interval", probe.everyMs());
    sink.begin(
        new RecordingSchema(
            site.ref().toString(),
            network,
            engine,
            "time",
            "ms",
            site.variable().name(),
            site.variable().unit()));
  }

  /** Samples the value of each step after {@code from} up to {@code to}; it stands meanwhile. */
  public void sample(long from, long to) {
    for (long t = (from / everySteps + 1) * everySteps; t <= to; t += everySteps) {
      sink.row(grid.timeMs(t), 0, modulation.value(site));
    }
  }

  public void close() {
    sink.close();
  }
}

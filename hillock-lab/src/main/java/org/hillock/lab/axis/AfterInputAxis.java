package org.hillock.lab.axis;

import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.decide.SpikeTimes;

/** How long does activity last when nothing comes in any more? */
final class AfterInputAxis implements Axis {

  private static final int IMAGES = 30;
  private static final double WATCHED_MS = 200;
  private static final double BIN_MS = 10;

  /** What a sum of steps may be off, in bins. */
  private static final double GRID_ROUNDING = 1e-9;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "after_input",
        "After the input stops",
        "How long do neurons stay active when the image is taken away?",
        "time until the last neuron falls silent",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Measurement measure(Subject subject) {
    return subject.spikes()
        ? inTime(subject)
        : subject.noPass().orElseGet(AfterInputAxis::inOnePass);
  }

  private static Measurement inOnePass() {
    return Measurement.Measured.of(
            0,
            "ms",
            "A forward pass keeps nothing: the next pass sees only its own input, so activity"
                + " ends with the pass that the image was shown in.")
        .detail("spikes_per_ms_never_shown", 0);
  }

  private static Measurement inTime(Subject subject) {
    Dataset images = subject.images(IMAGES);
    int bins = (int) (WATCHED_MS / BIN_MS);
    double[] after = new double[bins];
    double[] lasts = new double[images.size()];
    int stillActive = 0;
    double unprompted;
    try (Responder responder = subject.responder()) {
      SpikeTimes spikes = SpikeTimes.attach(responder);
      Capability.Timed timed = responder.timed().orElseThrow();
      double shown = subject.timing().windowMs();
      for (int i = 0; i < images.size(); i++) {
        spikes.clear();
        responder.show(images.images()[i], Optional.empty(), i);
        responder.session().present(new Stimulus.Nothing(responder.ports().image().name()));
        timed.advance(WATCHED_MS);
        lasts[i] = fill(spikes, shown, after);
        stillActive += lasts[i] > WATCHED_MS - BIN_MS ? 1 : 0;
      }
      unprompted = unprompted(responder, spikes, timed);
    }
    double[] x = new double[bins];
    for (int b = 0; b < bins; b++) {
      x[b] = (b + 0.5) * BIN_MS;
      after[b] /= images.size() * BIN_MS;
    }
    Quantiles last = new Quantiles(lasts);
    return Measurement.Measured.of(
            last.median(),
            "ms",
            "The image is shown for "
                + subject.timing().windowMs()
                + " ms, then the input is zero; time from there to the last spike of any neuron within "
                + WATCHED_MS
                + " ms, median over "
                + images.size()
                + " test images. A value near "
                + WATCHED_MS
                + " ms means that activity did not end; the rate of the network that was never shown"
                + " anything tells how much of it is its own.")
        .within(last.at(0.05), last.at(0.95), "5–95 % over images")
        .detail("share_still_active_at_end", (double) stillActive / images.size())
        .detail("spikes_per_ms_never_shown", unprompted)
        .curve(
            new Measurement.Series(
                "all neurons",
                "time after the input stopped (ms)",
                "spikes per ms, whole network",
                x,
                after));
  }

  /** Adds spikes after the image to the bins; gives the time of the last one. */
  private static double fill(SpikeTimes spikes, double shown, double[] bins) {
    double last = 0;
    for (String population : spikes.populations()) {
      for (double t : spikes.times(population)) {
        double since = t - shown;
        if (since > 0) {
          last = Math.max(last, since);
          bins[bin(since)]++;
        }
      }
    }
    return last;
  }

  /** Bins hold their end: a spike of a step belongs to the time that the step was. */
  private static int bin(double since) {
    return Math.clamp(
        (long) Math.ceil(since / BIN_MS - GRID_ROUNDING) - 1, 0, (int) (WATCHED_MS / BIN_MS) - 1);
  }

  private static double unprompted(Responder responder, SpikeTimes spikes, Capability.Timed timed) {
    responder.session().reset(0);
    spikes.clear();
    timed.advance(WATCHED_MS);
    return spikes.since(0) / WATCHED_MS;
  }
}

package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.probe.Probing;

/**
 * How long cells that send numbers, and follow equations of their own in time, keep a stimulus from
 * outside: until their values are, to one part in a hundred, those of the same trial without it, at
 * the same moments.
 */
final class AfterStimulus {

  private static final int MOMENTS = 100;
  private static final double MOMENT_MS = 5;
  private static final double LEFT = 0.01;
  private static final int STIMULI = 30;

  private AfterStimulus() {}

  static Measurement measure(Subject subject) {
    return switch (subject.probing()) {
      case Probing.Refused(String because) -> new Measurement.NotDefined(because);
      case Probing.Asked asked -> watched(subject.asked(asked)).after(asked.how());
    };
  }

  private static Measurement.Measured watched(Subject asked) {
    Dataset data = asked.images(STIMULI);
    double[] lasts = new double[data.size()];
    double[] mean = new double[MOMENTS];
    String port = Ports.of(asked.network()).image().name();
    List<Population> watched =
        asked.summing().stream()
            .filter(p -> p.model().family() == NeuronModel.Family.RATE)
            .toList();
    try (Responder responder = asked.responder()) {
      Capability.Timed timed = responder.timed().orElseThrow();
      Session session = responder.session();
      for (int i = 0; i < lasts.length; i++) {
        session.reset(i);
        timed.advance(asked.timing().windowMs());
        double[] without = values(session, watched);
        double[][] never = course(session, timed, watched);
        session.reset(i);
        session.present(Stimulus.frame(port, data.images()[i]));
        timed.advance(asked.timing().windowMs());
        double[] end = values(session, watched);
        session.present(new Stimulus.Nothing(port));
        double[][] after = course(session, timed, watched);
        double made = distance(end, without);
        for (int k = 0; k < MOMENTS && made > 0; k++) {
          double left = distance(after[k], never[k]) / made;
          lasts[i] = left > LEFT ? (k + 1) * MOMENT_MS : lasts[i];
          mean[k] += left / lasts.length;
        }
      }
    }
    return told(asked, lasts, mean);
  }

  private static Measurement.Measured told(Subject asked, double[] lasts, double[] mean) {
    Quantiles q = new Quantiles(lasts);
    double[] x = new double[MOMENTS];
    Arrays.setAll(x, k -> (k + 1) * MOMENT_MS);
    double still = Arrays.stream(lasts).filter(l -> l >= MOMENTS * MOMENT_MS).count();
    return Measurement.Measured.of(
            q.median(),
            "ms",
            "The stimulus stands for "
                + asked.timing().windowMs()
                + " ms, then there is none; time until the values of all its cells are, to a"
                + " hundredth of what the stimulus made of them, those of the same trial without it"
                + " at the same moments, median over "
                + lasts.length
                + " presentations, looked at every "
                + Math.round(MOMENT_MS)
                + " ms. "
                + Math.round(MOMENTS * MOMENT_MS)
                + " means that they did not get there while they were watched.")
        .within(Confidence.ofMedian(lasts, lasts.length + " presentations"))
        .spread(q.at(0.05), q.at(0.95), "5–95 % of presentations")
        .detail("share_still_different_at_end", still / lasts.length)
        .detail("spikes_per_ms_never_shown", 0)
        .curve(
            new Measurement.Series(
                "what is left of the stimulus",
                "ms after the input stopped",
                "distance from never shown, as a share of that at the end of the input",
                x,
                mean));
  }

  private static double[][] course(
      Session session, Capability.Timed timed, List<Population> watched) {
    double[][] course = new double[MOMENTS][];
    for (int k = 0; k < MOMENTS; k++) {
      timed.advance(MOMENT_MS);
      course[k] = values(session, watched);
    }
    return course;
  }

  private static double[] values(Session session, List<Population> watched) {
    return watched.stream()
        .flatMapToDouble(p ->
            Arrays.stream(
                session
                    .read(
                        session.bind(
                            SiteRef.of(p.name(), p.model().variables().getFirst().name())))[0]))
        .toArray();
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(squares);
  }
}

package org.hillock.lab.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Experiment;

/**
 * What neurons make of what is added to their sum: the f–I curve of those that spike.
 *
 * @param site which neurons
 * @param amounts that were added, ascending
 * @param amountUnit mV/ms, pA, or empty for plain numbers
 * @param responses mean over the neurons at each amount: rate in Hz, or value at the end
 * @param responseUnit Hz, the value's, or empty
 */
public record CurrentCurve(
    SiteRef site, double[] amounts, String amountUnit, double[] responses, String responseUnit) {

  /**
   * Measures a curve with a run at each amount.
   *
   * @param run whose length is the time that a rate is taken over
   * @param points at least 2, equally far apart
   * @throws UsageException where nothing can be added at the site, or the amounts do not ascend
   */
  public static CurrentCurve of(
      Experiment run, SiteRef site, double from, double to, int points, Progress progress) {
    if (points < 2 || !(to > from)) {
      throw new UsageException(
          points + " amounts from " + from + " to " + to + ": at least 2 that ascend are needed");
    }
    double[] amounts = new double[points];
    Arrays.setAll(amounts, i -> from + (to - from) * i / (points - 1));
    double[] responses = new double[points];
    String amountUnit = "";
    String unit = "";
    for (int i = 0; i < points && !progress.stopped(); i++) {
      Experiment one =
          run.with(new Intervention.Stimulate(site, amounts[i], Intervention.Window.ALWAYS));
      try (Session session = one.open()) {
        Site bound = session.bind(site);
        boolean fires =
            session.capability(Capability.Timed.class).isPresent()
                && bound.population().model().variable("spikes").isPresent();
        amountUnit =
            bound
                .population()
                .model()
                .biasDimension()
                .map(Unit::coherent)
                .map(Unit::toString)
                .orElse("");
        unit = fires ? "Hz" : bound.variable().unit();
        responses[i] = fires ? rate(one, session, bound) : value(one, session, bound);
      }
      progress.report((i + 1.0) / points, (i + 1) + " of " + points + " amounts");
    }
    return new CurrentCurve(site, amounts, amountUnit, responses, unit);
  }

  private static double rate(Experiment run, Session session, Site bound) {
    Recording spikes = new Recording();
    int[] neurons = bound.neurons().toArray();
    String name = bound.population().name();
    boolean all = neurons.length == bound.population().size();
    session.record(
        new Probe(all ? SiteRef.of(name, "spikes") : SiteRef.of(name, neurons, "spikes"), 0),
        spikes);
    run.play(session);
    return spikes.size() * 1000.0 / (run.length() * neurons.length);
  }

  private static double value(Experiment run, Session session, Site bound) {
    run.play(session);
    return Arrays.stream(session.read(bound)).mapToDouble(Moments::mean).average().orElse(0);
  }

  /** The least of the amounts at which it answered at all; not a number where it never did. */
  public double least() {
    return IntStream.range(0, amounts.length)
        .filter(i -> responses[i] > 0)
        .mapToDouble(i -> amounts[i])
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The steepest rise between two amounts that follow each other, per unit of the amount. */
  public double gain() {
    return IntStream.range(1, amounts.length)
        .mapToDouble(i -> (responses[i] - responses[i - 1]) / (amounts[i] - amounts[i - 1]))
        .max()
        .orElse(Double.NaN);
  }
}

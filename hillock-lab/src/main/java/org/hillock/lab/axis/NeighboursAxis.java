package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Population;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;

/** Do neurons of one population act on each other? */
final class NeighboursAxis implements Axis {

  private static final int IMAGES = 12;
  private static final int SILENCED = 12;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "neighbours",
        "Neighbours",
        "When one neuron falls silent, do others of the same population change?",
        "neurons that change when one of their population falls silent",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject) {
    List<Population> hidden = subject.hidden().stream().filter(p -> p.size() > 1).toList();
    if (hidden.isEmpty()) {
      return new Measurement.NotDefined("because no hidden population has two neurons or more");
    }
    List<DrawnShares.Drawn> drawn = new ArrayList<>();
    try (Responder responder = subject.responder()) {
      Activities whole = subject.activities(responder, subject.sample(IMAGES));
      for (Population p : hidden) {
        double[][] before = whole.of(p.name());
        int[] order = java.util.stream.IntStream.range(0, p.size()).toArray();
        new Draws(subject.seed(), Purpose.EXPERIMENT, p.name().hashCode()).shuffle(order);
        for (int s = 0; s < Math.min(p.size(), subject.sample(SILENCED)); s++) {
          double[][] after = withSilenced(subject, responder, p, order[s]);
          long changed = 0;
          for (int n = 0; n < p.size(); n++) {
            changed += n != order[s] && differs(before, after, n) ? 1 : 0;
          }
          drawn.add(new DrawnShares.Drawn(p.name(), changed, p.size() - 1));
        }
      }
    }
    DrawnShares shares = new DrawnShares(drawn);
    return Measurement.Measured.of(
            shares.share(),
            "1",
            "One hidden neuron's output is silenced at a time ("
                + subject.sample(SILENCED)
                + " in each population, drawn at random); share of the other neurons of its"
                + " population whose activity changed on any of "
                + subject.episodes(subject.sample(IMAGES))
                + " "
                + subject.episodes()
                + ".")
        .within(shares.interval(drawn.size() + " neurons silenced"))
        .detail("pairs_asked", shares.asked());
  }

  private static double[][] withSilenced(
      Subject subject, Responder responder, Population p, int neuron) {
    responder.clearInterventions();
    responder.apply(
        new Intervention.Silence(
            SiteRef.of(p.name(), new int[] {neuron}, p.model().variables().getFirst().name()),
            Intervention.Silence.Scope.OUTPUTS,
            Intervention.Window.ALWAYS));
    Activities activities = subject.activities(responder, subject.sample(IMAGES));
    responder.clearInterventions();
    return activities.of(p.name());
  }

  private static boolean differs(double[][] before, double[][] after, int n) {
    for (int i = 0; i < before.length; i++) {
      if (before[i][n] != after[i][n]) {
        return true;
      }
    }
    return false;
  }
}

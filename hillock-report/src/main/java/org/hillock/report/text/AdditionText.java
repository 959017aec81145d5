package org.hillock.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hillock.lab.summation.Addition;
import org.hillock.lab.summation.PairSummation;
import org.hillock.lab.summation.PairSummation.Curve;
import org.hillock.lab.summation.PairSummation.Point;
import org.hillock.lab.summation.UnitsRecord;
import org.hillock.lab.summation.UnitsRecord.Entry;
import org.hillock.lab.summation.UnitsRecord.Predicted;
import org.hillock.lab.summation.UnitsRecord.Target;

/** How linear addition at the hillock is, in words. */
public final class AdditionText {

  /** A normal distribution has 95 % within so many standard deviations. */
  private static final double OF_95_PERCENT = 1.96;

  private AdditionText() {}

  /** All of it, a line for each curve and each prediction. */
  public static List<String> lines(Addition addition) {
    List<String> lines = new ArrayList<>();
    for (PairSummation pairs : List.of(addition.passive(), addition.active())) {
      lines.add("Two volleys, " + (pairs.active() ? "active" : "passive") + " dendrites");
      for (Curve curve : pairs.curves()) {
        Point most =
            curve.points().stream().max(Comparator.comparingDouble(Point::ratio)).orElseThrow();
        Point last = curve.points().getLast();
        lines.add(
            "  "
                + curve.arrangement().label()
                + ": together "
                + times(most.ratio())
                + " their sum at "
                + NumberText.number(most.strengthNs())
                + " nS, "
                + times(last.ratio())
                + " at "
                + NumberText.number(last.strengthNs())
                + " nS");
      }
    }
    for (Entry entry : addition.units().cells()) {
      for (Target target : Target.values()) {
        lines.add(
            entry.name()
                + ", "
                + entry.told()
                + ", "
                + target.name().toLowerCase(Locale.ROOT)
                + ": "
                + predicted(entry, target));
      }
    }
    return lines;
  }

  /** What a comparison says beside its axis of sums. */
  public static String beside(UnitsRecord units) {
    Entry active = units.of("volleys", "active");
    Entry ball = units.of("volleys", "ball");
    Entry fewer = units.of("fewer", "active");
    return "And a nerve cell? To say whether a simulated pyramidal cell with eight active branches"
        + " and NMDA receptors spikes after a volley of random input takes "
        + predicted(active, Target.SPIKES)
        + ". How far its potential rises at the hillock, without sodium channels there, takes "
        + predicted(active, Target.POTENTIAL)
        + ". A ball without branches, the control, takes "
        + units(ball.spikes())
        + " for its spikes and "
        + units(ball.potential())
        + " for its potential. More data can tell more units apart: from "
        + fewer.rows()
        + " instead of "
        + active.rows()
        + " volleys, "
        + units(fewer.spikes())
        + " did as well as any.";
  }

  /** How the figures of {@link #beside} came about, and what they depend on. */
  public static List<String> how(UnitsRecord units) {
    List<String> all = new ArrayList<>();
    for (Entry entry : units.cells()) {
      for (Target target : Target.values()) {
        all.add(
            entry.name()
                + ", "
                + entry.told()
                + " ("
                + entry.rows()
                + " rows, "
                + NumberText.number(entry.spikesPerSecond())
                + " spikes/s), "
                + target.name().toLowerCase(Locale.ROOT)
                + ": "
                + predicted(entry, target)
                + ".");
      }
    }
    all.add(
        "Explained is the share of the log-likelihood, or of the variance, that knowing only the"
            + " mean leaves; ± is a 95 % interval over cells. Rows are held out by cell; as well as the best is within two standard errors or 1 % of"
            + " what it gains over knowing the mean. The question is that of Poirazi, Brannon and"
            + " Mel 2003 (doi 10.1016/S0896-6273(03)00149-1) and of Beniaguev, Segev and London"
            + " 2021 (doi 10.1016/j.neuron.2021.07.002); cell, input and numbers are ours, so"
            + " theirs differ.");
    return all;
  }

  private static String predicted(Entry entry, Target target) {
    Predicted p = entry.of(target);
    String of = target == Target.SPIKES ? " of the log-likelihood" : " of the variance";
    return units(p)
        + " ("
        + NumberText.percent(p.enough().explained())
        + of
        + " explained, by the weighted sum alone "
        + NumberText.percent(p.sum().explained())
        + ": "
        + NumberText.percent(p.sum().behind())
        + " ± "
        + NumberText.percent(OF_95_PERCENT * p.sum().behindError())
        + " less than the best)";
  }

  private static String units(Predicted p) {
    String some =
        switch (p.smallest()) {
          case 0 -> "one weighted sum";
          case 1 -> "one unit";
          default -> p.smallest() + " units";
        };
    return p.atLeast() ? "at least " + some : some;
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f times", ratio);
  }
}

package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.cell.AllOrNone;
import org.hillock.lab.cell.Conduction;
import org.hillock.lab.cell.Mixture;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.cell.Refractoriness;
import org.hillock.lab.cell.Spread;
import org.hillock.lab.cell.StrengthDuration;
import org.hillock.lab.cell.ThreeCases;
import org.hillock.report.ReportFigure;
import org.hillock.report.figure.Dash;
import org.hillock.report.figure.DotFigure;
import org.hillock.report.figure.LinesFigure;
import org.hillock.report.figure.ShadeMapFigure;
import org.hillock.report.text.NumberText;

/** Figures of the experiments. */
final class ExperimentFigures {

  /** Traces of all-or-none that are drawn, in thresholds. */
  private static final double[] SHOWN = {0.4, 0.8, 0.95, 1.05, 1.4, 2.5};

  private final NerveCellScene scene;

  ExperimentFigures(NerveCellScene scene) {
    this.scene = scene;
  }

  private static LinesFigure.Curve curve(String name, int number, double[] x, double[] y) {
    return new LinesFigure.Curve(name, number, Dash.of(number), x, y);
  }

  ReportFigure allOrNoneTraces() {
    AllOrNone a = scene.allOrNone();
    List<LinesFigure.Curve> curves = new ArrayList<>();
    for (double share : SHOWN) {
      int nearest = 0;
      for (int i = 0; i < a.amountsPa().length; i++) {
        double off = Math.abs(a.amountsPa()[i] - share * a.thresholdPa());
        nearest = off < Math.abs(a.amountsPa()[nearest] - share * a.thresholdPa()) ? i : nearest;
      }
      String name = NumberText.number(a.amountsPa()[nearest]) + " pA";
      curves.add(curve(name, curves.size(), a.timesMs(), a.tracesMv()[nearest]));
    }
    return new ReportFigure(
        "all-or-none-traces",
        "The hillock after currents of several amounts into the soma.",
        new LinesFigure(
            "Below and above threshold",
            "small currents make small answers, larger ones the same spike",
            "time (ms)",
            "potential at the hillock (mV)",
            curves));
  }

  ReportFigure allOrNone() {
    AllOrNone a = scene.allOrNone();
    return new ReportFigure(
        "all-or-none",
        "The highest potential at the end of the axon's trunk, against the current.",
        new LinesFigure(
            "All or none",
            "peak in the axon against the current into the soma",
            "current into the soma (pA) for " + NumberText.number(a.durationMs()) + " ms",
            "peak at the end of the axon's trunk (mV)",
            List.of(curve("peak", 0, a.amountsPa(), a.peaksMv()))));
  }

  ReportFigure refractoriness() {
    Refractoriness r = scene.refractoriness();
    double[] one = new double[r.intervalsMs().length];
    Arrays.fill(one, 1);
    return new ReportFigure(
        "refractory",
        "What a second pulse needs after a first one that fired; where the curve has no point, "
            + NumberText.number(Refractoriness.MOST_TIMES)
            + " times the threshold do not fire.",
        new LinesFigure(
            "Refractoriness",
            "threshold of the second pulse against the interval",
            "interval between the pulses (ms)",
            "threshold of the second pulse over that of the first",
            List.of(
                curve("second pulse", 0, r.intervalsMs(), r.ratios()),
                curve("as at rest", 1, r.intervalsMs(), one))));
  }

  ReportFigure strengthDuration() {
    StrengthDuration s = scene.strengthDuration();
    double[] d = s.durationsMs();
    // Logarithms of both would straighten it; a student should see the curve bend.
    double[] shown = Arrays.stream(d).filter(x -> x >= 0.5).toArray();
    int skip = d.length - shown.length;
    return new ReportFigure(
        "strength-duration",
        "The least current into the soma that fires, against its duration, and two laws fitted.",
        new LinesFigure(
            "Strength and duration",
            "the shorter the pulse, the more current it needs",
            "duration (ms)",
            "least current that fires (pA)",
            List.of(
                curve("measured", 0, shown, Arrays.copyOfRange(s.thresholdsPa(), skip, d.length)),
                curve("Weiss", 1, shown, Arrays.stream(shown).map(s::weissPa).toArray()),
                curve("Lapicque", 2, shown, Arrays.stream(shown).map(s::lapicquePa).toArray()))));
  }

  ReportFigure cases() {
    ThreeCases c = scene.cases();
    List<LinesFigure.Curve> curves = new ArrayList<>();
    c.cases()
        .forEach(
            each -> curves.add(curve(each.name(), curves.size(), c.timesMs(), each.millivolts())));
    return new ReportFigure(
        "three-cases",
        "The hillock when only excitatory, only inhibitory, or both synapses are active.",
        new LinesFigure(
            "The three cases",
            "excitation alone fires, inhibition alone does not, both depends",
            "time (ms)",
            "potential at the hillock (mV)",
            curves));
  }

  ReportFigure amounts() {
    Mixture m = scene.mixture();
    return new ReportFigure(
        "map-amounts",
        "Whether the cell fires, for each pair of amounts; inhibition on the way to the soma.",
        new ShadeMapFigure(
            "Amounts of excitation and inhibition",
            "more inhibition needs more excitation",
            "excitation (nS)",
            "inhibition (nS)",
            m.excitationsNs(),
            m.inhibitionsNs(),
            m.fires(),
            "fires",
            "does not fire"));
  }

  ReportFigure places() {
    Mixture m = scene.mixture();
    List<DotFigure.Row> rows = new ArrayList<>();
    m.byPlaceNs()
        .forEach((place, ns) -> {
          boolean known = !Double.isNaN(ns);
          rows.add(
              new DotFigure.Row(
                  CellFigures.placeName(place),
                  0,
                  known ? Optional.of(new DotFigure.Dot(ns, ns, ns, List.of())) : Optional.empty(),
                  known ? String.format(Locale.ROOT, "%.1f nS", ns) : "none stops it"));
        });
    return new ReportFigure(
        "map-places",
        "The least inhibition that stops the spike, by the place where it stands.",
        new DotFigure(
            "Places of inhibition",
            "the same inhibition does more between the excitation and the soma",
            "least inhibition that stops the spike (nS)",
            AxisDefinition.Scale.LINEAR,
            rows,
            List.of()));
  }

  ReportFigure timing() {
    Mixture m = scene.mixture();
    return new ReportFigure(
        "map-timing",
        "The least inhibition on the way to the soma that stops the spike, by when it comes; where"
            + " the curve has no point, "
            + NumberText.number(Mixture.MOST_NS)
            + " nS do not.",
        new LinesFigure(
            "Timing of inhibition",
            "inhibition must come with the excitation or shortly before",
            "inhibition after excitation (ms); below 0: before it",
            "least inhibition that stops the spike (nS)",
            List.of(curve("inhibition", 0, m.lagsMs(), m.byLagNs()))));
  }

  ReportFigure spread() {
    Spread s = scene.spread();
    double[] theory =
        Arrays.stream(s.distancesUm()).map(x -> Math.exp(-x / s.lengthConstantUm())).toArray();
    return new ReportFigure(
        "spread",
        "Without channels: what is left of a potential on its way from the synapses.",
        new LinesFigure(
            "Charge that only spreads",
            "share of the potential at the input that is left with distance",
            "distance from the synapses (µm)",
            "share of the potential at the synapses",
            List.of(
                curve("peak of an input", 0, s.distancesUm(), shares(s.peaksMv())),
                curve("steady current", 1, s.distancesUm(), shares(s.steadyMv())),
                curve("infinite cable", 2, s.distancesUm(), theory))));
  }

  private static double[] shares(double[] values) {
    return Arrays.stream(values).map(v -> v / values[0]).toArray();
  }

  ReportFigure cable() {
    Spread s = scene.spread();
    double[] theory =
        Arrays.stream(s.cableUm()).map(x -> Math.exp(-x / s.cableConstantUm())).toArray();
    return new ReportFigure(
        "cable",
        "A long cable of one thickness against theory.",
        new LinesFigure(
            "A long cable",
            "share of the potential that is left with distance",
            "distance from the beginning (µm)",
            "share of the potential at the beginning",
            List.of(
                curve("cable", 0, s.cableUm(), s.cableShare()),
                curve("exp(−x/λ)", 1, s.cableUm(), theory))));
  }

  ReportFigure conduction() {
    Conduction c = scene.conduction();
    return new ReportFigure(
        "conduction",
        "Velocity of the spike against the diameter of the axon.",
        new LinesFigure(
            "Myelin",
            "with myelin velocity grows in proportion to diameter, without it as its root",
            "diameter of the axon (µm)",
            "velocity (m/s)",
            List.of(
                curve("with myelin", 0, c.diametersUm(), c.myelinated()),
                curve("bare", 1, c.diametersUm(), c.bare()))));
  }

  ReportFigure bare() {
    Conduction c = scene.conduction();
    double[] d = c.diametersUm();
    double first = c.bare()[0] / Math.sqrt(d[0]);
    double[] fine =
        java.util.stream.IntStream.rangeClosed(1, 60)
            .mapToDouble(i -> d[d.length - 1] * i / 60)
            .toArray();
    double[] root = Arrays.stream(fine).map(x -> first * Math.sqrt(x)).toArray();
    return new ReportFigure(
        "conduction-bare",
        "The same without myelin alone, against the root of the diameter.",
        new LinesFigure(
            "Without myelin",
            "velocity grows as the root of the diameter",
            "diameter of the axon (µm)",
            "velocity (m/s)",
            List.of(curve("root", 2, fine, root), curve("bare", 1, d, c.bare()))));
  }
}

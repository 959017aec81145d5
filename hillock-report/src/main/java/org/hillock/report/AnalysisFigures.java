package org.hillock.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hillock.lab.analysis.Analysis;
import org.hillock.lab.analysis.ClassTuning;
import org.hillock.lab.analysis.CurrentCurve;
import org.hillock.lab.analysis.PhasePlane;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.Spectrum;
import org.hillock.lab.analysis.Trials;
import org.hillock.lab.analysis.Tuning;
import org.hillock.report.figure.Dash;
import org.hillock.report.figure.FieldsFigure;
import org.hillock.report.figure.LinesFigure;
import org.hillock.report.figure.LinesFigure.Curve;

/** The drawings of first numbers about a network. */
public final class AnalysisFigures {

  private static final int MOST_CURVES = 8;
  private static final double HIGHEST_HZ = 200;

  private AnalysisFigures() {}

  /**
   * All that there is to draw.
   *
   * @param spectra whether spectra were asked for
   */
  public static List<ReportFigure> of(Analysis analysis, boolean spectra) {
    List<ReportFigure> all = new ArrayList<>();
    List<PopulationSigns> with =
        analysis.populations().stream().filter(p -> p.spectrum().isPresent()).toList();
    if (spectra && !with.isEmpty()) {
      all.add(spectra(with));
    }
    analysis.trials().ifPresent(t -> all.add(psth(t)));
    analysis.curve().ifPresent(c -> all.add(curve(c)));
    analysis.plane().ifPresent(p -> all.add(plane(p)));
    analysis.tuning().ifPresent(t -> tuning(t, all));
    analysis
        .fields()
        .ifPresent(
            f -> all.add(new ReportFigure("fields", "Receptive fields", FieldsFigure.of(f))));
    return all;
  }

  private static ReportFigure spectra(List<PopulationSigns> populations) {
    List<Curve> curves = new ArrayList<>();
    for (PopulationSigns p : populations.stream().limit(MOST_CURVES).toList()) {
      Spectrum spectrum = p.spectrum().orElseThrow();
      int end = 1;
      while (end < spectrum.power().length && spectrum.frequencyHz()[end] <= HIGHEST_HZ) {
        end++;
      }
      curves.add(
          curve(
              p.population(),
              curves.size(),
              java.util.Arrays.copyOfRange(spectrum.frequencyHz(), 1, end),
              java.util.Arrays.copyOfRange(spectrum.power(), 1, end)));
    }
    return new ReportFigure(
        "spectra",
        "Spectra of the rates of populations",
        new LinesFigure(
            "Spectra",
            "Power of each population's rate by frequency",
            "frequency (Hz)",
            "power (Hz²/Hz)",
            curves));
  }

  private static Curve curve(String name, int number, double[] x, double[] y) {
    return new Curve(name, number, Dash.of(number), x, y);
  }

  private static ReportFigure psth(Trials trials) {
    List<Curve> curves = new ArrayList<>();
    for (Trials.OfPopulation p : trials.populations().stream().limit(MOST_CURVES).toList()) {
      double[] middle = new double[p.psth().length];
      java.util.Arrays.setAll(middle, b -> (b + 0.5) * trials.binMs());
      curves.add(curve(p.population(), curves.size(), middle, p.psth()));
    }
    return new ReportFigure(
        "psth",
        "Rates over trials",
        new LinesFigure(
            "Rates over " + trials.trials() + " trials",
            "Mean rate of each population in bins of time",
            "time (ms)",
            "rate (Hz)",
            curves));
  }

  private static ReportFigure curve(CurrentCurve curve) {
    String unit = curve.amountUnit().isEmpty() ? "" : " (" + curve.amountUnit() + ")";
    boolean rate = curve.responseUnit().equals("Hz");
    return new ReportFigure(
        "curve",
        "What the neurons make of what is added to their sum",
        new LinesFigure(
            "Response of " + curve.site(),
            "Mean response by the amount added to the sum",
            "added" + unit,
            rate ? "rate (Hz)" : "value",
            List.of(
                new Curve(
                    curve.site().toString(), 0, Dash.SOLID, curve.amounts(), curve.responses()))));
  }

  private static ReportFigure plane(PhasePlane plane) {
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("its way", 0, Dash.SOLID, plane.x(), plane.y()));
    plane
        .field()
        .ifPresent(field -> {
          curves.add(nullcline(plane.xName(), 1, field.nullcline(true)));
          curves.add(nullcline(plane.yName(), 2, field.nullcline(false)));
        });
    return new ReportFigure(
        "plane",
        "Phase plane",
        new LinesFigure(
            "Phase plane of " + plane.neuron(),
            "The way of two variables, and the lines on which each of them stands still",
            plane.xName(),
            plane.yName(),
            curves));
  }

  private static Curve nullcline(String variable, int number, List<double[]> points) {
    return new Curve(
        variable + " still",
        number,
        Dash.DASHED,
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }

  /** For each population the mean responses of its most selective neurons. */
  private static void tuning(Tuning tuning, List<ReportFigure> all) {
    for (Tuning.OfPopulation p : tuning.populations()) {
      List<ClassTuning> best =
          p.neurons().stream()
              .filter(n -> !Double.isNaN(n.discriminability()))
              .sorted(
                  Comparator.comparingDouble((ClassTuning n) -> n.discriminability()).reversed())
              .limit(MOST_CURVES)
              .toList();
      if (best.isEmpty()) {
        continue;
      }
      double[] classes = new double[tuning.classes()];
      java.util.Arrays.setAll(classes, c -> c);
      List<Curve> curves = new ArrayList<>();
      for (ClassTuning n : best) {
        curves.add(
            curve(p.population() + "[" + n.neuron() + "]", curves.size(), classes, n.means()));
      }
      all.add(
          new ReportFigure(
              "tuning-" + p.population().replaceAll("[^A-Za-z0-9-]", "-"),
              "Tuning of " + p.population(),
              new LinesFigure(
                  "The most selective neurons of " + p.population(),
                  "Mean response of each to the images of each class",
                  "class",
                  p.unit().isEmpty() ? "mean value" : "mean (" + p.unit() + ")",
                  curves)));
    }
  }
}

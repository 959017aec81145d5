package org.hillock.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hillock.lab.analysis.Analysis;
import org.hillock.lab.analysis.ClassTuning;
import org.hillock.lab.analysis.CurrentCurve;
import org.hillock.lab.analysis.Fields;
import org.hillock.lab.analysis.PhasePlane;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.ReceptiveField;
import org.hillock.lab.analysis.Trials;
import org.hillock.lab.analysis.Tuning;
import org.hillock.lab.plasticity.RulePortrait.Chart;
import org.hillock.lab.plasticity.RulePortrait.Curve;

/** First numbers about a network, for the terminal. */
public final class AnalysisText {

  private static final int MOST_NEURONS = 5;

  private AnalysisText() {}

  /** Everything that was asked, part by part. */
  public static String of(Analysis analysis) {
    List<String> parts = new ArrayList<>();
    parts.add(signs(analysis));
    analysis.trials().ifPresent(trials -> parts.add(trials(trials)));
    analysis.curve().ifPresent(curve -> parts.add(curve(curve)));
    analysis.plane().ifPresent(plane -> parts.add(plane(plane)));
    analysis.tuning().ifPresent(tuning -> parts.add(tuning(tuning)));
    analysis.fields().ifPresent(fields -> parts.add(fields(fields)));
    return String.join("\n", parts);
  }

  private static String signs(Analysis analysis) {
    StringBuilder text = new StringBuilder();
    List<PopulationSigns> spiking =
        analysis.populations().stream().filter(PopulationSigns::spiking).toList();
    List<PopulationSigns> others =
        analysis.populations().stream().filter(p -> !p.spiking()).toList();
    if (!spiking.isEmpty()) {
      Columns columns = new Columns();
      columns.row(
          List.of(
              "in spikes",
              "neurons",
              "rate (Hz)",
              "±",
              "active",
              "CV",
              "CV2",
              "LV",
              "Fano",
              "χ",
              "corr.",
              "beat (Hz)"));
      for (PopulationSigns p : spiking) {
        columns.row(
            List.of(
                p.population(),
                NumberText.number(p.neurons()),
                number(p.mean()),
                number(p.deviation()),
                NumberText.percent(p.active()),
                number(p.cv()),
                number(p.cv2()),
                number(p.lv()),
                number(p.fano()),
                number(p.chi()),
                number(p.correlation()),
                number(p.dominantHz())));
      }
      text.append(columns.text());
      if (analysis.fromMs() > 0) {
        text.append("from ").append(NumberText.number(analysis.fromMs()));
        text.append(" ms on; beat: where the spectrum of the population's rate is highest\n");
      }
    }
    if (!others.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n");
      Columns columns = new Columns();
      columns.row(List.of("in numbers", "neurons", "mean", "±", "not 0"));
      for (PopulationSigns p : others) {
        String unit = p.unit().isEmpty() ? "" : " " + p.unit();
        columns.row(
            List.of(
                p.population(),
                NumberText.number(p.neurons()),
                number(p.mean()) + unit,
                number(p.deviation()) + unit,
                NumberText.percent(p.active())));
      }
      text.append(columns.text());
    }
    return text.toString();
  }

  static String number(double value) {
    return Double.isNaN(value) ? "–" : NumberText.number(value);
  }

  private static String trials(Trials trials) {
    Columns columns = new Columns();
    columns.row(
        List.of(
            "over " + trials.trials() + " trials",
            "Fano over trials",
            "± rate (Hz)",
            "highest bin (Hz)",
            "at (ms)"));
    for (Trials.OfPopulation p : trials.populations()) {
      int best = 0;
      for (int b = 1; b < p.psth().length; b++) {
        best = p.psth()[b] > p.psth()[best] ? b : best;
      }
      columns.row(
          List.of(
              p.population(),
              number(p.fano()),
              number(p.rateDeviation()),
              number(p.psth()[best]),
              number(best * trials.binMs())));
    }
    return columns.text();
  }

  private static String curve(CurrentCurve curve) {
    String x = curve.amountUnit().isEmpty() ? "added" : "added (" + curve.amountUnit() + ")";
    String y = curve.responseUnit().isEmpty() ? "value" : "rate (" + curve.responseUnit() + ")";
    Chart chart =
        new Chart(
            "What "
                + curve.site()
                + " makes of what is added: first answers at "
                + number(curve.least())
                + ", steepest "
                + number(curve.gain())
                + " "
                + curve.responseUnit()
                + (curve.amountUnit().isEmpty() ? "" : " per " + curve.amountUnit()),
            x,
            y,
            List.of(new Curve(curve.site().toString(), curve.amounts(), curve.responses())));
    return TextPlot.of(chart);
  }

  private static String plane(PhasePlane plane) {
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("the way it went", plane.x(), plane.y()));
    plane
        .field()
        .ifPresent(field -> {
          curves.add(points(plane.xName() + " stands still", field.nullcline(true)));
          curves.add(points(plane.yName() + " stands still", field.nullcline(false)));
        });
    return TextPlot.of(
        new Chart("Phase plane of " + plane.neuron(), plane.xName(), plane.yName(), curves));
  }

  private static Curve points(String name, List<double[]> points) {
    return new Curve(
        name,
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }

  private static String tuning(Tuning tuning) {
    Columns columns = new Columns();
    columns.row(
        List.of(
            "over " + tuning.images() + " images",
            "neurons",
            "selectivity",
            "sparseness",
            "d'",
            "most selective (class)"));
    for (Tuning.OfPopulation p : tuning.populations()) {
      String best =
          String.join(
              " ",
              p.neurons().stream()
                  .filter(n -> !Double.isNaN(n.discriminability()))
                  .sorted(
                      Comparator.comparingDouble((ClassTuning n) -> n.discriminability())
                          .reversed())
                  .limit(MOST_NEURONS)
                  .map(n -> n.neuron() + "(" + n.preferred() + ")")
                  .toList());
      columns.row(
          List.of(
              p.population(),
              NumberText.number(p.neurons().size()),
              number(p.meanSelectivity()),
              number(p.meanSparseness()),
              number(p.meanDiscriminability()),
              best));
    }
    return columns.text();
  }

  private static String fields(Fields fields) {
    Columns columns = new Columns();
    columns.row(
        List.of(
            "fields of " + fields.site(),
            "strongest pixel",
            "row",
            "column",
            "like its weights (r)"));
    for (ReceptiveField field : fields.neurons()) {
      int best = 0;
      for (int k = 1; k < field.field().length; k++) {
        best = Math.abs(field.field()[k]) > Math.abs(field.field()[best]) ? k : best;
      }
      columns.row(
          List.of(
              "neuron " + field.neuron(),
              number(field.field()[best]),
              NumberText.number(best / fields.width()),
              NumberText.number(best % fields.width()),
              number(field.agreement())));
    }
    return columns.text()
        + "found with "
        + NumberText.number(fields.images())
        + " images of noise on "
        + fields.door()
        + "; a pixel's number is the response to one unit more of it\n";
  }
}

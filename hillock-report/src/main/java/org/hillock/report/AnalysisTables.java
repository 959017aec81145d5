package org.hillock.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.lab.analysis.Analysis;
import org.hillock.lab.analysis.ClassTuning;
import org.hillock.lab.analysis.CurrentCurve;
import org.hillock.lab.analysis.Fields;
import org.hillock.lab.analysis.PhasePlane;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.ReceptiveField;
import org.hillock.lab.analysis.Trials;
import org.hillock.lab.analysis.Tuning;

/** The tables of first numbers about a network. */
public final class AnalysisTables {

  private AnalysisTables() {}

  /** All that there are, by the name of their file. */
  public static Map<String, Table> of(Analysis analysis) {
    Map<String, Table> all = new LinkedHashMap<>();
    all.put("populations", populations(analysis));
    if (analysis.populations().stream().anyMatch(p -> p.spectrum().isPresent())) {
      all.put("spectra", spectra(analysis));
    }
    analysis.trials().ifPresent(t -> all.put("psth", psth(t)));
    analysis.curve().ifPresent(c -> all.put("curve", curve(c)));
    analysis.plane().ifPresent(p -> all.put("plane", plane(p)));
    analysis
        .tuning()
        .ifPresent(t -> {
          all.put("tuning", tuning(t));
          all.put("class_means", classMeans(t));
        });
    analysis.fields().ifPresent(f -> all.put("fields", fields(f)));
    return all;
  }

  private static Table populations(Analysis analysis) {
    Table.Builder table =
        Table.of(
            "population",
            "neurons",
            "unit",
            "mean",
            "deviation",
            "active",
            "cv",
            "cv2",
            "lv",
            "fano",
            "chi",
            "correlation",
            "dominant_hz");
    for (PopulationSigns p : analysis.populations()) {
      table.row(
          p.population(),
          p.neurons(),
          p.unit(),
          p.mean(),
          p.deviation(),
          p.active(),
          p.cv(),
          p.cv2(),
          p.lv(),
          p.fano(),
          p.chi(),
          p.correlation(),
          p.dominantHz());
    }
    return table.build();
  }

  private static Table spectra(Analysis analysis) {
    Table.Builder table = Table.of("population", "frequency_hz", "power_hz2_per_hz");
    for (PopulationSigns p : analysis.populations()) {
      p.spectrum()
          .ifPresent(s -> {
            for (int k = 0; k < s.power().length; k++) {
              table.row(p.population(), s.frequencyHz()[k], s.power()[k]);
            }
          });
    }
    return table.build();
  }

  private static Table psth(Trials trials) {
    Table.Builder table = Table.of("population", "from_ms", "rate_hz");
    for (Trials.OfPopulation p : trials.populations()) {
      for (int b = 0; b < p.psth().length; b++) {
        table.row(p.population(), b * trials.binMs(), p.psth()[b]);
      }
    }
    return table.build();
  }

  private static Table curve(CurrentCurve curve) {
    Table.Builder table = Table.of("amount", "response");
    for (int i = 0; i < curve.amounts().length; i++) {
      table.row(curve.amounts()[i], curve.responses()[i]);
    }
    return table.build();
  }

  private static Table plane(PhasePlane plane) {
    Table.Builder table = Table.of("x", "y");
    for (int i = 0; i < plane.x().length; i++) {
      table.row(plane.x()[i], plane.y()[i]);
    }
    return table.build();
  }

  private static Table tuning(Tuning tuning) {
    Table.Builder table =
        Table.of(
            "population", "neuron", "preferred", "selectivity", "sparseness", "discriminability");
    for (Tuning.OfPopulation p : tuning.populations()) {
      for (ClassTuning n : p.neurons()) {
        table.row(
            p.population(),
            n.neuron(),
            n.preferred(),
            n.selectivity(),
            n.sparseness(),
            n.discriminability());
      }
    }
    return table.build();
  }

  private static Table classMeans(Tuning tuning) {
    Table.Builder table = Table.of("population", "neuron", "class", "mean");
    for (Tuning.OfPopulation p : tuning.populations()) {
      for (ClassTuning n : p.neurons()) {
        for (int c = 0; c < n.means().length; c++) {
          table.row(p.population(), n.neuron(), c, n.means()[c]);
        }
      }
    }
    return table.build();
  }

  private static Table fields(Fields fields) {
    Table.Builder table = Table.of("neuron", "row", "column", "field");
    for (ReceptiveField field : fields.neurons()) {
      for (int k = 0; k < field.field().length; k++) {
        table.row(field.neuron(), k / fields.width(), k % fields.width(), field.field()[k]);
      }
    }
    return table.build();
  }
}

package org.hillock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.lab.convert.TwinLosses;
import org.hillock.lab.convert.TwinLosses.OfPopulation;
import org.hillock.lab.convert.TwinLosses.Part;
import org.hillock.report.figure.PartsFigure;
import org.hillock.report.json.LossesJson;
import org.jspecify.annotations.Nullable;

/** What a network loses when it is converted to spikes, as facts, a table and a drawing. */
public final class LossesReport {

  private LossesReport() {}

  /** As JSON has it. */
  public static Map<String, @Nullable Object> facts(TwinLosses losses) {
    return LossesJson.of(losses);
  }

  /** A row for each population and part. */
  public static Table table(TwinLosses losses) {
    Table.Builder table =
        Table.of("population", "part", "mean_size_per_ms", "mean_per_ms", "meant_per_ms");
    for (OfPopulation p : losses.populations()) {
      for (Part part : Part.values()) {
        table.row(
            p.population(),
            part.word(),
            p.sizes().getOrDefault(part, 0.0),
            p.means().getOrDefault(part, 0.0),
            p.meanValue());
      }
    }
    return table.build();
  }

  /** The parts of each population's error, side by side. */
  public static ReportFigure figure(TwinLosses losses) {
    List<PartsFigure.Row> rows = new ArrayList<>();
    for (OfPopulation p : losses.populations()) {
      double[] sizes = new double[Part.values().length];
      for (Part part : Part.values()) {
        sizes[part.ordinal()] =
            p.meanValue() > 0
                ? p.sizes().getOrDefault(part, 0.0) / p.meanValue()
                : p.sizes().getOrDefault(part, 0.0);
      }
      rows.add(new PartsFigure.Row(p.population(), sizes));
    }
    List<String> names = java.util.Arrays.stream(Part.values()).map(Part::word).toList();
    return new ReportFigure(
        "losses",
        "Where the error of the twin's rates comes from",
        new PartsFigure(
            "Errors of the spiking twin of " + losses.network(),
            "Mean size of each part of the error of each population's rates, beside what is meant",
            "mean size of the error, as a share of the mean value",
            names,
            rows));
  }
}

package org.hillock.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a bench of cells with parts found.
 *
 * @param rawExpNs an exponential in double precision, in a loop over a tile in the cache
 */
public record CellFigures(List<Row> rows, double rawExpNs) {

  /**
   * Cells of a kind. Times are in ns for one compartment and step.
   *
   * @param wall median of the rounds
   * @param fastest round
   * @param slowest round
   * @param processor time of the thread that computed, median
   * @param functions exponentials and other functions that a compartment takes in a step
   * @param rawSolve see {@link RawSolve}
   * @param buildSeconds until the session was open
   */
  record Row(
      String membrane,
      int cells,
      double wall,
      double fastest,
      double slowest,
      double processor,
      double functions,
      double rawSolve,
      double buildSeconds) {}

  public CellFigures {
    rows = List.copyOf(rows);
  }

  /** The figures by the names that {@code --json} prints. */
  public Map<String, Object> byName() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("compartments", BenchMembrane.COMPARTMENTS);
    all.put("stepMs", CellBench.STEP_MS);
    all.put("threads", 1);
    all.put("precision", "double");
    all.put("rounds", CellBench.ROUNDS);
    all.put("rawExpNs", rawExpNs);
    all.put("runs", rows.stream().map(this::byName).toList());
    return all;
  }

  private Map<String, Object> byName(Row row) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("membrane", row.membrane);
    all.put("cells", row.cells);
    all.put("nsPerCompartmentStep", row.wall);
    all.put("fastestNs", row.fastest);
    all.put("slowestNs", row.slowest);
    all.put("processorNsPerCompartmentStep", row.processor);
    all.put("realTimeFactor", row.wall * BenchMembrane.COMPARTMENTS * row.cells / STEP_NS);
    all.put("functionsPerCompartment", row.functions);
    all.put("rawSolveNs", row.rawSolve);
    all.put("rawFunctionsNs", row.functions * rawExpNs);
    all.put("rawShare", rawNs(row) / row.wall);
    all.put("buildSeconds", row.buildSeconds);
    return all;
  }

  private static final double STEP_NS = CellBench.STEP_MS * 1e6;

  private double rawNs(Row row) {
    return row.rawSolve + row.functions * rawExpNs;
  }

  /** For people: a line each. */
  public String text() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(
        String.format(
            Locale.ROOT,
            "ns for a compartment and step: %d compartments a cell, steps of %s ms, one thread,"
                + " double precision; an exponential takes %.2f ns",
            BenchMembrane.COMPARTMENTS,
            CellBench.STEP_MS,
            rawExpNs));
    lines.add(
        "membrane        cells   median   (fastest to slowest)  processor   bare solution"
            + "   functions   bare over median");
    for (Row r : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-14s %6d %8.2f   (%8.2f to %8.2f)   %8.2f        %8.2f    %8.1f           %8.2f",
              r.membrane,
              r.cells,
              r.wall,
              r.fastest,
              r.slowest,
              r.processor,
              r.rawSolve,
              r.functions,
              rawNs(r) / r.wall));
    }
    return lines.toString();
  }
}

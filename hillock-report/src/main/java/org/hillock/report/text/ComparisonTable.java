package org.hillock.report.text;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.json.ComparisonJson;

/** A comparison as a table for the terminal: axes as rows, networks as columns. */
public final class ComparisonTable {

  private static final String GAP = "  ";
  private static final int WIDEST_NAME = 24;
  private static final String NOT_DEFINED = "not defined";

  private ComparisonTable() {}

  /**
   * A line of the table.
   *
   * @param around intervals of the cells, or that they were counted; blank where there is none
   */
  private record Row(String name, List<String> cells, List<String> around) {
    Row(String name, List<String> cells) {
      this(name, cells, java.util.Collections.nCopies(cells.size(), ""));
    }
  }

  /**
   * The table, each line ending in a line feed.
   *
   * @param width of the terminal in characters; where the table is wider, the networks stand below
   *     each other
   */
  public static String render(Comparison comparison, int width) {
    List<Row> rows = rows(comparison);
    int count = comparison.networks().size();
    int first = rows.stream().mapToInt(r -> length(r.name())).max().orElse(0);
    int[] columns = new int[count];
    for (int i = 0; i < count; i++) {
      columns[i] = Math.min(WIDEST_NAME, length(comparison.networks().get(i).name()));
      for (Row row : rows) {
        columns[i] = Math.max(columns[i], length(row.cells().get(i)));
        columns[i] = Math.max(columns[i], length(row.around().get(i)));
      }
    }
    int total = first;
    for (int column : columns) {
      total += GAP.length() + column;
    }
    StringBuilder out = new StringBuilder();
    if (total <= width) {
      wide(out, comparison, rows, first, columns, total);
    } else {
      stacked(out, comparison, rows, first, width);
    }
    if (rows.stream().flatMap(row -> row.around().stream()).anyMatch(a -> !a.isEmpty())) {
      out.append("\nRanges are intervals of 95 %.\n");
    }
    baselines(out, comparison);
    return out.toString();
  }

  private static List<Row> rows(Comparison comparison) {
    List<Row> rows = new ArrayList<>();
    List<Compared> networks = comparison.networks();
    if (comparison.data().isPresent()) {
      rows.add(
          new Row(
              "Accuracy",
              networks.stream()
                  .map(n -> n.accuracy().map(ValueText::accuracy).orElse(NOT_DEFINED))
                  .toList()));
    }
    rows.add(
        new Row(
            "Neurons",
            networks.stream().map(n -> NumberText.number(n.network().neurons())).toList()));
    rows.add(
        new Row(
            "Synapses",
            networks.stream()
                .map(n -> NumberText.number(ComparisonJson.synapses(n.network())))
                .toList()));
    for (AxisDefinition axis : comparison.axes()) {
      rows.add(
          new Row(
              clean(axis.title()),
              networks.stream().map(n -> cell(n, axis)).toList(),
              networks.stream().map(n -> around(n, axis)).toList()));
    }
    return rows;
  }

  private static String cell(Compared network, AxisDefinition axis) {
    Measurement measurement = network.axes().get(axis.id());
    return switch (measurement) {
      case null -> "–";
      case NotDefined _ -> NOT_DEFINED;
      case Measured m -> clean(ValueText.value(m, axis));
    };
  }

  private static String around(Compared network, AxisDefinition axis) {
    return network.axes().get(axis.id()) instanceof Measured m
        ? clean(ValueText.around(m, axis))
        : "";
  }

  private static void wide(
      StringBuilder out,
      Comparison comparison,
      List<Row> rows,
      int first,
      int[] columns,
      int total) {
    out.append(left("", first));
    for (int i = 0; i < columns.length; i++) {
      out.append(GAP)
          .append(right(cut(clean(comparison.networks().get(i).name()), columns[i]), columns[i]));
    }
    out.append('\n').append("─".repeat(total)).append('\n');
    for (Row row : rows) {
      out.append(left(row.name(), first));
      for (int i = 0; i < columns.length; i++) {
        out.append(GAP).append(right(row.cells().get(i), columns[i]));
      }
      out.append('\n');
      if (row.around().stream().anyMatch(around -> !around.isEmpty())) {
        StringBuilder line = new StringBuilder(left("", first));
        for (int i = 0; i < columns.length; i++) {
          line.append(GAP).append(right(row.around().get(i), columns[i]));
        }
        out.append(line.toString().stripTrailing()).append('\n');
      }
    }
  }

  private static void stacked(
      StringBuilder out, Comparison comparison, List<Row> rows, int first, int width) {
    int widest =
        rows.stream()
            .filter(row -> row.around().stream().anyMatch(around -> !around.isEmpty()))
            .flatMap(row -> row.cells().stream())
            .mapToInt(ComparisonTable::length)
            .max()
            .orElse(0);
    for (int i = 0; i < comparison.networks().size(); i++) {
      out.append(i == 0 ? "" : "\n")
          .append(clean(comparison.networks().get(i).name()))
          .append('\n');
      for (Row row : rows) {
        out.append(GAP).append(left(row.name(), first)).append(GAP);
        String around = row.around().get(i);
        String cell = row.cells().get(i);
        boolean beside = first + widest + length(around) + 3 * GAP.length() <= width;
        out.append(!around.isEmpty() && beside ? left(cell, widest) + GAP + around : cell);
        out.append('\n');
        if (!around.isEmpty() && !beside) {
          out.append(GAP).append(left("", first)).append(GAP).append(around).append('\n');
        }
      }
    }
  }

  private static void baselines(StringBuilder out, Comparison comparison) {
    if (comparison.baselines().isEmpty()) {
      return;
    }
    out.append("\nBeside them, plain baselines:\n");
    for (Comparison.Baseline baseline : comparison.baselines()) {
      out.append(GAP)
          .append(clean(baseline.name()))
          .append(": ")
          .append(ValueText.accuracy(baseline.accuracy()))
          .append('\n');
    }
  }

  /** Control characters in a name must not steer the terminal. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String cut(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - length(text))) + text;
  }
}

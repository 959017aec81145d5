package org.hillock.cell.grid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SectionKind;

/**
 * Cells as NEURON 8.2 cuts them; {@code hillock-verify/src/test/python/cell/grid_references.py}
 * made the table.
 */
final class NeuronGrids {

  private NeuronGrids() {}

  /** One section of a cell, and what NEURON has for its segments and its end. */
  record Row(
      Section section,
      int segments,
      double axialOhmCm,
      double capacitanceUfPerCm2,
      double lambdaUm,
      int segmentsByRule,
      double[] areaUm2,
      double[] resistanceMohm,
      double[] diameterUm,
      double[] transferMohm) {}

  static Map<String, List<Row>> read() {
    Map<String, List<Row>> cells = new LinkedHashMap<>();
    try (InputStream in = NeuronGrids.class.getResourceAsStream("neuron-grids.csv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(f -> cells.computeIfAbsent(f[0], name -> new ArrayList<>()).add(row(f)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cells;
  }

  private static Row row(String[] f) {
    SectionKind kind = SectionKind.of(f[1].replaceAll("\\[.*", "")).orElseThrow();
    List<MorphologyPoint> points = new ArrayList<>();
    for (String point : f[7].split(";")) {
      double[] p = numbers(point);
      points.add(new MorphologyPoint(p[0], p[1], p[2], p[3]));
    }
    return new Row(
        new Section(f[1], kind, Integer.parseInt(f[2]), Double.parseDouble(f[3]), points),
        Integer.parseInt(f[4]),
        Double.parseDouble(f[5]),
        Double.parseDouble(f[6]),
        Double.parseDouble(f[8]),
        Integer.parseInt(f[9]),
        numbers(f[10]),
        numbers(f[11]),
        numbers(f[12]),
        numbers(f[13]));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** The cell cut by a rule, with the membranes that NEURON was told. */
  static Grid cut(List<Row> rows, GridRule rule) {
    return GridBuilder.cut(
        new Morphology("cell", rows.stream().map(Row::section).toList()),
        rows.stream()
            .map(r -> new Membrane(r.section().name(), r.capacitanceUfPerCm2(), r.axialOhmCm()))
            .toList(),
        rule);
  }
}

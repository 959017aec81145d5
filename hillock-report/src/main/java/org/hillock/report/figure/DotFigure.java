package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hillock.lab.axis.AxisDefinition;

/**
 * One dot for each network, with its interval, on a shared axis; a name at the left, the number at
 * the right. On narrow pages the name stands above its row.
 *
 * @param title read out
 * @param description read out
 * @param label of the axis, with its unit
 * @param kind of axis
 * @param rows from top to bottom
 * @param references values drawn as dashed lines
 * @param words that it writes by itself
 */
public record DotFigure(
    String title,
    String description,
    String label,
    AxisDefinition.Scale kind,
    List<Row> rows,
    List<Reference> references,
    FigureWords words)
    implements Drawable {

  /**
   * One network.
   *
   * @param name of the network
   * @param number of its series, for colour and marker
   * @param dot where there is a value
   * @param text the value with its unit, or why there is none
   */
  public record Row(String name, int number, Optional<Dot> dot, String text) {}

  /**
   * A value with what lies around it.
   *
   * @param low end of the interval, equal to {@code value} where there is none
   * @param single values that it was made of, drawn small; may be empty
   */
  public record Dot(double value, double low, double high, List<Double> single) {
    public Dot {
      single = List.copyOf(single);
    }
  }

  /** A value to hold the others against. */
  public record Reference(String name, double value) {}

  public DotFigure {
    rows = List.copyOf(rows);
    references = List.copyOf(references);
  }

  /** In English. */
  public DotFigure(
      String title,
      String description,
      String label,
      AxisDefinition.Scale kind,
      List<Row> rows,
      List<Reference> references) {
    this(title, description, label, kind, rows, references, FigureWords.ENGLISH);
  }

  @Override
  public Figure at(double width) {
    boolean stacked = width < 560;
    Sheet sheet = new Sheet();
    double names = stacked ? 0 : nameRoom(width);
    double values = stacked ? 0 : valueRoom(width);
    double rowHeight = stacked ? 46 : 34;
    double top = 8 + 17 * references.size();
    double bottom = top + rowHeight * rows.size() + 4;
    Frame frame = new Frame(names + 14, top, width - values - 20, bottom);
    PlotScale scale = scale();
    frame.across(sheet, scale, noted(scale), true);
    drawReferences(sheet, frame, scale);
    for (int i = 0; i < rows.size(); i++) {
      double y = top + rowHeight * (i + 0.5) + (stacked ? 8 : 2);
      row(sheet, frame, scale, rows.get(i), y, stacked, width);
    }
    return sheet.figure(width, bottom + Frame.BELOW, title, description);
  }

  private double nameRoom(double width) {
    double widest =
        rows.stream().mapToDouble(r -> Typeface.width(r.name(), Sheet.TEXT)).max().orElse(0);
    return Math.min(widest + 24, 0.42 * width);
  }

  private double valueRoom(double width) {
    double widest =
        rows.stream().mapToDouble(r -> Typeface.width(shown(r), Sheet.TEXT)).max().orElse(0);
    return Math.min(widest + 6, 0.3 * width);
  }

  private String shown(Row row) {
    return row.dot().isPresent() ? row.text() : words.undefined();
  }

  private PlotScale scale() {
    double[] all =
        DoubleStream.concat(
                references.stream().mapToDouble(Reference::value),
                rows.stream()
                    .flatMap(r -> r.dot().stream())
                    .flatMapToDouble(d ->
                        DoubleStream.concat(
                            DoubleStream.concat(
                                DoubleStream.of(d.value()),
                                DoubleStream.of(d.low(), d.high())
                                    .filter(end -> AxisScale.holds(kind, end))),
                            d.single().stream().mapToDouble(Double::doubleValue))))
            .filter(Double::isFinite)
            .toArray();
    return AxisScale.of(kind, all);
  }

  /** The name of the axis with what must be known of it. */
  private String noted(PlotScale scale) {
    String noted = label;
    if (scale instanceof LogScale) {
      noted = FigureWords.noted(noted, words.logarithmic());
    } else if (scale instanceof LinearScale linear && linear.low() > 0) {
      noted = FigureWords.noted(noted, words.notFromZero());
    }
    boolean cut =
        rows.stream()
            .flatMap(r -> r.dot().stream())
            .anyMatch(d -> AxisScale.fraction(scale, Math.min(d.low(), d.value())) < 0);
    return cut ? FigureWords.noted(noted, words.cutOff()) : noted;
  }

  private void row(
      Sheet sheet, Frame frame, PlotScale scale, Row row, double y, boolean stacked, double width) {
    double nameY = stacked ? y - 15 : y + 4.5;
    String text = shown(row);
    double textRoom = Typeface.width(text, Sheet.TEXT);
    double nameRoom = stacked ? width - textRoom - 34 : frame.left() - 34;
    String name = Lettering.fit(row.name(), Sheet.TEXT, nameRoom);
    if (stacked) {
      // Reference lines run through the row; they must not strike the words out.
      backdrop(sheet, 0, 24 + Typeface.width(name, Sheet.TEXT), nameY);
      backdrop(sheet, width - 6 - textRoom, width, nameY);
    }
    Glyphs.marker(sheet, row.number(), 8, nameY - 4.5, 4);
    sheet.text(19, nameY, name);
    Ink ink = row.dot().isPresent() ? Ink.TEXT : Ink.MUTED;
    String fitted = stacked ? text : Lettering.fit(text, Sheet.TEXT, width - frame.right() - 10);
    sheet.text(width - 2, nameY, fitted, Sheet.TEXT, Mark.Anchor.END, ink);
    sheet.line(frame.left(), y, frame.right(), y, Ink.GRID, 1);
    row.dot().ifPresent(dot -> dot(sheet, frame, scale, dot, row.number(), y));
  }

  private static void backdrop(Sheet sheet, double from, double to, double y) {
    double[] xs = {from, to, to, from};
    double[] ys = {y - 13, y - 13, y + 5, y + 5};
    sheet.add(new Mark.Polygon(xs, ys, Ink.PAPER, 1));
  }

  private static void dot(
      Sheet sheet, Frame frame, PlotScale scale, Dot dot, int number, double y) {
    Ink ink = Ink.series(number);
    if (dot.high() > dot.low()) {
      boolean beyond = AxisScale.fraction(scale, dot.low()) < 0;
      double x1 = beyond ? frame.left() : frame.x(scale, dot.low());
      double x2 = Math.max(frame.left(), frame.x(scale, dot.high()));
      sheet.line(x1, y, x2, y, ink, 2);
      end(sheet, x1, y, beyond, ink);
      end(sheet, x2, y, scale.fraction(dot.high()) < 0, ink);
    }
    for (double single : dot.single()) {
      double x = frame.x(scale, single);
      sheet.line(x, y + 6, x, y + 11, ink, 1.2);
    }
    Glyphs.marker(sheet, number, Math.max(frame.left(), frame.x(scale, dot.value())), y, 5.5);
  }

  /** The end of an interval: a cap, or an arrow where it goes on beyond the axis. */
  private static void end(Sheet sheet, double x, double y, boolean beyond, Ink ink) {
    if (beyond) {
      sheet.line(x - 9, y, x, y, ink, 2);
      sheet.line(x - 9, y, x - 4, y - 4, ink, 1.5);
      sheet.line(x - 9, y, x - 4, y + 4, ink, 1.5);
    } else {
      sheet.line(x, y - 4, x, y + 4, ink, 1.5);
    }
  }

  private void drawReferences(Sheet sheet, Frame frame, PlotScale scale) {
    List<Reference> sorted = new ArrayList<>(references);
    sorted.sort(Comparator.comparingDouble(Reference::value));
    for (int i = 0; i < sorted.size(); i++) {
      Reference reference = sorted.get(i);
      double x = frame.x(scale, reference.value());
      double y = 14 + 17 * i;
      sheet.add(new Mark.Line(x, y - 9, x, frame.bottom(), Ink.MUTED, 1.2, Dash.of(i + 1)));
      double room = Typeface.width(reference.name(), Sheet.SMALL) + 8;
      boolean left = x - room > 4 && (x + room > frame.right() + 60);
      String fitted =
          Lettering.fit(reference.name(), Sheet.SMALL, left ? x - 8 : frame.right() + 60 - x);
      sheet.text(
          left ? x - 5 : x + 5,
          y,
          fitted,
          Sheet.SMALL,
          left ? Mark.Anchor.END : Mark.Anchor.START,
          Ink.MUTED);
    }
  }
}

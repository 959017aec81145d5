package org.hillock.report.figure;

import java.util.Arrays;
import java.util.List;

/**
 * Amounts made of parts: a bar for each row, its parts one behind the other.
 *
 * @param title read out
 * @param description read out
 * @param label of the axis, with its unit
 * @param parts names of the parts
 * @param rows at least one
 */
public record PartsFigure(
    String title, String description, String label, List<String> parts, List<Row> rows)
    implements Drawable {

  private static final double ROW = 30;
  private static final double BAR = 18;
  private static final double KEY = 20;

  /**
   * One bar.
   *
   * @param name at its left
   * @param sizes of its parts, at least 0
   */
  public record Row(String name, double[] sizes) {
    double whole() {
      return Arrays.stream(sizes).sum();
    }
  }

  public PartsFigure {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    double top = key(sheet, width) + 8;
    double names =
        Math.min(
            0.3 * width,
            rows.stream().mapToDouble(r -> Typeface.width(r.name(), Sheet.TEXT)).max().orElse(0));
    double most = rows.stream().mapToDouble(Row::whole).max().orElse(0);
    LinearScale scale = new LinearScale(0, most > 0 ? most : 1, false);
    Frame frame = new Frame(names + 14, top, width - 14, top + ROW * rows.size());
    frame.across(sheet, scale, label, true);
    for (int r = 0; r < rows.size(); r++) {
      double y = top + r * ROW + (ROW - BAR) / 2;
      String name = Lettering.fit(rows.get(r).name(), Sheet.TEXT, names);
      sheet.text(names + 6, y + BAR - 5, name, Sheet.TEXT, Mark.Anchor.END, Ink.TEXT);
      double from = 0;
      for (int k = 0; k < parts.size(); k++) {
        double to = from + rows.get(r).sizes()[k];
        double x = frame.x(scale, from);
        double w = frame.x(scale, to) - x;
        if (w > 0) {
          sheet.add(new Mark.Box(x, y, w, BAR, 0, Ink.series(k), Ink.PAPER));
        }
        from = to;
      }
    }
    return sheet.figure(width, frame.bottom() + Frame.BELOW, title, description);
  }

  /** What each ink means, in as many lines as are needed. */
  private double key(Sheet sheet, double width) {
    double x = 2;
    double y = 4;
    for (int k = 0; k < parts.size(); k++) {
      double needed = 30 + Typeface.width(parts.get(k), Sheet.TEXT);
      if (x > 2 && x + needed > width) {
        x = 2;
        y += KEY;
      }
      sheet.add(new Mark.Box(x, y, 11, 11, 0, Ink.series(k), Ink.series(k)));
      sheet.text(x + 16, y + 10, parts.get(k));
      x += needed;
    }
    return y + KEY;
  }
}

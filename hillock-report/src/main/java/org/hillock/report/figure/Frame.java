package org.hillock.report.figure;

import java.util.List;

/**
 * The rectangle in which values are drawn, with its axes.
 *
 * @param left px
 * @param top px
 * @param right px
 * @param bottom px
 */
record Frame(double left, double top, double right, double bottom) {

  private static final int LEAST_TICKS = 3;

  private static final int MOST_TICKS = 8;

  /** Room below for the labels of the ticks and the name of the axis. */
  static final double BELOW = 42;

  double x(PlotScale scale, double value) {
    return left + clamp(scale.fraction(value)) * (right - left);
  }

  double y(PlotScale scale, double value) {
    return bottom - clamp(scale.fraction(value)) * (bottom - top);
  }

  private static double clamp(double fraction) {
    return Math.min(1, Math.max(0, fraction));
  }

  /** Ticks, their labels and the axis' name below, with thin lines up through the frame. */
  void across(Sheet sheet, PlotScale scale, String label, boolean grid) {
    int most = (int) Math.max(2, (right - left) / 80);
    List<Tick> ticks = scale.ticks(most);
    // One number alone tells no scale.
    while (ticks.size() < LEAST_TICKS && most < MOST_TICKS) {
      most++;
      ticks = scale.ticks(most);
    }
    double taken = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      double x = x(scale, tick.value());
      if (grid) {
        sheet.line(x, top, x, bottom, Ink.GRID, 1);
      }
      sheet.line(x, bottom, x, bottom + (tick.label().isEmpty() ? 3 : 5), Ink.AXIS, 1);
      double half = Typeface.width(tick.label(), Sheet.SMALL) / 2;
      if (x - half > taken + 4) {
        sheet.text(x, bottom + 17, tick.label(), Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.MUTED);
        taken = x + half;
      }
    }
    sheet.line(left, bottom, right, bottom, Ink.AXIS, 1);
    String fitted = Lettering.fit(label, Sheet.SMALL + 0.5, right - 4);
    double width = Typeface.width(fitted, Sheet.SMALL + 0.5);
    double middle = Math.max((left + right) / 2, 4 + width / 2);
    double at = Math.min(middle, right - width / 2 < 4 + width / 2 ? middle : right - width / 2);
    sheet.text(at, bottom + 35, fitted, Sheet.SMALL + 0.5, Mark.Anchor.MIDDLE, Ink.TEXT);
  }

  /** Ticks and labels at the left, with thin lines across the frame; the name stands above. */
  void upwards(Sheet sheet, PlotScale scale, String label, int most) {
    for (Tick tick : scale.ticks(most)) {
      double y = y(scale, tick.value());
      sheet.line(left, y, right, y, Ink.GRID, 1);
      sheet.text(left - 7, y + 4, tick.label(), Sheet.SMALL, Mark.Anchor.END, Ink.MUTED);
    }
    double from = Math.max(2, left - leftRoom(scale, most));
    String fitted = Lettering.fit(label, Sheet.SMALL + 0.5, right - from);
    sheet.text(from, top - 12, fitted, Sheet.SMALL + 0.5, Mark.Anchor.START, Ink.TEXT);
  }

  /** Room that the labels of {@link #upwards} need at the left. */
  static double leftRoom(PlotScale scale, int most) {
    double widest = 0;
    for (Tick tick : scale.ticks(most)) {
      widest = Math.max(widest, Typeface.width(tick.label(), Sheet.SMALL));
    }
    return widest + 11;
  }
}

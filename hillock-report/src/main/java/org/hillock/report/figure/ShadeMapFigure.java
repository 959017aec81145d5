package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A value for every pair of two amounts, as a field of two tones: below a level, and at it or
 * above.
 *
 * @param title read out
 * @param description read out
 * @param xLabel what runs along, with its unit
 * @param yLabel what runs upwards, with its unit
 * @param x of the columns, equally spaced and ascending
 * @param y of the rows, equally spaced and ascending
 * @param happened by row and column
 * @param yes what it means that it happened
 * @param no what it means that it did not
 */
public record ShadeMapFigure(
    String title,
    String description,
    String xLabel,
    String yLabel,
    double[] x,
    double[] y,
    boolean[][] happened,
    String yes,
    String no)
    implements Drawable {

  private static final double HEIGHT = 260;

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    LinearScale xs = scale(x);
    LinearScale ys = scale(y);
    double left = Frame.leftRoom(ys, 6) + 4;
    Frame frame = new Frame(left, 34, width - 14, 34 + HEIGHT);
    double w = (frame.right() - frame.left()) / x.length;
    double h = HEIGHT / y.length;
    List<Double> corners = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int r = 0; r < y.length; r++) {
      for (int c = 0; c < x.length; c++) {
        List<Double> to = happened[r][c] ? corners : others;
        to.add(frame.left() + c * w);
        to.add(frame.bottom() - (r + 1) * h);
      }
    }
    frame.upwards(sheet, ys, yLabel, 6);
    sheet.add(cells(others, w, h, Ink.SERIES_1, 0.25));
    sheet.add(cells(corners, w, h, Ink.SERIES_2, 0.9));
    frame.across(sheet, xs, xLabel, false);
    double below = frame.bottom() + Frame.BELOW + 8;
    key(sheet, 4, below, Ink.SERIES_2, 0.9, yes);
    key(sheet, 4, below + 20, Ink.SERIES_1, 0.25, no);
    return sheet.figure(width, below + 38, title, description);
  }

  /** From half a step before the first to half a step after the last. */
  private static LinearScale scale(double[] values) {
    double half = (values[values.length - 1] - values[0]) / (values.length - 1) / 2;
    return new LinearScale(values[0] - half, values[values.length - 1] + half, false);
  }

  private static Mark cells(List<Double> corners, double w, double h, Ink ink, double opacity) {
    double[] flat = corners.stream().mapToDouble(Double::doubleValue).toArray();
    return new Mark.Cells(flat, w, h, ink, opacity);
  }

  private static void key(Sheet sheet, double x, double y, Ink ink, double opacity, String text) {
    sheet.add(cells(List.of(x, y), 14, 11, ink, opacity));
    sheet.text(x + 22, y + 10.5, text);
  }
}

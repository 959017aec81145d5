package org.hillock.report.text;

import java.util.Arrays;
import java.util.List;
import org.hillock.lab.plasticity.RulePortrait.Chart;
import org.hillock.lab.plasticity.RulePortrait.Curve;

/** A chart in letters, for the terminal. */
public final class TextPlot {

  private static final int WIDTH = 61;
  private static final int HEIGHT = 13;

  /** One for each curve; they differ in more than colour. */
  private static final char[] MARKS = {'o', '*', '+', 'x'};

  private TextPlot() {}

  /** The chart, line by line. */
  public static String of(Chart chart) {
    double[] xs = range(chart.curves().stream().map(Curve::x).toList());
    double[] ys = range(chart.curves().stream().map(Curve::y).toList());
    ys = new double[] {Math.min(0, ys[0]), Math.max(0, ys[1])};
    char[][] field = new char[HEIGHT][WIDTH];
    for (char[] row : field) {
      Arrays.fill(row, ' ');
    }
    int zero = row(ys, 0);
    Arrays.fill(field[zero], '-');
    if (xs[0] < 0 && xs[1] > 0) {
      for (char[] row : field) {
        row[column(xs, 0)] = '|';
      }
      field[zero][column(xs, 0)] = '+';
    }
    for (int c = 0; c < chart.curves().size(); c++) {
      Curve curve = chart.curves().get(c);
      for (int i = 0; i < curve.x().length; i++) {
        field[row(ys, curve.y()[i])][column(xs, curve.x()[i])] = MARKS[c % MARKS.length];
      }
    }
    return text(chart, xs, ys, zero, field);
  }

  private static String text(Chart chart, double[] xs, double[] ys, int zero, char[][] field) {
    StringBuilder text = new StringBuilder(chart.title()).append('\n');
    text.append("  ").append(chart.yLabel()).append('\n');
    int margin = Math.max(NumberText.number(ys[0]).length(), NumberText.number(ys[1]).length());
    for (int r = 0; r < HEIGHT; r++) {
      String label =
          r == zero
              ? "0"
              : r == 0 ? NumberText.number(ys[1]) : r == HEIGHT - 1 ? NumberText.number(ys[0]) : "";
      text.append("  ").append(" ".repeat(Math.max(0, margin - label.length()))).append(label);
      text.append(' ').append(new String(field[r]).stripTrailing()).append('\n');
    }
    String from = NumberText.number(xs[0]);
    String to = NumberText.number(xs[1]);
    String middle = chart.xLabel();
    int room = Math.max(2, WIDTH - from.length() - to.length() - middle.length());
    text.append(" ".repeat(margin + 3)).append(from).append(" ".repeat(room / 2)).append(middle);
    text.append(" ".repeat(room - room / 2)).append(to).append('\n');
    for (int c = 0; c < chart.curves().size(); c++) {
      text.append(" ".repeat(margin + 3)).append(MARKS[c % MARKS.length]).append("  ");
      text.append(chart.curves().get(c).name()).append('\n');
    }
    return text.toString();
  }

  private static double[] range(List<double[]> all) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] values : all) {
      for (double value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return new double[] {least, most};
  }

  private static int column(double[] xs, double x) {
    return place((x - xs[0]) / (xs[1] - xs[0]), WIDTH);
  }

  private static int row(double[] ys, double y) {
    return HEIGHT - 1 - place((y - ys[0]) / (ys[1] - ys[0]), HEIGHT);
  }

  private static int place(double share, int size) {
    return Math.clamp(Math.round(share * (size - 1)), 0, size - 1);
  }
}

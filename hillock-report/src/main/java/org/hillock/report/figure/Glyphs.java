package org.hillock.report.figure;

/** The marker of each series: its own shape, and filled or hollow, beside its own colour. */
final class Glyphs {

  private static final int SHAPES = 8;

  private Glyphs() {}

  /** Draws the marker of a series around (x, y). */
  static void marker(Sheet sheet, int series, double x, double y, double r) {
    Ink ink = Ink.series(series);
    switch (Math.floorMod(series, SHAPES)) {
      case 0 -> sheet.add(new Mark.Circle(x, y, r, ink, ink));
      case 1 -> area(sheet, ink, x, y, square(r));
      case 2 -> area(sheet, ink, x, y, new double[] {0, -1.25 * r, 1.25 * r, r, -1.25 * r, r});
      case 3 -> area(sheet, ink, x, y, diamond(1.35 * r));
      case 4 -> sheet.add(new Mark.Circle(x, y, r, Ink.PAPER, ink));
      case 5 -> hollow(sheet, ink, x, y, square(r));
      case 6 -> hollow(sheet, ink, x, y, new double[] {0, 1.25 * r, 1.25 * r, -r, -1.25 * r, -r});
      default -> hollow(sheet, ink, x, y, diamond(1.35 * r));
    }
  }

  /** A tick mark for right, a cross for wrong. */
  static void verdict(Sheet sheet, boolean right, double x, double y, double r) {
    if (right) {
      double[] xs = {x - r, x - 0.25 * r, x + r};
      double[] ys = {y + 0.1 * r, y + 0.85 * r, y - 0.85 * r};
      sheet.add(new Mark.Polyline(xs, ys, Ink.RIGHT, 1.8, Dash.SOLID));
    } else {
      double d = 0.8 * r;
      double[] ends = {x - d, y - d, x + d, y + d, x - d, y + d, x + d, y - d};
      sheet.add(new Mark.Segments(ends, Ink.WRONG, 1.8));
    }
  }

  /** An arrow head at (x, y) that points along (dx, dy). */
  static void arrowHead(Sheet sheet, Ink ink, double x, double y, double dx, double dy) {
    double length = Math.hypot(dx, dy);
    double ux = dx / length;
    double uy = dy / length;
    double[] xs = {x, x - 8 * ux - 3.6 * uy, x - 8 * ux + 3.6 * uy};
    double[] ys = {y, y - 8 * uy + 3.6 * ux, y - 8 * uy - 3.6 * ux};
    sheet.add(new Mark.Polygon(xs, ys, ink, 1));
  }

  private static double[] square(double r) {
    double s = 0.92 * r;
    return new double[] {-s, -s, s, -s, s, s, -s, s};
  }

  private static double[] diamond(double r) {
    return new double[] {0, -r, r, 0, 0, r, -r, 0};
  }

  private static void area(Sheet sheet, Ink ink, double x, double y, double[] corners) {
    int n = corners.length / 2;
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = x + corners[2 * i];
      ys[i] = y + corners[2 * i + 1];
    }
    sheet.add(new Mark.Polygon(xs, ys, ink, 1));
  }

  private static void hollow(Sheet sheet, Ink ink, double x, double y, double[] corners) {
    int n = corners.length / 2;
    double[] xs = new double[n + 1];
    double[] ys = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      xs[i] = x + corners[2 * (i % n)];
      ys[i] = y + corners[2 * (i % n) + 1];
    }
    sheet.add(new Mark.Polygon(xs, ys, Ink.PAPER, 1));
    sheet.add(new Mark.Polyline(xs, ys, ink, 1.6, Dash.SOLID));
  }
}

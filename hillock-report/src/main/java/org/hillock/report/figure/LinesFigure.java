package org.hillock.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Curves on shared axes. On wide pages each is named at its end, on narrow ones below.
 *
 * @param title read out
 * @param description read out
 * @param xLabel what runs along, with its unit
 * @param yLabel what is shown, with its unit
 * @param curves at least one
 * @param marked whether every point is marked, not only some to tell curves apart
 */
public record LinesFigure(
    String title,
    String description,
    String xLabel,
    String yLabel,
    List<Curve> curves,
    boolean marked)
    implements Drawable {

  /** From this ratio of largest to smallest the x axis is logarithmic. */
  private static final double LOG_FROM = 500;

  private static final double PLOT_HEIGHT = 250;
  private static final double LINE_HEIGHT = 18;
  private static final int TICKS = 5;

  /** How much a shade covers: little, for they lie on each other. */
  private static final double SHADE = 0.13;

  /** A single curve of so few points shows each of them. */
  private static final int MOST_POINTS_MARKED = 24;

  /**
   * One curve.
   *
   * @param name what it is
   * @param number of its network, for colour and marker
   * @param dash how it is broken
   * @param x as long as y
   * @param low lower edge of the shade around it, as long as y; empty for none
   * @param high the upper edge
   */
  public record Curve(
      String name, int number, Dash dash, double[] x, double[] y, double[] low, double[] high) {

    /** A curve without a shade. */
    public Curve(String name, int number, Dash dash, double[] x, double[] y) {
      this(name, number, dash, x, y, new double[0], new double[0]);
    }
  }

  public LinesFigure {
    curves = List.copyOf(curves);
  }

  /** Curves of which only some points are marked. */
  public LinesFigure(
      String title, String description, String xLabel, String yLabel, List<Curve> curves) {
    this(title, description, xLabel, yLabel, curves, false);
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    PlotScale xs = xScale();
    PlotScale ys = yScale();
    double names = endNames(width);
    double left = Frame.leftRoom(ys, TICKS) + 4;
    Frame frame = new Frame(left, 34, width - (names > 0 ? names : 14), 34 + PLOT_HEIGHT);
    frame.upwards(sheet, ys, yLabel, TICKS);
    frame.across(sheet, xs, xLabel, false);
    curves.forEach(curve -> shade(sheet, frame, xs, ys, curve));
    for (Curve curve : curves) {
      curve(sheet, frame, xs, ys, curve);
    }
    double height = frame.bottom() + Frame.BELOW;
    if (names > 0) {
      nameEnds(sheet, frame, ys, width);
    } else {
      height = nameBelow(sheet, height + 6, width);
    }
    return sheet.figure(width, height, title, description);
  }

  private double endNames(double width) {
    double widest =
        curves.stream().mapToDouble(c -> Typeface.width(c.name(), Sheet.TEXT)).max().orElse(0);
    boolean fits = width >= 560 && widest <= 0.3 * width && curves.size() * 15 < PLOT_HEIGHT;
    return fits ? widest + 32 : 0;
  }

  private PlotScale xScale() {
    double[] all = finite(curves.stream().flatMapToDouble(c -> DoubleStream.of(c.x())));
    double least = DoubleStream.of(all).min().orElse(0);
    double most = DoubleStream.of(all).max().orElse(1);
    double least0 = DoubleStream.of(all).filter(v -> v > 0).min().orElse(1);
    if (least >= 0 && most / least0 >= LOG_FROM) {
      return LogScale.around(all);
    }
    double low = least >= 0 && least < 0.1 * most ? 0 : least;
    return most > low ? new LinearScale(low, most, false) : LinearScale.around(low, low, false);
  }

  private PlotScale yScale() {
    double[] all =
        finite(
            curves.stream()
                .flatMap(c -> Stream.of(c.y(), c.low(), c.high()))
                .flatMapToDouble(DoubleStream::of));
    return LinearScale.around(
        DoubleStream.of(all).min().orElse(0), DoubleStream.of(all).max().orElse(1), false);
  }

  private static double[] finite(DoubleStream values) {
    return values.filter(Double::isFinite).toArray();
  }

  /** Where a curve might as well run: there and back along its edges. */
  private static void shade(Sheet sheet, Frame frame, PlotScale xs, PlotScale ys, Curve curve) {
    int points = curve.low().length;
    if (points < 2) {
      return;
    }
    double[] px = new double[2 * points];
    double[] py = new double[2 * points];
    for (int i = 0; i < points; i++) {
      int back = 2 * points - 1 - i;
      px[i] = frame.x(xs, curve.x()[i]);
      px[back] = px[i];
      py[i] = frame.y(ys, curve.low()[i]);
      py[back] = frame.y(ys, curve.high()[i]);
    }
    if (DoubleStream.concat(DoubleStream.of(px), DoubleStream.of(py)).allMatch(Double::isFinite)) {
      sheet.add(new Mark.Polygon(px, py, Ink.series(curve.number()), SHADE));
    }
  }

  private void curve(Sheet sheet, Frame frame, PlotScale xs, PlotScale ys, Curve curve) {
    int n = 0;
    double[] px = new double[curve.x().length];
    double[] py = new double[curve.x().length];
    for (int i = 0; i < px.length; i++) {
      if (Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i])) {
        px[n] = frame.x(xs, curve.x()[i]);
        py[n++] = frame.y(ys, curve.y()[i]);
      }
    }
    px = java.util.Arrays.copyOf(px, n);
    py = java.util.Arrays.copyOf(py, n);
    sheet.add(new Mark.Polyline(px, py, Ink.series(curve.number()), 1.8, curve.dash()));
    // Markers are kept apart, each series starting elsewhere, so that curves on top of each other
    // can still be told.
    double last = Double.NEGATIVE_INFINITY;
    double apart = marked || curves.size() == 1 && n <= MOST_POINTS_MARKED ? 0 : 46;
    for (int i = 0; i < n; i++) {
      double first = frame.left() + (marked ? 0 : 9 * curve.number());
      double shift = last == Double.NEGATIVE_INFINITY ? first : last + apart;
      if (px[i] >= shift || i == n - 1) {
        Glyphs.marker(sheet, curve.number(), px[i], py[i], 3.6);
        last = px[i];
      }
    }
  }

  private void nameEnds(Sheet sheet, Frame frame, PlotScale ys, double width) {
    double[] wanted = new double[curves.size()];
    for (int i = 0; i < wanted.length; i++) {
      double[] y = finite(DoubleStream.of(curves.get(i).y()));
      wanted[i] = y.length == 0 ? frame.bottom() : frame.y(ys, y[y.length - 1]);
    }
    double[] places = Spread.apart(wanted, 15, frame.top(), frame.bottom());
    for (int i = 0; i < places.length; i++) {
      Curve curve = curves.get(i);
      sheet.line(frame.right() + 4, wanted[i], frame.right() + 12, places[i], Ink.AXIS, 0.8);
      Glyphs.marker(sheet, curve.number(), frame.right() + 18, places[i], 3.6);
      sheet.text(
          frame.right() + 27,
          places[i] + 4.5,
          Lettering.fit(curve.name(), Sheet.TEXT, width - frame.right() - 28));
    }
  }

  private double nameBelow(Sheet sheet, double top, double width) {
    double y = top;
    for (Curve curve : curves) {
      sheet.add(new Mark.Line(2, y + 6, 30, y + 6, Ink.series(curve.number()), 1.8, curve.dash()));
      Glyphs.marker(sheet, curve.number(), 16, y + 6, 3.6);
      for (String line : Lettering.wrap(curve.name(), Sheet.TEXT, width - 42, 2)) {
        sheet.text(38, y + 10.5, line);
        y += LINE_HEIGHT;
      }
    }
    return y + 4;
  }
}

package org.hillock.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.core.quantity.Quantity;

/**
 * Variables over time, a panel for each, one below the other or in two columns where there are
 * many; strokes above a panel are spikes.
 *
 * @param title read out
 * @param panels from top to bottom, at least one
 * @param fromMs start of the time shown, ms
 * @param toMs its end, after {@code fromMs}
 */
public record TracesFigure(String title, List<Panel> panels, double fromMs, double toMs)
    implements Drawable {

  private static final int MOST_IN_ONE_COLUMN = 4;
  private static final double TWO_COLUMNS_FROM = 560;
  private static final double PANEL_HEIGHT = 104;
  private static final double LOW_PANEL_HEIGHT = 76;

  /** From the top of one panel to the bottom of that above: its name, and the spikes. */
  private static final double ABOVE = 40;

  private static final double SPIKE_HEIGHT = 8;
  private static final double GAP = 22;

  /**
   * One variable of one neuron.
   *
   * @param name of neuron and variable, with its unit
   * @param number for its colour
   * @param timesMs ascending, ms
   * @param values as many
   * @param spikesMs when it fired, ms; empty where it does not spike
   */
  public record Panel(
      String name, int number, double[] timesMs, double[] values, double[] spikesMs) {
    public Panel {
      if (timesMs.length != values.length) {
        throw new IllegalArgumentException(
            timesMs.length + " times for " + values.length + " values of " + name);
      }
    }
  }

  public TracesFigure {
    panels = List.copyOf(panels);
    if (panels.isEmpty() || !(toMs > fromMs)) {
      throw new IllegalArgumentException(
          panels.size() + " traces from " + fromMs + " to " + toMs + " ms");
    }
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    int columns = panels.size() > MOST_IN_ONE_COLUMN && width >= TWO_COLUMNS_FROM ? 2 : 1;
    int rows = (panels.size() + columns - 1) / columns;
    double height = rows > 3 ? LOW_PANEL_HEIGHT : PANEL_HEIGHT;
    double labels =
        panels.stream().mapToDouble(p -> Frame.leftRoom(scale(p), 3)).max().orElse(0) + 4;
    double column = (width - 14 - (columns - 1) * GAP) / columns;
    PlotScale time = new LinearScale(fromMs, toMs, false);
    double bottom = 0;
    for (int i = 0; i < panels.size(); i++) {
      double left = (i % columns) * (column + GAP);
      double top = ABOVE + (i / columns) * (height + ABOVE);
      Frame frame = new Frame(left + labels, top, left + column, top + height);
      panel(sheet, frame, left, time, panels.get(i));
      boolean last = i + columns >= panels.size();
      if (last) {
        frame.across(sheet, time, "time (ms)", false);
        bottom = Math.max(bottom, frame.bottom());
      }
    }
    return sheet.figure(width, bottom + Frame.BELOW, title, description());
  }

  private String description() {
    int spikes = panels.stream().mapToInt(p -> p.spikesMs().length).sum();
    return String.format(
        java.util.Locale.ROOT,
        "%s; %s to %s ms; %,d spikes are marked above the curves",
        String.join(", ", panels.stream().map(Panel::name).toList()),
        Quantity.text(fromMs),
        Quantity.text(toMs),
        spikes);
  }

  private static PlotScale scale(Panel panel) {
    double[] finite = DoubleStream.of(panel.values()).filter(Double::isFinite).toArray();
    double least = DoubleStream.of(finite).min().orElse(0);
    double most = DoubleStream.of(finite).max().orElse(1);
    if (most - least <= 1e-6 * Math.max(Math.abs(most), Math.abs(least))) {
      // what stands still is a line in the middle, not rounding blown up
      double room = Math.max(1e-3, 0.05 * Math.abs(most));
      return new LinearScale(most - room, most + room, false);
    }
    double margin = 0.04 * (most - least);
    return new LinearScale(least - margin, most + margin, false);
  }

  private void panel(Sheet sheet, Frame frame, double left, PlotScale time, Panel panel) {
    PlotScale scale = scale(panel);
    Ink ink = Ink.series(panel.number());
    frame.upwards(sheet, scale, "", 3);
    sheet.text(
        left + 4,
        frame.top() - SPIKE_HEIGHT - 10,
        Lettering.fit(panel.name(), Sheet.TEXT, frame.right() - left - 4));
    sheet.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), Ink.AXIS, 1);
    curve(sheet, frame, time, scale, panel, ink);
    double[] ends =
        DoubleStream.of(panel.spikesMs())
            .filter(t -> t >= fromMs && t <= toMs)
            .flatMap(t ->
                DoubleStream.of(
                    frame.x(time, t),
                    frame.top() - SPIKE_HEIGHT - 2,
                    frame.x(time, t),
                    frame.top() - 2))
            .toArray();
    if (ends.length > 0) {
      sheet.add(new Mark.Segments(ends, Ink.TEXT, 1.3));
    }
  }

  /** Within half a px only the least and the largest value are drawn, in their order. */
  private void curve(
      Sheet sheet, Frame frame, PlotScale time, PlotScale scale, Panel panel, Ink ink) {
    double[] xs = new double[2 * panel.values().length];
    double[] ys = new double[xs.length];
    int n = 0;
    int i = 0;
    while (i < panel.values().length) {
      long place = place(frame, time, panel, i);
      int least = i;
      int most = i;
      int next = i;
      while (next < panel.values().length && place(frame, time, panel, next) == place) {
        least = panel.values()[next] < panel.values()[least] ? next : least;
        most = panel.values()[next] > panel.values()[most] ? next : most;
        next++;
      }
      for (int k : least == most ? new int[] {i} : ordered(least, most)) {
        if (Double.isFinite(panel.values()[k]) && panel.timesMs()[k] <= toMs) {
          xs[n] = frame.x(time, panel.timesMs()[k]);
          ys[n++] = frame.y(scale, panel.values()[k]);
        }
      }
      i = next;
    }
    sheet.add(
        new Mark.Polyline(
            java.util.Arrays.copyOf(xs, n), java.util.Arrays.copyOf(ys, n), ink, 1.4, Dash.SOLID));
  }

  private static int[] ordered(int one, int other) {
    return new int[] {Math.min(one, other), Math.max(one, other)};
  }

  private static long place(Frame frame, PlotScale time, Panel panel, int i) {
    return Math.round(2 * frame.x(time, panel.timesMs()[i]));
  }
}

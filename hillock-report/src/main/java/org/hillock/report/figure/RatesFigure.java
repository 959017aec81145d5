package org.hillock.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.core.quantity.Quantity;
import org.hillock.lab.comparison.Raster;

/**
 * Mean firing rate of each population over time, as a histogram.
 *
 * @param lanes from top to bottom, at least one
 * @param fromMs start of the time shown, ms
 * @param toMs its end, after {@code fromMs}
 */
public record RatesFigure(List<Raster.Lane> lanes, double fromMs, double toMs) implements Drawable {

  private static final double LANE_HEIGHT = 62;
  private static final int ABOUT_BINS = 40;

  public RatesFigure {
    lanes = List.copyOf(lanes);
    SpikeTimes.check(lanes, fromMs, toMs);
  }

  public static RatesFigure of(List<Raster.Lane> lanes, double fromMs, double toMs) {
    return new RatesFigure(lanes, fromMs, toMs);
  }

  /** Width of a bin in ms: 1, 2 or 5 times a power of ten, at least 1 ms. */
  public double binMs() {
    return Math.max(1, LinearScale.step(toMs - fromMs, ABOUT_BINS));
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    double bin = binMs();
    int bins = (int) Math.ceil((toMs - fromMs) / bin - 1e-9);
    double[] heights = new double[lanes.size()];
    java.util.Arrays.fill(heights, LANE_HEIGHT);
    PlotScale time = new LinearScale(fromMs, toMs, false);
    double room = 0;
    for (Raster.Lane lane : lanes) {
      room = Math.max(room, Frame.leftRoom(rateScale(lane, bin, bins), 2));
    }
    Lanes places = new Lanes(lanes, heights, width, room, 24);
    String label = "mean rate of the neurons (Hz), bins of " + Quantity.text(bin) + " ms";
    sheet.text(width < 560 ? 8 : 0, 14, label, Sheet.SMALL + 0.5, Mark.Anchor.START, Ink.TEXT);
    places.name(sheet, FigureWords.ENGLISH);
    for (int i = 0; i < lanes.size(); i++) {
      Frame frame = places.frame(i);
      PlotScale rate = rateScale(lanes.get(i), bin, bins);
      frame.upwards(sheet, rate, "", 2);
      histogram(sheet, frame, time, rate, lanes.get(i), bin, bins, Ink.series(i));
    }
    Frame whole = places.whole();
    whole.across(sheet, time, "time (ms)", false);
    return sheet.figure(
        width,
        whole.bottom() + Frame.BELOW,
        "Firing rates of " + lanes.size() + " populations",
        "Mean rate in Hz of each population's neurons over time, in bins of "
            + Quantity.text(bin)
            + " ms");
  }

  private PlotScale rateScale(Raster.Lane lane, double bin, int bins) {
    double most = DoubleStream.of(SpikeTimes.ratesHz(lane, fromMs, bin, bins)).max().orElse(0);
    return LinearScale.around(0, most, false);
  }

  private void histogram(
      Sheet sheet,
      Frame frame,
      PlotScale time,
      PlotScale rate,
      Raster.Lane lane,
      double bin,
      int bins,
      Ink ink) {
    double[] rates = SpikeTimes.ratesHz(lane, fromMs, bin, bins);
    double[] xs = new double[2 * bins + 2];
    double[] ys = new double[2 * bins + 2];
    xs[0] = frame.left();
    ys[0] = frame.bottom();
    for (int i = 0; i < bins; i++) {
      xs[2 * i + 1] = frame.x(time, fromMs + i * bin);
      xs[2 * i + 2] = frame.x(time, fromMs + (i + 1) * bin);
      ys[2 * i + 1] = frame.y(rate, rates[i]);
      ys[2 * i + 2] = ys[2 * i + 1];
    }
    xs[2 * bins + 1] = frame.right();
    ys[2 * bins + 1] = frame.bottom();
    sheet.add(new Mark.Polygon(xs, ys, ink, 0.22));
    sheet.add(new Mark.Polyline(xs, ys, ink, 1.4, Dash.SOLID));
  }
}

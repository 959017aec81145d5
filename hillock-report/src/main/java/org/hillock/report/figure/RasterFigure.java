package org.hillock.report.figure;

import java.util.List;
import org.hillock.lab.comparison.Raster;

/**
 * Which neuron fired when: a row for each neuron, a stroke for each spike, a lane for each
 * population.
 *
 * @param lanes from top to bottom, at least one
 * @param fromMs start of the time shown, ms
 * @param toMs its end, after {@code fromMs}
 * @param title read out
 * @param description read out
 * @param words that it writes by itself
 */
public record RasterFigure(
    List<Raster.Lane> lanes,
    double fromMs,
    double toMs,
    String title,
    String description,
    FigureWords words)
    implements Drawable {

  /** Height in px of the highest and the lowest lane. */
  private static final double MOST = 170;

  private static final double LEAST = 34;

  /** Height in px of a row that has a name beside it. */
  private static final double NAMED_ROW = 12.5;

  /** More neurons than that are drawn without their names. */
  private static final int MOST_NAMED = 64;

  /** Room for a name in px, at most. */
  private static final double NAME_ROOM = 90;

  public RasterFigure {
    lanes = List.copyOf(lanes);
    SpikeTimes.check(lanes, fromMs, toMs);
  }

  public static RasterFigure of(List<Raster.Lane> lanes, double fromMs, double toMs) {
    long spikes =
        lanes.stream()
            .flatMapToDouble(lane -> java.util.stream.DoubleStream.of(lane.timesMs()))
            .filter(t -> t >= fromMs && t <= toMs)
            .count();
    String description =
        String.format(
            java.util.Locale.ROOT,
            "%,d spikes from %s to %s ms; each row is a neuron, each stroke a spike",
            spikes,
            org.hillock.core.quantity.Quantity.text(fromMs),
            org.hillock.core.quantity.Quantity.text(toMs));
    String title = "Spikes of " + lanes.size() + " populations";
    return new RasterFigure(lanes, fromMs, toMs, title, description, FigureWords.ENGLISH);
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    double[] heights =
        lanes.stream()
            .mapToDouble(l ->
                named(l)
                    ? Math.max(LEAST, NAMED_ROW * l.neurons())
                    : Math.min(MOST, Math.max(LEAST, 1.6 * l.neurons())))
            .toArray();
    double room =
        lanes.stream()
            .filter(RasterFigure::named)
            .flatMap(l -> l.names().stream())
            .mapToDouble(name -> Typeface.width(name, Sheet.SMALL) + 8)
            .max()
            .orElse(0);
    Lanes places = new Lanes(lanes, heights, width, Math.min(NAME_ROOM, room), 6);
    PlotScale time = new LinearScale(fromMs, toMs, false);
    places.name(sheet, words);
    for (int i = 0; i < lanes.size(); i++) {
      Frame frame = places.frame(i);
      Ink paper = Ink.BOX;
      sheet.add(
          new Mark.Box(
              frame.left(),
              frame.top(),
              frame.right() - frame.left(),
              heights[i],
              0,
              paper,
              paper));
      names(sheet, frame, lanes.get(i));
      spikes(sheet, frame, time, lanes.get(i), Ink.series(i));
    }
    Frame whole = places.whole();
    whole.across(sheet, time, words.timeMs(), false);
    return sheet.figure(width, whole.bottom() + Frame.BELOW, title, description);
  }

  private static boolean named(Raster.Lane lane) {
    return !lane.names().isEmpty() && lane.neurons() <= MOST_NAMED;
  }

  /** The name of each neuron at the left of its row. */
  private static void names(Sheet sheet, Frame frame, Raster.Lane lane) {
    double row = (frame.bottom() - frame.top()) / lane.neurons();
    for (int n = 0; named(lane) && n < lane.neurons(); n++) {
      String name = Lettering.fit(lane.names().get(n), Sheet.SMALL, NAME_ROOM - 6);
      double y = frame.top() + row * (n + 0.5) + 4;
      sheet.text(frame.left() - 4, y, name, Sheet.SMALL, Mark.Anchor.END, Ink.MUTED);
    }
  }

  private void spikes(Sheet sheet, Frame frame, PlotScale time, Raster.Lane lane, Ink ink) {
    double row = (frame.bottom() - frame.top()) / lane.neurons();
    double stroke = Math.max(row, 1.6);
    double[] ends = new double[4 * lane.timesMs().length];
    int n = 0;
    for (int k = 0; k < lane.timesMs().length; k++) {
      double t = lane.timesMs()[k];
      if (t < fromMs || t > toMs) {
        continue;
      }
      double x = frame.x(time, t);
      double y = frame.top() + row * (lane.neuron()[k] + 0.5);
      ends[n++] = x;
      ends[n++] = Math.max(frame.top(), y - stroke / 2);
      ends[n++] = x;
      ends[n++] = Math.min(frame.bottom(), y + stroke / 2);
    }
    sheet.add(new Mark.Segments(java.util.Arrays.copyOf(ends, n), ink, 1.3));
  }
}

package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hillock.lab.axis.AxisDefinition;

/**
 * Small multiples: for each axis a line on which the networks lie as markers, between anchors that
 * are named at ticks below it. As many beside each other as the width allows.
 *
 * @param title read out
 * @param description read out
 * @param networks names, in the order of their colours and markers
 * @param anchors what the words at the ticks stand for
 * @param panels one for each axis
 */
public record PlacesFigure(
    String title,
    String description,
    List<String> networks,
    List<Anchor> anchors,
    List<Panel> panels)
    implements Drawable {

  private static final double GAP = 30;
  private static final double LINE = 15;
  private static final double MARK = 4.6;

  /** Markers that are nearer than that stand above each other. */
  private static final double APART = 11;

  private static final double LEAST_WIDTH = 210;

  /**
   * An anchor.
   *
   * @param mark at its ticks
   * @param name what it is
   */
  public record Anchor(String mark, String name) {}

  /** From where to where a value might as well lie. */
  public record Around(double low, double high) {}

  /**
   * An axis.
   *
   * @param title above its line
   * @param scale how its values lie
   * @param networks values, in their order; empty where it is not defined
   * @param intervals around them, in the same order; empty where there is none
   * @param anchors the same of the anchors
   */
  public record Panel(
      String title,
      AxisDefinition.Scale scale,
      List<OptionalDouble> networks,
      List<Optional<Around>> intervals,
      List<OptionalDouble> anchors) {
    public Panel {
      intervals = List.copyOf(intervals);
      networks = List.copyOf(networks);
      anchors = List.copyOf(anchors);
    }
  }

  public PlacesFigure {
    networks = List.copyOf(networks);
    anchors = List.copyOf(anchors);
    panels = List.copyOf(panels);
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    double y = key(sheet, width) + 12;
    int columns = (int) Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
    double own = (width - (columns - 1) * GAP) / columns;
    for (int first = 0; first < panels.size(); first += columns) {
      List<Panel> row = panels.subList(first, Math.min(panels.size(), first + columns));
      double above = row.stream().mapToDouble(p -> above(p, own)).max().orElse(0);
      double deepest = y;
      for (int i = 0; i < row.size(); i++) {
        deepest = Math.max(deepest, panel(sheet, row.get(i), i * (own + GAP), y, own, above));
      }
      y = deepest + 20;
    }
    return sheet.figure(width, y, title, description);
  }

  private double key(Sheet sheet, double width) {
    double x = 0;
    double y = 8;
    for (int i = 0; i < networks.size(); i++) {
      String name = Lettering.fit(networks.get(i), Sheet.TEXT, width - 24);
      double room = 20 + Typeface.width(name, Sheet.TEXT) + 18;
      if (x > 0 && x + room > width) {
        x = 0;
        y += 19;
      }
      Glyphs.marker(sheet, i, x + 7, y, MARK);
      sheet.text(x + 18, y + 4.5, name);
      x += room;
    }
    y += 10;
    for (Anchor anchor : anchors) {
      String text = anchor.mark() + ": " + anchor.name();
      for (String line : Lettering.wrap(text, Sheet.SMALL, width - 12, 2)) {
        y += LINE;
        sheet.text(10, y, line, Sheet.SMALL, Mark.Anchor.START, Ink.MUTED);
      }
      sheet.line(4, y - 9, 4, y + 1, Ink.AXIS, 1.6);
    }
    return y + 8;
  }

  private static PlotScale scale(Panel panel) {
    double[] values =
        DoubleStream.concat(
                Stream.concat(panel.networks().stream(), panel.anchors().stream())
                    .flatMapToDouble(OptionalDouble::stream),
                panel.intervals().stream()
                    .flatMap(Optional::stream)
                    .flatMapToDouble(a -> DoubleStream.of(a.low(), a.high()))
                    .filter(end -> AxisScale.holds(panel.scale(), end)))
            .toArray();
    double[] all =
        panel.scale() == AxisDefinition.Scale.SHARE
            ? DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(0, 1)).toArray()
            : values;
    return AxisScale.of(panel.scale(), all);
  }

  /** A value on a line. */
  private record Place(int number, double x) {}

  private static List<Place> places(List<OptionalDouble> values, PlotScale scale, double width) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        double at = Math.clamp(scale.fraction(values.get(i).getAsDouble()), 0.0, 1.0);
        places.add(new Place(i, 6 + at * (width - 12)));
      }
    }
    return places;
  }

  /** In which row above the line each stands, so that none hides another. */
  private static int[] rows(List<Place> places) {
    int[] rows = new int[places.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < i; k++) {
        if (Math.abs(places.get(k).x() - places.get(i).x()) < APART && rows[k] >= rows[i]) {
          rows[i] = rows[k] + 1;
        }
      }
    }
    return rows;
  }

  private static double above(Panel panel, double width) {
    int highest = 0;
    for (int row : rows(places(panel.networks(), scale(panel), width))) {
      highest = Math.max(highest, row);
    }
    return 30 + APART * highest;
  }

  /** Where it ends below. */
  private double panel(
      Sheet sheet, Panel panel, double left, double top, double width, double above) {
    String name = Lettering.fit(panel.title(), Sheet.TEXT + 0.5, width);
    sheet.text(left, top + 12, name, Sheet.TEXT + 0.5, Mark.Anchor.START, Ink.TEXT);
    boolean any =
        Stream.concat(panel.networks().stream(), panel.anchors().stream())
            .anyMatch(OptionalDouble::isPresent);
    double line = top + above + 8;
    if (!any) {
      sheet.text(left, line, "not defined", Sheet.SMALL, Mark.Anchor.START, Ink.MUTED);
      return line + 6;
    }
    PlotScale scale = scale(panel);
    sheet.line(left + 6, line, left + width - 6, line, Ink.AXIS, 1.4);
    List<Mark.Text> words = new ArrayList<>(ends(sheet, scale, left, line, width));
    double below = anchors(sheet, words, panel, scale, left, line, width);
    words.forEach(word -> write(sheet, word));
    List<Place> places = places(panel.networks(), scale, width);
    int[] rows = rows(places);
    for (int i = 0; i < rows.length; i++) {
      Place place = places.get(i);
      double y = line - 8 - APART * rows[i];
      interval(sheet, panel, scale, place.number(), left, y, width);
      Glyphs.marker(sheet, place.number(), left + place.x(), y, MARK);
    }
    return undefined(sheet, panel, left, below);
  }

  /** A thin bar behind a marker. */
  private static void interval(
      Sheet sheet, Panel panel, PlotScale scale, int number, double left, double y, double width) {
    panel
        .intervals()
        .get(number)
        .ifPresent(around -> {
          double from = Math.clamp(AxisScale.fraction(scale, around.low()), 0.0, 1.0);
          double to = Math.clamp(AxisScale.fraction(scale, around.high()), 0.0, 1.0);
          double start = left + 6;
          double room = width - 12;
          sheet.line(start + from * room, y, start + to * room, y, Ink.series(number), 1.6);
        });
  }

  /** The values at both ends of the line. */
  private static List<Mark.Text> ends(
      Sheet sheet, PlotScale scale, double left, double line, double width) {
    List<Mark.Text> words = new ArrayList<>();
    List<Tick> ticks = scale.ticks(6).stream().filter(t -> !t.label().isEmpty()).toList();
    Tick first = ticks.getFirst();
    Tick last = ticks.getLast();
    for (Tick tick : List.of(first, last)) {
      double x = left + 6 + Math.clamp(scale.fraction(tick.value()), 0.0, 1.0) * (width - 12);
      sheet.line(x, line - 3, x, line + 3, Ink.AXIS, 1);
      double half = Typeface.width(tick.label(), Sheet.SMALL) / 2;
      double at = Math.clamp(x, left + half, left + width - half);
      words.add(word(at, line + 15, tick.label(), Ink.MUTED));
    }
    return words;
  }

  private static Mark.Text word(double x, double y, String text, Ink ink) {
    return new Mark.Text(x, y, text, Sheet.SMALL, Mark.Anchor.MIDDLE, ink);
  }

  /** Ticks run behind words, not through them. */
  private static void write(Sheet sheet, Mark.Text word) {
    double half = Typeface.width(word.text(), Sheet.SMALL) / 2 + 1;
    double[] xs = {word.x() - half, word.x() + half, word.x() + half, word.x() - half};
    double[] ys = {word.y() - 10, word.y() - 10, word.y() + 3, word.y() + 3};
    sheet.add(new Mark.Polygon(xs, ys, Ink.PAPER, 1));
    sheet.add(word);
  }

  /** Where they end below: words that would run into each other stand in rows of their own. */
  private double anchors(
      Sheet sheet,
      List<Mark.Text> words,
      Panel panel,
      PlotScale scale,
      double left,
      double line,
      double width) {
    List<Place> places = new ArrayList<>(places(panel.anchors(), scale, width));
    places.sort(Comparator.comparingDouble(Place::x));
    List<Double> taken = new ArrayList<>();
    for (Place place : places) {
      String mark = anchors.get(place.number()).mark();
      double half = Typeface.width(mark, Sheet.SMALL) / 2;
      double at = Math.clamp(left + place.x(), left + half, left + width - half);
      int row = 0;
      while (row < taken.size() && taken.get(row) > at - half - 5) {
        row++;
      }
      if (row == taken.size()) {
        taken.add(0.0);
      }
      taken.set(row, at + half);
      double y = line + 29 + LINE * row;
      double x = left + place.x();
      sheet.line(x, line, x, y - 10, Ink.AXIS, 1.6);
      words.add(word(at, y, mark, Ink.TEXT));
    }
    return line + 16 + LINE * taken.size();
  }

  private double undefined(Sheet sheet, Panel panel, double left, double top) {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < panel.networks().size(); i++) {
      if (panel.networks().get(i).isEmpty()) {
        missing.add(i);
      }
    }
    if (missing.isEmpty()) {
      return top + 2;
    }
    String text = "not defined:";
    sheet.text(left, top + 16, text, Sheet.SMALL, Mark.Anchor.START, Ink.MUTED);
    double x = left + Typeface.width(text, Sheet.SMALL) + 12;
    for (int number : missing) {
      Glyphs.marker(sheet, number, x, top + 12, MARK - 0.6);
      x += 14;
    }
    return top + 20;
  }
}

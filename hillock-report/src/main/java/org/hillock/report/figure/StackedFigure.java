package org.hillock.report.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Several drawings, one below the other, each under its own heading.
 *
 * @param title read out
 * @param parts from top to bottom, at least one
 */
public record StackedFigure(String title, List<Part> parts) implements Drawable {

  private static final double HEADING = 26;
  private static final double GAP = 14;

  /** One drawing. */
  public record Part(String heading, Drawable drawing) {}

  public StackedFigure {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a stack of no drawings");
    }
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    double top = 0;
    for (Part part : parts) {
      for (String line : Lettering.wrap(part.heading(), Sheet.TEXT + 1, width - 4, 2)) {
        sheet.text(2, top + 16, line, Sheet.TEXT + 1, Mark.Anchor.START, Ink.TEXT);
        top += HEADING;
      }
      Figure figure = part.drawing().at(width);
      double down = top;
      figure.marks().forEach(mark -> sheet.add(moved(mark, down)));
      top += figure.height() + GAP;
    }
    return sheet.figure(
        width,
        top - GAP,
        title,
        parts.stream().map(Part::heading).collect(Collectors.joining("; ")));
  }

  private static Mark moved(Mark mark, double down) {
    return switch (mark) {
      case Mark.Line m ->
          new Mark.Line(m.x1(), m.y1() + down, m.x2(), m.y2() + down, m.ink(), m.width(), m.dash());
      case Mark.Polyline m ->
          new Mark.Polyline(m.xs(), moved(m.ys(), 0, 1, down), m.ink(), m.width(), m.dash());
      case Mark.Polygon m ->
          new Mark.Polygon(m.xs(), moved(m.ys(), 0, 1, down), m.fill(), m.opacity());
      case Mark.Box m ->
          new Mark.Box(
              m.x(), m.y() + down, m.width(), m.height(), m.radius(), m.fill(), m.outline());
      case Mark.Circle m -> new Mark.Circle(m.x(), m.y() + down, m.radius(), m.fill(), m.outline());
      case Mark.Segments m -> new Mark.Segments(moved(m.ends(), 1, 2, down), m.ink(), m.width());
      case Mark.Cells m ->
          new Mark.Cells(
              moved(m.corners(), 1, 2, down), m.width(), m.height(), m.fill(), m.opacity());
      case Mark.Text m ->
          new Mark.Text(m.x(), m.y() + down, m.text(), m.size(), m.anchor(), m.ink());
    };
  }

  private static double[] moved(double[] numbers, int from, int each, double down) {
    double[] all = numbers.clone();
    for (int i = from; i < all.length; i += each) {
      all[i] += down;
    }
    return all;
  }
}

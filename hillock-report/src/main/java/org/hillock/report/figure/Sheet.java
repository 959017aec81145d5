package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;

/** Collects the marks of one figure while it is laid out. */
final class Sheet {

  /** Size of letters in px. */
  static final double TEXT = 13;

  static final double SMALL = 11.5;

  private final List<Mark> marks = new ArrayList<>();

  void add(Mark mark) {
    marks.add(mark);
  }

  void line(double x1, double y1, double x2, double y2, Ink ink, double width) {
    add(new Mark.Line(x1, y1, x2, y2, ink, width, Dash.SOLID));
  }

  void text(double x, double y, String text) {
    text(x, y, text, TEXT, Mark.Anchor.START, Ink.TEXT);
  }

  void text(double x, double y, String text, double size, Mark.Anchor anchor, Ink ink) {
    if (!text.isEmpty()) {
      add(new Mark.Text(x, y, text, size, anchor, ink));
    }
  }

  /** What was collected; texts that would reach over an edge at the left or right are moved in. */
  Figure figure(double width, double height, String title, String description) {
    return new Figure(
        width, height, title, description, marks.stream().map(m -> inside(m, width)).toList());
  }

  private static Mark inside(Mark mark, double width) {
    if (!(mark instanceof Mark.Text text)) {
      return mark;
    }
    double over = Math.max(0, text.right() - width) - Math.max(0, -text.left());
    return over == 0
        ? text
        : new Mark.Text(
            text.x() - over, text.y(), text.text(), text.size(), text.anchor(), text.ink());
  }
}

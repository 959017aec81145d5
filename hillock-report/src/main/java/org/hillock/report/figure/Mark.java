package org.hillock.report.figure;

/**
 * One thing in a figure. Places and lengths are in px, y grows downwards. Arrays are not copied;
 * treat them as read-only.
 */
public sealed interface Mark {

  /** A straight line. */
  record Line(double x1, double y1, double x2, double y2, Ink ink, double width, Dash dash)
      implements Mark {}

  /** An open line through points. */
  record Polyline(double[] xs, double[] ys, Ink ink, double width, Dash dash) implements Mark {}

  /** A filled area; {@code opacity} 0..1. */
  record Polygon(double[] xs, double[] ys, Ink fill, double opacity) implements Mark {}

  /** A filled rectangle with a thin outline and round corners. */
  record Box(double x, double y, double width, double height, double radius, Ink fill, Ink outline)
      implements Mark {}

  /** A filled circle with an outline. */
  record Circle(double x, double y, double radius, Ink fill, Ink outline) implements Mark {}

  /** Many short lines at once, four numbers each: x1, y1, x2, y2. */
  record Segments(double[] ends, Ink ink, double width) implements Mark {}

  /** Many rectangles of one size and tone, two numbers each: left, top; {@code opacity} 0..1. */
  record Cells(double[] corners, double width, double height, Ink fill, double opacity)
      implements Mark {}

  /** A line of text on its baseline. */
  record Text(double x, double y, String text, double size, Anchor anchor, Ink ink)
      implements Mark {

    /** Where its first letter begins, in px. */
    public double left() {
      double width = Typeface.width(text, size);
      return switch (anchor) {
        case START -> x;
        case MIDDLE -> x - width / 2;
        case END -> x - width;
      };
    }

    /** Where its last letter ends, in px. */
    public double right() {
      return left() + Typeface.width(text, size);
    }
  }

  /** Which end of a text its place is. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}

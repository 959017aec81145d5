package org.hillock.report.figure;

/**
 * What the shades of a figure mean.
 *
 * @param low value of the lowest shade
 * @param high value of the highest shade, above {@code low}
 * @param label what is shown, with its unit
 */
public record ColourBar(double low, double high, String label) implements Drawable {

  /** Height with ticks and label, in px. */
  static final double HEIGHT = 52;

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    draw(sheet, 20, 4, width - 40);
    return sheet.figure(width, 4 + HEIGHT, label, "from " + low + " to " + high);
  }

  Ink ink(double value) {
    return Ink.shade((value - low) / (high - low));
  }

  void draw(Sheet sheet, double left, double top, double width) {
    double step = width / Ink.SHADES;
    for (int i = 0; i < Ink.SHADES; i++) {
      double[] xs = {left + i * step, left + (i + 1) * step + 0.3};
      double[] cx = {xs[0], xs[1], xs[1], xs[0]};
      double[] cy = {top, top, top + 11, top + 11};
      sheet.add(new Mark.Polygon(cx, cy, Ink.shade((i + 0.5) / Ink.SHADES), 1));
    }
    new Frame(left, top, left + width, top + 11)
        .across(sheet, new LinearScale(low, high, false), label, false);
  }
}

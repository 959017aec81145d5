package org.hillock.report.figure;

import java.util.List;
import java.util.TreeMap;
import org.hillock.lab.comparison.Comparison.Example;

/**
 * Images with what each network said they are: a tick for right, a cross for wrong.
 *
 * @param examples at least one
 * @param networks names in the order of their colours and markers
 */
public record ExamplesFigure(List<Example> examples, List<String> networks) implements Drawable {

  private static final double IMAGE = 80;
  private static final double CARD = 100;
  private static final double LINE = 18;
  private static final int TONES = 16;

  public ExamplesFigure {
    examples = List.copyOf(examples);
    networks = List.copyOf(networks);
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    int columns = (int) Math.max(1, Math.floor((width + CARD - IMAGE) / CARD));
    double cardHeight = IMAGE + 26 + LINE * networks.size() + 16;
    double y = 2;
    double spare = (width - columns * CARD + (CARD - IMAGE)) / Math.max(1, columns - 1);
    for (int i = 0; i < examples.size(); i++) {
      double x = 1 + (i % columns) * (CARD + Math.min(spare, 12));
      y = 2 + (double) (i / columns) * cardHeight;
      card(sheet, examples.get(i), x, y);
    }
    y += cardHeight;
    for (int n = 0; n < networks.size(); n++) {
      Glyphs.marker(sheet, n, 8, y + 2, 4);
      sheet.text(19, y + 6.5, Lettering.fit(networks.get(n), Sheet.TEXT, width - 24));
      y += LINE;
    }
    Glyphs.verdict(sheet, true, 8, y + 2, 5);
    sheet.text(19, y + 6.5, "right", Sheet.TEXT, Mark.Anchor.START, Ink.MUTED);
    Glyphs.verdict(sheet, false, 64, y + 2, 5);
    sheet.text(75, y + 6.5, "wrong", Sheet.TEXT, Mark.Anchor.START, Ink.MUTED);
    String title = examples.size() + " images and what each network said";
    return sheet.figure(width, y + 16, title, "The answers stand in the table below the figure");
  }

  private void card(Sheet sheet, Example example, double x, double y) {
    image(sheet, example, x, y, IMAGE);
    sheet.text(
        x, y + IMAGE + 16, "is a " + example.label(), Sheet.TEXT, Mark.Anchor.START, Ink.MUTED);
    for (int n = 0; n < networks.size(); n++) {
      Integer answer = example.answers().get(networks.get(n));
      double line = y + IMAGE + 30 + LINE * n;
      Glyphs.marker(sheet, n, x + 6, line, 4);
      sheet.text(x + 18, line + 4.5, answer == null ? "–" : answer.toString());
      if (answer != null) {
        double after = x + 26 + Typeface.width(answer.toString(), Sheet.TEXT);
        Glyphs.verdict(sheet, answer == example.label(), after, line, 4.5);
      }
    }
  }

  /** Draws pixels as squares of 16 tones, crisp at any size. */
  static void image(Sheet sheet, Example image, double x, double y, double size) {
    double cell = size / Math.max(image.height(), image.width());
    sheet.add(
        new Mark.Box(x, y, cell * image.width(), cell * image.height(), 0, Ink.BOX, Ink.GRID));
    TreeMap<Integer, java.util.List<Double>> byTone = new TreeMap<>();
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        float value = image.pixels()[row * image.width() + column];
        int tone = Math.round(Math.clamp(value, 0f, 1f) * TONES);
        if (tone > 0) {
          List<Double> corners = byTone.computeIfAbsent(tone, t -> new java.util.ArrayList<>());
          corners.add(x + column * cell);
          corners.add(y + row * cell);
        }
      }
    }
    byTone.forEach((tone, corners) -> {
      double[] flat = corners.stream().mapToDouble(Double::doubleValue).toArray();
      sheet.add(new Mark.Cells(flat, cell, cell, Ink.TEXT, (double) tone / TONES));
    });
  }
}

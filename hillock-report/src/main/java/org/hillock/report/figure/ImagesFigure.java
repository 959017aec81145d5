package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Small images side by side, in as many rows as the width makes, each with its name below.
 *
 * @param title read out
 * @param description read out
 * @param along what runs along from image to image; may be empty
 * @param images at least one
 */
public record ImagesFigure(String title, String description, String along, List<Image> images)
    implements Drawable {

  private static final double MOST_SIDE = 104;
  private static final double GAP = 14;
  private static final double LINE = 16;
  private static final int TONES = 16;
  private static final int MOST_LINES = 3;

  /**
   * An image.
   *
   * @param pixels 0..1, row by row
   */
  public record Image(String name, int height, int width, float[] pixels) {}

  public ImagesFigure {
    images = List.copyOf(images);
  }

  @Override
  public Figure at(double across) {
    Sheet sheet = new Sheet();
    int inRow = Math.min(images.size(), across < 560 ? 3 : 6);
    double side = Math.min(MOST_SIDE, (across - 4) / inRow - GAP);
    double y = 4;
    for (int first = 0; first < images.size(); first += inRow) {
      List<Image> row = images.subList(first, Math.min(images.size(), first + inRow));
      double deepest = 0;
      for (int i = 0; i < row.size(); i++) {
        double x = 2 + i * (side + GAP);
        deepest = Math.max(deepest, card(sheet, row.get(i), x, y, side));
      }
      y = deepest + GAP;
    }
    if (!along.isEmpty()) {
      String fitted = Lettering.fit(along + " →", Sheet.SMALL, across - 4);
      sheet.text(2, y + 6, fitted, Sheet.SMALL, Mark.Anchor.START, Ink.MUTED);
      y += 14;
    }
    return sheet.figure(across, y, title, description);
  }

  /** Where it ends below. */
  private static double card(Sheet sheet, Image image, double x, double y, double side) {
    pixels(sheet, image, x, y, side);
    double cell = side / Math.max(image.height(), image.width());
    double below = y + cell * image.height();
    List<String> lines = Lettering.wrap(image.name(), Sheet.TEXT, side + GAP - 4, MOST_LINES);
    for (String line : lines) {
      below += LINE;
      sheet.text(x, below, line);
    }
    return below;
  }

  /** Squares of so many tones, crisp at any size. */
  private static void pixels(Sheet sheet, Image image, double x, double y, double side) {
    double cell = side / Math.max(image.height(), image.width());
    sheet.add(
        new Mark.Box(x, y, cell * image.width(), cell * image.height(), 0, Ink.BOX, Ink.GRID));
    TreeMap<Integer, List<Double>> byTone = new TreeMap<>();
    for (int i = 0; i < image.height() * image.width(); i++) {
      int tone = Math.round(Math.clamp(image.pixels()[i], 0f, 1f) * TONES);
      if (tone > 0) {
        List<Double> corners = byTone.computeIfAbsent(tone, t -> new ArrayList<>());
        corners.add(x + i % image.width() * cell);
        corners.add(y + (double) (i / image.width()) * cell);
      }
    }
    byTone.forEach((tone, corners) -> {
      double[] flat = corners.stream().mapToDouble(Double::doubleValue).toArray();
      sheet.add(new Mark.Cells(flat, cell, cell, Ink.TEXT, (double) tone / TONES));
    });
  }
}

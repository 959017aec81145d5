package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A matrix of values as shades, with a bar that tells what they mean. Names of columns that have no
 * room are numbered and listed below.
 *
 * @param title read out
 * @param description read out
 * @param xLabel what the columns are; may be empty
 * @param yLabel what the rows are; may be empty
 * @param rows names from top to bottom
 * @param columns names from left to right
 * @param values by row and column; without a value a cell stays empty
 * @param bar what the shades mean
 */
public record ShadesFigure(
    String title,
    String description,
    String xLabel,
    String yLabel,
    List<String> rows,
    List<String> columns,
    double[][] values,
    ColourBar bar)
    implements Drawable {

  private static final double MOST_CELL_HEIGHT = 34;
  private static final double LEAST_CELL_HEIGHT = 3;
  private static final double HEIGHT = 300;
  private static final double LINE = 17;
  private static final double COLUMN_LINE = 14;
  private static final int COLUMN_LINES = 3;

  /** Rows that are lower than that are not all named. */
  private static final double NAMED_HEIGHT = 15;

  public ShadesFigure {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    if (values.length != rows.size()) {
      throw new IllegalArgumentException(values.length + " rows of values, " + rows.size());
    }
    for (double[] row : values) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(row.length + " values in " + columns.size());
      }
    }
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    double widest = rows.stream().mapToDouble(r -> Typeface.width(r, Sheet.TEXT)).max().orElse(0);
    double left = Math.min(widest + 10, (width < 560 ? 0.36 : 0.3) * width);
    double top = yLabel.isEmpty() ? 6 : 26;
    double h = Math.clamp(HEIGHT / rows.size(), LEAST_CELL_HEIGHT, MOST_CELL_HEIGHT);
    double w = Math.min((width - left - 8) / columns.size(), 2.6 * Math.max(h, 26));
    sheet.text(0, 14, Lettering.fit(yLabel, Sheet.SMALL + 0.5, width - 4));
    cells(sheet, left, top, w, h);
    nameRows(sheet, left, top, h);
    double y = nameColumns(sheet, left, top + h * rows.size(), w, width);
    double barWidth = Math.min(360, width - 40);
    bar.draw(sheet, 20, y + 10, barWidth);
    return sheet.figure(width, y + 14 + ColourBar.HEIGHT, title, description);
  }

  private void cells(Sheet sheet, double left, double top, double w, double h) {
    double gap = Math.min(w, h) > 12 ? 1 : 0;
    sheet.add(new Mark.Box(left, top, w * columns.size(), h * rows.size(), 0, Ink.BOX, Ink.GRID));
    TreeMap<Ink, List<Double>> byInk = new TreeMap<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        if (Double.isFinite(values[r][c])) {
          List<Double> corners =
              byInk.computeIfAbsent(bar.ink(values[r][c]), _ -> new ArrayList<>());
          corners.add(left + c * w + gap / 2);
          corners.add(top + r * h + gap / 2);
        }
      }
    }
    byInk.forEach((ink, corners) -> {
      double[] flat = corners.stream().mapToDouble(Double::doubleValue).toArray();
      sheet.add(new Mark.Cells(flat, w - gap, h - gap, ink, 1));
    });
  }

  private void nameRows(Sheet sheet, double left, double top, double h) {
    int every = (int) Math.ceil(NAMED_HEIGHT / h);
    for (int r = 0; r < rows.size(); r += every) {
      String name = Lettering.fit(rows.get(r), Sheet.TEXT, left - 8);
      double y = top + (r + 0.5) * h + 4.5;
      sheet.text(left - 7, y, name, Sheet.TEXT, Mark.Anchor.END, Ink.TEXT);
    }
  }

  /** Where it ends below. */
  private double nameColumns(Sheet sheet, double left, double top, double w, double width) {
    double widest =
        columns.stream().mapToDouble(c -> Typeface.width(c, Sheet.SMALL)).max().orElse(0);
    boolean numbers = columns.stream().allMatch(c -> c.matches("[−-]?[0-9.,]+ ?[a-zA-Z%]*"));
    boolean fits = numbers ? widest + 4 <= w : columns.stream().allMatch(c -> fits(c, w));
    // A column of time or of amounts needs not every number; names need all of them.
    int every = fits || !numbers ? 1 : (int) Math.ceil((widest + 6) / w);
    boolean listed = !fits && !numbers;
    double y = top + 20;
    for (int c = 0; c < columns.size(); c += every) {
      List<String> name = listed ? List.of(Integer.toString(c + 1)) : wrapped(columns.get(c), w);
      if (!listed || w >= 14 || (c + 1) % 5 == 0 || c == 0) {
        double x = left + (c + 0.5) * w;
        for (int i = 0; i < name.size(); i++) {
          double down = top + 15 + COLUMN_LINE * i;
          sheet.text(x, down, name.get(i), Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.MUTED);
          y = Math.max(y, down + 5);
        }
      }
    }
    if (!xLabel.isEmpty()) {
      String fitted = Lettering.fit(xLabel, Sheet.SMALL + 0.5, width - 4);
      double half = Typeface.width(fitted, Sheet.SMALL + 0.5) / 2;
      double middle = Math.clamp(left + w * columns.size() / 2, half + 2, width - half - 2);
      sheet.text(middle, y + 13, fitted, Sheet.SMALL + 0.5, Mark.Anchor.MIDDLE, Ink.TEXT);
      y += 20;
    }
    return listed ? list(sheet, y + 4, width) : y;
  }

  /** Whether a name can be written below its column, in a few lines. */
  private static boolean fits(String name, double w) {
    return Arrays.stream(name.split(" "))
            .allMatch(part -> Typeface.width(part, Sheet.SMALL) <= w - 6)
        && Lettering.wrap(name, Sheet.SMALL, w - 6, Integer.MAX_VALUE).size() <= COLUMN_LINES;
  }

  private static List<String> wrapped(String name, double w) {
    boolean one = Typeface.width(name, Sheet.SMALL) <= w - 4 || !fits(name, w);
    return one ? List.of(name) : Lettering.wrap(name, Sheet.SMALL, w - 6, COLUMN_LINES);
  }

  private double list(Sheet sheet, double top, double width) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < columns.size(); c++) {
      // What belongs together is not broken.
      String name = columns.get(c).replace(' ', '\u00a0');
      text.append(c == 0 ? "" : " ").append(c + 1).append('\u00a0').append(name);
      text.append(c == columns.size() - 1 ? "" : ",");
    }
    double y = top;
    for (String line : Lettering.wrap(text.toString(), Sheet.TEXT, width - 4, columns.size())) {
      sheet.text(0, y + 12, line.replace('\u00a0', ' '));
      y += LINE;
    }
    return y + 2;
  }
}

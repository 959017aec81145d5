package org.hillock.report.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.hillock.lab.analysis.Fields;
import org.hillock.lab.analysis.ReceptiveField;

/**
 * Receptive fields as pictures: pixels that raise a neuron's response in one ink, those that lower
 * it in another, the stronger beside the strongest of its neuron the darker.
 *
 * @param height rows of a picture
 * @param width columns
 * @param names below each picture
 * @param pictures as many
 */
public record FieldsFigure(int height, int width, List<String> names, List<double[]> pictures)
    implements Drawable {

  private static final int MOST_IN_ROW = 8;
  private static final int FEWEST_IN_ROW = 4;
  private static final double GAP = 10;
  private static final double NAME = 18;
  private static final int TONES = 8;
  private static final Ink RAISES = Ink.SERIES_1;
  private static final Ink LOWERS = Ink.SERIES_2;

  public FieldsFigure {
    names = List.copyOf(names);
    pictures = List.copyOf(pictures);
  }

  /** The fields, each with its likeness to the weights where it has some. */
  public static FieldsFigure of(Fields fields) {
    return new FieldsFigure(
        fields.height(),
        fields.width(),
        fields.neurons().stream().map(FieldsFigure::name).toList(),
        fields.neurons().stream().map(ReceptiveField::field).toList());
  }

  private static String name(ReceptiveField field) {
    return Double.isNaN(field.agreement())
        ? Integer.toString(field.neuron())
        : String.format(java.util.Locale.ROOT, "%d · r %.2f", field.neuron(), field.agreement());
  }

  @Override
  public Figure at(double across) {
    Sheet sheet = new Sheet();
    int inRow = across >= WIDE ? MOST_IN_ROW : FEWEST_IN_ROW;
    double side = (across - 4) / inRow - GAP;
    double cell = side / Math.max(height, width);
    double y = 22;
    sheet.add(new Mark.Box(2, 4, 11, 11, 0, RAISES, RAISES));
    sheet.text(18, 14, "raises the response");
    double next = 28 + Typeface.width("raises the response", Sheet.TEXT);
    sheet.add(new Mark.Box(next, 4, 11, 11, 0, LOWERS, LOWERS));
    sheet.text(next + 16, 14, "lowers it");
    for (int k = 0; k < pictures.size(); k++) {
      double x = 2 + k % inRow * (side + GAP);
      draw(sheet, pictures.get(k), x, y, cell);
      sheet.text(
          x, y + cell * height + NAME - 4, Lettering.fit(names.get(k), Sheet.TEXT, side + GAP));
      if (k % inRow == inRow - 1 || k == pictures.size() - 1) {
        y += cell * height + NAME + 4;
      }
    }
    return sheet.figure(
        across,
        y + 4,
        "Receptive fields",
        "Each picture is one neuron: how much its response changes with each pixel");
  }

  private void draw(Sheet sheet, double[] field, double x, double y, double cell) {
    sheet.add(new Mark.Box(x, y, cell * width, cell * height, 0, Ink.BOX, Ink.GRID));
    double most = 0;
    for (double v : field) {
      most = Math.max(most, Math.abs(v));
    }
    for (int tone = 1; tone <= TONES && most > 0; tone++) {
      tone(sheet, field, most, tone, RAISES, x, y, cell);
      tone(sheet, field, most, -tone, LOWERS, x, y, cell);
    }
  }

  private void tone(
      Sheet sheet,
      double[] field,
      double most,
      int tone,
      Ink ink,
      double x,
      double y,
      double cell) {
    int[] those =
        IntStream.range(0, field.length)
            .filter(k -> Math.round(field[k] / most * TONES) == tone)
            .toArray();
    double[] corners = new double[2 * those.length];
    for (int k = 0; k < those.length; k++) {
      corners[2 * k] = x + those[k] % width * cell;
      corners[2 * k + 1] = y + (double) (those[k] / width) * cell;
    }
    if (corners.length > 0) {
      sheet.add(new Mark.Cells(corners, cell, cell, ink, (double) Math.abs(tone) / TONES));
    }
  }
}

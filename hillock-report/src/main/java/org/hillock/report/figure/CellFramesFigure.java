package org.hillock.report.figure;

import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.lab.cell.Piece;

/**
 * The same cell at several times, coloured by a value along it.
 *
 * @param title read out
 * @param description read out
 * @param tree of the cell
 * @param pieces that are coloured
 * @param frames in order
 * @param low value of the lowest shade
 * @param high value of the highest shade
 * @param label what the shades mean, with its unit
 */
public record CellFramesFigure(
    String title,
    String description,
    Morphology tree,
    List<Piece> pieces,
    List<Frame> frames,
    double low,
    double high,
    String label)
    implements Drawable {

  private static final double GAP = 14;

  /**
   * One time.
   *
   * @param name above it
   * @param values one for each piece
   */
  public record Frame(String name, double[] values) {}

  public CellFramesFigure {
    pieces = List.copyOf(pieces);
    frames = List.copyOf(frames);
  }

  @Override
  public Figure at(double width) {
    int columns = Math.min(frames.size(), width >= 560 ? 4 : 2);
    double column = (width - (columns - 1) * GAP) / columns;
    Sheet sheet = new Sheet();
    ColourBar bar = new ColourBar(low, high, label);
    double row = CellShape.within(tree, false, 0, 0, column, 300).height() + 36;
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      double x = (i % columns) * (column + GAP);
      double y = (i / columns) * row;
      sheet.text(x + column / 2, y + 13, frame.name(), Sheet.TEXT, Mark.Anchor.MIDDLE, Ink.TEXT);
      CellShape shape = CellShape.within(tree, false, x, y + 22, column, 300);
      shape.draw(sheet, pieces, k -> bar.ink(frame.values()[k]));
      if (i == 0) {
        shape.bar(sheet, 100, x + 4, y + row - 28);
      }
    }
    int rows = (frames.size() + columns - 1) / columns;
    double wide = Math.min(420, width - 40);
    bar.draw(sheet, (width - wide) / 2, rows * row + 8, wide);
    return sheet.figure(width, rows * row + 8 + ColourBar.HEIGHT, title, description);
  }
}

package org.hillock.report.figure;

import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.lab.cell.Piece;

/**
 * A cell alone, each of its pieces in a shade: one polygon for each, in their order.
 *
 * @param title read out
 * @param tree of the cell
 * @param pieces that are coloured
 * @param shares of the scale, 0..1, one for each piece
 */
public record CellShadesFigure(String title, Morphology tree, List<Piece> pieces, double[] shares)
    implements Drawable {

  public CellShadesFigure {
    pieces = List.copyOf(pieces);
  }

  @Override
  public Figure at(double width) {
    boolean turned = width >= 560;
    Sheet sheet = new Sheet();
    CellShape shape = CellShape.within(tree, turned, 6, 4, width - 12, turned ? 420 : 470);
    shape.draw(sheet, pieces, i -> Ink.shade(shares[i]));
    shape.bar(sheet, 100, 8, shape.height() + 12);
    return sheet.figure(
        width, shape.height() + 34, title, "coloured by the potential of its membrane");
  }
}

package org.hillock.report.figure;

import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.Section;
import org.hillock.lab.cell.Piece;

/**
 * A cell's tree laid out in a rectangle, seen along its z axis.
 *
 * @param tree of the cell
 * @param turned whether the axon, which points down, is to point to the right
 * @param scale px for a um
 * @param left px of the tree's leftmost point
 * @param top px of its topmost point
 */
public record CellShape(Morphology tree, boolean turned, double scale, double left, double top) {

  /** Half the width in px of the thinnest neurite that can still be seen in colour. */
  private static final double THINNEST = 1.15;

  /** As large as it fits into a width and a height, in px, at the middle of the width. */
  public static CellShape within(
      Morphology tree, boolean turned, double x, double y, double width, double height) {
    double[] box = box(tree, turned);
    double scale = Math.min(width / (box[2] - box[0]), height / (box[3] - box[1]));
    double left = x + (width - scale * (box[2] - box[0])) / 2;
    return new CellShape(tree, turned, scale, left, y);
  }

  /** Height of the tree in px. */
  public double height() {
    double[] box = box(tree, turned);
    return scale * (box[3] - box[1]);
  }

  /** Left, top, right and bottom in um, y downwards, with what the thick parts need. */
  private static double[] box(Morphology tree, boolean turned) {
    double[] box = {1e9, 1e9, -1e9, -1e9};
    for (Section section : tree.sections()) {
      for (MorphologyPoint p : section.points()) {
        double r = p.diameter() / 2 + 2;
        double x = across(p, turned);
        double y = down(p, turned);
        box[0] = Math.min(box[0], x - r);
        box[1] = Math.min(box[1], y - r);
        box[2] = Math.max(box[2], x + r);
        box[3] = Math.max(box[3], y + r);
      }
    }
    return box;
  }

  private static double across(MorphologyPoint p, boolean turned) {
    return turned ? -p.y() : p.x();
  }

  private static double down(MorphologyPoint p, boolean turned) {
    return turned ? -p.x() : -p.y();
  }

  /** Where a place is drawn: x and y in px. */
  public double[] at(Place place) {
    return at(tree.section(place.section()).at(place.position()));
  }

  private double[] at(MorphologyPoint p) {
    double[] box = box(tree, turned);
    return new double[] {
      left + scale * (across(p, turned) - box[0]), top + scale * (down(p, turned) - box[1])
    };
  }

  /** The corners of a piece in px: all x, then all y. */
  public double[][] corners(Piece piece) {
    Section section = tree.section(piece.section());
    MorphologyPoint from = section.at(piece.from());
    MorphologyPoint to = section.at(piece.to());
    double[] a = at(from);
    double[] b = at(to);
    double length = Math.max(1e-9, Math.hypot(b[0] - a[0], b[1] - a[1]));
    double ux = (b[0] - a[0]) / length;
    double uy = (b[1] - a[1]) / length;
    double ra = Math.max(THINNEST, scale * from.diameter() / 2);
    double rb = Math.max(THINNEST, scale * to.diameter() / 2);
    // A little beyond both ends, so that pieces meet without a seam.
    double over = 0.7;
    double ax = a[0] - over * ux;
    double ay = a[1] - over * uy;
    double bx = b[0] + over * ux;
    double by = b[1] + over * uy;
    return new double[][] {
      {ax - ra * uy, bx - rb * uy, bx + rb * uy, ax + ra * uy},
      {ay + ra * ux, by + rb * ux, by - rb * ux, ay - ra * ux}
    };
  }

  /** Draws pieces, each in its ink. */
  void draw(Sheet sheet, List<Piece> pieces, java.util.function.IntFunction<Ink> ink) {
    for (int i = 0; i < pieces.size(); i++) {
      double[][] corners = corners(pieces.get(i));
      sheet.add(new Mark.Polygon(corners[0], corners[1], ink.apply(i), 1));
    }
  }

  /** Draws a scale bar with its length in um, its left end at (x, y). */
  void bar(Sheet sheet, double um, double x, double y) {
    double end = x + um * scale;
    sheet.line(x, y, end, y, Ink.TEXT, 2);
    sheet.text(
        (x + end) / 2, y + 15, Math.round(um) + " µm", Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.TEXT);
  }
}

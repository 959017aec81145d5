package org.hillock.report.figure;

import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SectionKind;
import org.hillock.lab.cell.Piece;

/**
 * A cell drawn to scale, its parts named and coloured; neurites thinner than a stroke are drawn as
 * a stroke. On wide pages it lies, its axon to the right; on narrow ones it stands.
 *
 * @param title read out
 * @param tree of the cell
 * @param description read out
 * @param spots places that are marked
 * @param names of the parts
 * @param does what each part does, for the legend
 */
public record CellFigure(
    String title,
    String description,
    Morphology tree,
    List<Spot> spots,
    Map<SectionKind, String> names,
    Map<SectionKind, String> does)
    implements Drawable {

  private static final double PIECE_UM = 6;
  private static final double LEGEND_LINE = 20;

  /**
   * A marked place.
   *
   * @param place on the tree
   * @param mark one or two letters in its circle
   * @param ink of the circle
   * @param meaning in the legend; spots that say the same share a line
   */
  public record Spot(Place place, String mark, Ink ink, String meaning) {}

  public CellFigure {
    spots = List.copyOf(spots);
    names = Map.copyOf(names);
    does = Map.copyOf(does);
  }

  @Override
  public Figure at(double width) {
    boolean turned = width >= 560;
    Sheet sheet = new Sheet();
    CellShape shape = CellShape.within(tree, turned, 6, 14, width - 12, turned ? 420 : 560);
    List<Piece> pieces = pieces();
    shape.draw(sheet, pieces, i -> ink(tree.section(pieces.get(i).section()).kind()));
    names(sheet, shape, turned, width);
    for (Spot spot : spots) {
      double[] at = shape.at(spot.place());
      mark(sheet, spot, at[0], at[1]);
    }
    double y = 14 + shape.height() + 16;
    shape.bar(sheet, 100, 8, y);
    return sheet.figure(width, legend(sheet, width, y + 34), title, description);
  }

  /** A section with the taper of a cone in one piece, so that it has no seams. */
  private List<Piece> pieces() {
    List<Piece> whole = Piece.of(tree, Double.POSITIVE_INFINITY);
    List<Piece> fine = Piece.of(tree, PIECE_UM);
    return java.util.stream.Stream.concat(
            whole.stream().filter(p -> tree.section(p.section()).points().size() == 2),
            fine.stream().filter(p -> tree.section(p.section()).points().size() > 2))
        .toList();
  }

  /** Names the parts beside them, with a thin line to each. */
  private void names(Sheet sheet, CellShape shape, boolean turned, double width) {
    for (SectionKind kind : SectionKind.values()) {
      // The trunk of an axon; of the others the last, which lies at the rim.
      boolean rim = kind != SectionKind.AXON && kind != SectionKind.OTHER;
      tree.sections().stream()
          .filter(s -> s.kind() == kind)
          .reduce((first, later) -> rim ? later : first)
          .ifPresent(s -> name(sheet, shape, turned, width, s));
    }
  }

  private void name(Sheet sheet, CellShape shape, boolean turned, double width, Section section) {
    String text = names.getOrDefault(section.kind(), "");
    if (section.kind() == SectionKind.DENDRITE || section.kind() == SectionKind.APICAL) {
      double[] end = shape.at(new Place(section.name(), 1));
      if (turned) {
        sheet.text(end[0] + 10, end[1] + 4, text);
      } else {
        // Far enough below the tip to keep clear of its own branch.
        sheet.line(end[0], end[1] + 4, end[0], end[1] + 26, Ink.AXIS, 0.9);
        sheet.text(Math.max(2, end[0] - 6), end[1] + 39, text);
      }
      return;
    }
    double[] at = shape.at(new Place(section.name(), 0.5));
    // The soma's name stands farthest out, so that it keeps clear of its neighbour's.
    double away =
        switch (section.kind()) {
          case SOMA -> 64;
          case HILLOCK -> 40;
          default -> 24;
        };
    double widest = width - 4 - Typeface.width(text, Sheet.TEXT);
    double x = Math.min(widest, turned ? at[0] + 12 : at[0] + away);
    double y = turned ? at[1] - away : at[1] - 8;
    sheet.line(at[0], at[1], turned ? x : x - 3, turned ? y + 4 : y - 3, Ink.AXIS, 0.9);
    sheet.text(x, y, text);
  }

  private static void mark(Sheet sheet, Spot spot, double x, double y) {
    sheet.add(new Mark.Circle(x, y, 8, Ink.PAPER, spot.ink()));
    sheet.text(x, y + 4, spot.mark(), Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.TEXT);
  }

  private double legend(Sheet sheet, double width, double top) {
    double y = top;
    for (SectionKind kind : SectionKind.values()) {
      if (tree.sections().stream().anyMatch(s -> s.kind() == kind)) {
        sheet.add(new Mark.Box(4, y, 14, 11, 2, ink(kind), ink(kind)));
        y = entry(sheet, width, y, does.getOrDefault(kind, ""));
      }
    }
    for (Spot spot : spots) {
      mark(sheet, spot, 11, y + 6);
      y = entry(sheet, width, y, spot.meaning());
    }
    return y + 2;
  }

  private static double entry(Sheet sheet, double width, double y, String text) {
    double line = y;
    for (String part : Lettering.wrap(text, Sheet.TEXT, width - 32, 2)) {
      sheet.text(28, line + 10.5, part);
      line += LEGEND_LINE;
    }
    return line;
  }

  /** The ink of a part. */
  public static Ink ink(SectionKind kind) {
    return switch (kind) {
      case DENDRITE -> Ink.SERIES_1;
      case APICAL -> Ink.SERIES_6;
      case SOMA -> Ink.SERIES_7;
      case HILLOCK -> Ink.SERIES_2;
      case AXON -> Ink.SERIES_5;
      case TERMINAL -> Ink.SERIES_3;
      case OTHER -> Ink.MUTED;
    };
  }
}

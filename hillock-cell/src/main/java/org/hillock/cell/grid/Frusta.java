package org.hillock.cell.grid;

import java.util.List;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;

/**
 * A section as frusta of cones, integrated along its length.
 *
 * <p>The diameter between two points changes in proportion to the length; both the side of a piece
 * of a frustum and its axial resistance are then exact.
 */
final class Frusta {

  /** Position of each point along the section, in um. */
  private final double[] arc;

  private final double[] diameter;

  Frusta(Section section) {
    List<MorphologyPoint> points = section.points();
    arc = new double[points.size()];
    diameter = new double[points.size()];
    for (int i = 0; i < arc.length; i++) {
      diameter[i] = points.get(i).diameter();
      if (i > 0) {
        arc[i] = arc[i - 1] + points.get(i - 1).distanceUm(points.get(i));
      }
    }
  }

  /**
   * What a piece adds up to.
   *
   * @param areaUm2 of its side
   * @param resistance axial, for 1 of resistivity: length over cross-section, in 1/um
   * @param diameterLength integral of the diameter over the length, in um²
   */
  record Piece(double areaUm2, double resistance, double diameterLength) {

    Piece plus(Piece other) {
      return new Piece(
          areaUm2 + other.areaUm2,
          resistance + other.resistance,
          diameterLength + other.diameterLength);
    }
  }

  double lengthUm() {
    return arc[arc.length - 1];
  }

  /**
   * Halves of segments from the beginning to the end: two for each segment.
   *
   * <p>Where the diameter jumps between two points at one place, the ring counts as area; at the
   * edge of two halves it belongs to the first.
   */
  Piece[] halves(int segments) {
    Piece[] halves = new Piece[2 * segments];
    int frustum = 0;
    for (int i = 0; i < halves.length; i++) {
      double from = lengthUm() * i / halves.length;
      boolean last = i == halves.length - 1;
      double to = last ? lengthUm() : lengthUm() * (i + 1) / halves.length;
      double area = 0;
      double resistance = 0;
      double mean = 0;
      while (true) {
        double begin = Math.max(from, arc[frustum]);
        double end = Math.min(to, arc[frustum + 1]);
        double a = diameterAt(frustum, begin, 0);
        double b = diameterAt(frustum, end, 1);
        double length = Math.max(0, end - begin);
        area += Math.PI / 2 * (a + b) * Math.hypot(length, (b - a) / 2);
        resistance += 4 / Math.PI * length / (a * b);
        mean += (a + b) / 2 * length;
        boolean passed = last || arc[frustum + 1] <= to;
        if (frustum + 2 == arc.length || !passed) {
          break;
        }
        frustum++;
      }
      halves[i] = new Piece(area, resistance, mean);
    }
    return halves;
  }

  /** The diameter in a frustum; where it has no length, that of its beginning (0) or end (1). */
  private double diameterAt(int frustum, double at, int side) {
    double length = arc[frustum + 1] - arc[frustum];
    if (length <= 0) {
      return diameter[frustum + side];
    }
    double share = (at - arc[frustum]) / length;
    return diameter[frustum] + share * (diameter[frustum + 1] - diameter[frustum]);
  }

  /**
   * The length in units of the length constant of a cylinder as thick as 1 um: the integral of
   * 1/√(diameter), of each frustum with its mean diameter.
   */
  double lengthPerRootDiameter() {
    double sum = 0;
    for (int i = 1; i < arc.length; i++) {
      sum += (arc[i] - arc[i - 1]) / Math.sqrt((diameter[i - 1] + diameter[i]) / 2);
    }
    return sum;
  }
}

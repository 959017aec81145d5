package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;

/**
 * A point on the middle line of a section, with the diameter there.
 *
 * @param x in um, at most 10 m from 0
 * @param y in um
 * @param z in um
 * @param diameter in um, above 0 and at most 10 mm
 */
public record MorphologyPoint(double x, double y, double z, double diameter) {

  /** The farthest that a point may lie from 0, in um: 10 m, more than any nerve. */
  public static final double FARTHEST_UM = 1e7;

  /** The largest diameter, in um: 10 mm, ten times the giant axon of the squid. */
  public static final double THICKEST_UM = 1e4;

  public MorphologyPoint {
    checkCoordinate("x", x);
    checkCoordinate("y", y);
    checkCoordinate("z", z);
    if (!(diameter > 0 && diameter <= THICKEST_UM)) {
      throw new UsageException(
          "diameter", diameter + " um is not > 0 um and <= " + (long) THICKEST_UM + " um");
    }
  }

  private static void checkCoordinate(String name, double value) {
    if (!(Math.abs(value) <= FARTHEST_UM)) {
      throw new UsageException(
          name,
          value + " um is not within -" + (long) FARTHEST_UM + " … " + (long) FARTHEST_UM + " um");
    }
  }

  /** How far it is to another point in a straight line, in um. */
  public double distanceUm(MorphologyPoint other) {
    double dx = other.x - x;
    double dy = other.y - y;
    double dz = other.z - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}

package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;

/**
 * What the membrane and the inside of a region are, channels apart.
 *
 * @param region a word of {@link Morphology#region}
 * @param capacitanceUfPerCm2 in uF/cm², above 0
 * @param axialOhmCm resistivity of the inside in ohm·cm, above 0
 */
public record Membrane(String region, double capacitanceUfPerCm2, double axialOhmCm) {

  /** Of most cells, in uF/cm² (Gentet, Stuart and Clements 2000, 10.1016/S0006-3495(00)76293-X). */
  public static final double CAPACITANCE = 1;

  /** Between what is measured in cells of mammals, 70 to 300 ohm·cm. */
  public static final double AXIAL = 150;

  public Membrane {
    check(region, "capacitance", capacitanceUfPerCm2, 1e3, "uF/cm^2");
    check(region, "axial", axialOhmCm, 1e6, "ohm*cm");
  }

  private static void check(String region, String what, double value, double most, String unit) {
    if (!(value > 0 && value <= most)) {
      throw new UsageException(
          "membrane." + region + "." + what,
          value + " " + unit + " is not > 0 and <= " + (long) most + " " + unit);
    }
  }
}

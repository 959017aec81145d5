package org.hillock.core.cell;

/**
 * The potential at which an ion's concentrations and the electric field balance, so that as many
 * ions go in as out: E = R·T/(z·F) · ln(outside/inside) (Nernst 1889, Z. phys. Chem. 4, 129).
 */
public final class Nernst {

  private Nernst() {}

  /** In mV, inside against outside. */
  public static double potentialMv(Concentration of, Temperature temperature) {
    return potentialMv(of.ion().valence(), of.insideMm(), of.outsideMm(), temperature.rtOverFMv());
  }

  /**
   * In mV, from numbers.
   *
   * @param valence not 0
   * @param inside above 0, in the same unit as {@code outside}
   * @param rtOverFMv {@link Temperature#rtOverFMv}
   */
  public static double potentialMv(int valence, double inside, double outside, double rtOverFMv) {
    return rtOverFMv / valence * StrictMath.log(outside / inside);
  }
}

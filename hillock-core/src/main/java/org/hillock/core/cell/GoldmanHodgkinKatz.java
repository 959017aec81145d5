package org.hillock.core.cell;

import java.util.List;

/**
 * Ions that pass a membrane in a constant electric field, none in another's way: their currents and
 * the potential at which these add up to nothing.
 *
 * <p>Goldman 1943, doi 10.1085/jgp.27.1.37; Hodgkin and Katz 1949, doi
 * 10.1113/jphysiol.1949.sp004310.
 *
 * <p>With u = z·V·F/(R·T), an ion's current is P·z·F·(in·h(u) - out·h(-u)), h(u) = u/(1 - exp(-u)).
 * Where all ions have one charge, the sum is 0 at V = R·T/F·ln(N/D), where N adds P·outside of
 * cations to P·inside of anions, and D has the sides swapped. With other charges there is no such
 * formula; the sum grows with V, so its one zero is found by halving an interval.
 */
public final class GoldmanHodgkinKatz {

  /** Below this, h and its slope are those of their series: the next term is below 1e-15. */
  private static final double SMALL = 1e-4;

  private GoldmanHodgkinKatz() {}

  /**
   * The potential without net current, in mV: the rest of a membrane that only they pass.
   *
   * @throws org.hillock.core.problem.UsageException where an ion that can pass has no
   *     concentrations
   */
  public static double restMv(
      Concentrations concentrations, Permeabilities permeabilities, Temperature temperature) {
    List<Ion> passing = permeabilities.passing();
    double rt = temperature.rtOverFMv();
    if (passing.stream().anyMatch(ion -> Math.abs(ion.valence()) != 1)) {
      return halved(concentrations, permeabilities, rt);
    }
    double above = 0;
    double below = 0;
    for (Ion ion : passing) {
      Concentration c = concentrations.of(ion);
      boolean cation = ion.valence() > 0;
      above += permeabilities.of(ion) * (cation ? c.outsideMm() : c.insideMm());
      below += permeabilities.of(ion) * (cation ? c.insideMm() : c.outsideMm());
    }
    return rt * StrictMath.log(above / below);
  }

  /** The general form: all currents go one way beyond the outermost Nernst potentials. */
  static double halved(Concentrations concentrations, Permeabilities permeabilities, double rt) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Ion ion : permeabilities.passing()) {
      Concentration c = concentrations.of(ion);
      double nernst = Nernst.potentialMv(ion.valence(), c.insideMm(), c.outsideMm(), rt);
      low = Math.min(low, nernst);
      high = Math.max(high, nernst);
    }
    double middle = 0.5 * (low + high);
    while (middle > low && middle < high) {
      if (sum(concentrations, permeabilities, rt, middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
      middle = 0.5 * (low + high);
    }
    return middle;
  }

  /** Of all currents, over F. */
  private static double sum(
      Concentrations concentrations, Permeabilities permeabilities, double rt, double vMv) {
    double sum = 0;
    for (Ion ion : permeabilities.passing()) {
      sum += permeabilities.of(ion) * flow(concentrations.of(ion), vMv, rt);
    }
    return sum;
  }

  private static double flow(Concentration c, double vMv, double rt) {
    int z = c.ion().valence();
    double u = z * vMv / rt;
    return z * (c.insideMm() * h(u) - c.outsideMm() * h(-u));
  }

  /**
   * The current of an ion, outward above 0, in uA/cm^2.
   *
   * @param permeability in cm/s
   * @param vMv of the membrane, in mV
   */
  public static double currentDensity(
      Concentration of, double permeability, double vMv, Temperature temperature) {
    // cm/s · C/mol · mM = cm/s · C/mol · umol/cm^3 = uA/cm^2
    return permeability * PhysicalConstants.FARADAY * flow(of, vMv, temperature.rtOverFMv());
  }

  /**
   * By how much the rest moves, in mV, for each tenfold of a concentration, where that is changed a
   * little: the slope against its common logarithm.
   *
   * @param restMv {@link #restMv} of the same
   */
  public static double mvPerTenfold(
      Concentrations concentrations,
      Permeabilities permeabilities,
      Temperature temperature,
      double restMv,
      Ion ion,
      Concentration.Side side) {
    double rt = temperature.rtOverFMv();
    double slope = 0;
    for (Ion each : permeabilities.passing()) {
      Concentration c = concentrations.of(each);
      int z = each.valence();
      double u = z * restMv / rt;
      double bent = c.insideMm() * hSlope(u) + c.outsideMm() * hSlope(-u);
      slope += permeabilities.of(each) * z * z / rt * bent;
    }
    double u = ion.valence() * restMv / rt;
    double mm = concentrations.of(ion).at(side);
    double more = side == Concentration.Side.INSIDE ? mm * h(u) : -mm * h(-u);
    return -StrictMath.log(10) * permeabilities.of(ion) * ion.valence() * more / slope;
  }

  /** u/(1 - exp(-u)), 1 at 0. */
  private static double h(double u) {
    return Math.abs(u) < SMALL ? 1 + u / 2 + u * u / 12 : -u / StrictMath.expm1(-u);
  }

  /** The slope of {@link #h}. */
  private static double hSlope(double u) {
    if (Math.abs(u) < SMALL) {
      return 0.5 + u / 6;
    }
    double closed = -StrictMath.expm1(-u);
    return (closed - u * StrictMath.exp(-u)) / (closed * closed);
  }
}

package org.hillock.core.cell;

/**
 * Constants of nature, exact since the SI of 2019: CODATA 2018, Tiesinga et al. 2021, doi
 * 10.1103/RevModPhys.93.025010.
 */
public final class PhysicalConstants {

  /** Elementary charge, in C. */
  public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

  /** Particles in a mole, in 1/mol. */
  public static final double AVOGADRO = 6.02214076e23;

  /** Boltzmann's constant, in J/K. */
  public static final double BOLTZMANN = 1.380649e-23;

  /** Charge of a mole of elementary charges, in C/mol: 96485.33212... */
  public static final double FARADAY = AVOGADRO * ELEMENTARY_CHARGE;

  /** The molar gas constant, in J/(mol K): 8.314462618... */
  public static final double GAS = AVOGADRO * BOLTZMANN;

  private PhysicalConstants() {}
}

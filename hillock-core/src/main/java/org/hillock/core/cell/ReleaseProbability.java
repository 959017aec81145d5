package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * With which probability a vesicle that is ready is released by an action potential, and how that
 * follows from those before.
 */
public sealed interface ReleaseProbability {

  /**
   * A share that every action potential raises, u ← u + U·(1 - u), and that falls back to 0 between
   * them: short-term facilitation without calcium (Tsodyks, Pawelzik and Markram 1998, doi
   * 10.1162/089976698300017502; without facilitation Tsodyks and Markram 1997, doi
   * 10.1073/pnas.94.2.719).
   *
   * @param utilisation U: the probability after long silence, above 0 and at most 1
   * @param tauFacilitationMs with which it falls back, in ms, at least 0; 0: no facilitation
   */
  record Facilitation(double utilisation, double tauFacilitationMs) implements ReleaseProbability {
    public Facilitation {
      share("release.utilisation", utilisation);
      atLeast0("release.tau_facilitation", tauFacilitationMs, "ms");
    }
  }

  /**
   * A power of the calcium that stands bound in the terminal, p = p_max·(c/(c + K))^n: with n = 4,
   * the co-operation of four ions (Dodge and Rahamimoff 1967, doi 10.1113/jphysiol.1967.sp008367).
   *
   * <p>Calcium here is a fast pool: each action potential opens channels that raise it by a step,
   * and it decays exponentially to its rest. What is left of the last step makes the next release
   * more probable: facilitation by residual calcium (Katz and Miledi 1968, doi
   * 10.1113/jphysiol.1968.sp008469). Where a cell computes its calcium itself, that counts instead.
   *
   * @param restMm calcium in the terminal at rest, in mM, at least 0
   * @param stepMm what one action potential adds, in mM, at least 0
   * @param tauCalciumMs with which calcium decays, in ms, above 0
   * @param halfMm K: calcium that binds half of the sites, in mM, above 0
   * @param power n, 1 to 8
   * @param most p_max, above 0 and at most 1
   */
  record BoundCalcium(
      double restMm, double stepMm, double tauCalciumMs, double halfMm, double power, double most)
      implements ReleaseProbability {

    public BoundCalcium {
      atLeast0("release.calcium_rest", restMm, "mM");
      atLeast0("release.calcium_step", stepMm, "mM");
      above0("release.tau_calcium", tauCalciumMs, "ms");
      above0("release.calcium_half", halfMm, "mM");
      if (!(power >= 1 && power <= 8)) {
        throw new UsageException("release.power", told(power, "") + " is not in 1..8");
      }
      share("release.most", most);
    }

    /** The usual one; rest 50 nM, steps of 10 uM near channels, and four ions: ours. */
    public static BoundCalcium usual() {
      return new BoundCalcium(5e-5, 0.01, 50, 0.01, 4, 1);
    }

    /**
     * The probability where there is so much calcium.
     *
     * @param calciumMm in mM; below 0 counts as 0
     */
    public double at(double calciumMm) {
      double c = Math.max(0, calciumMm);
      return most * StrictMath.pow(c / (c + halfMm), power);
    }
  }

  private static void share(String path, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new UsageException(path, told(value, "") + " is not > 0 and <= 1");
    }
  }

  private static void atLeast0(String path, double value, String unit) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new UsageException(path, told(value, unit) + " is not >= 0");
    }
  }

  private static void above0(String path, double value, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new UsageException(path, told(value, unit) + " is not > 0");
    }
  }

  private static String told(double value, String unit) {
    String number = Double.isFinite(value) ? Quantity.text(value) : Double.toString(value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}

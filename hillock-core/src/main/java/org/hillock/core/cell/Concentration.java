package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * How much of an ion there is on both sides of a membrane.
 *
 * @param insideMm in mM, above 0 and at most {@link #MOST}
 * @param outsideMm in mM, above 0 and at most {@link #MOST}
 */
public record Concentration(Ion ion, double insideMm, double outsideMm) {

  /** No salt of cells dissolves to more, in mM. */
  public static final double MOST = 10_000;

  /** A side of the membrane. */
  public enum Side {
    INSIDE("in"),
    OUTSIDE("out");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    /** {@code in} or {@code out}. */
    public String word() {
      return word;
    }
  }

  /**
   * Checks both.
   *
   * @throws UsageException at {@code ions.NAME.in} or {@code ions.NAME.out}
   */
  public Concentration {
    check(ion, Side.INSIDE, insideMm);
    check(ion, Side.OUTSIDE, outsideMm);
  }

  private static void check(Ion ion, Side side, double mm) {
    if (!(mm > 0 && mm <= MOST)) {
      throw new UsageException(
          "ions." + ion.name() + "." + side.word(),
          (Double.isFinite(mm) ? Quantity.text(mm) : Double.toString(mm))
              + " mM is not > 0 mM and <= "
              + Quantity.text(MOST)
              + " mM");
    }
  }

  /** In mM. */
  public double at(Side side) {
    return side == Side.INSIDE ? insideMm : outsideMm;
  }

  /** With another value on one side, in mM. */
  public Concentration with(Side side, double mm) {
    return side == Side.INSIDE
        ? new Concentration(ion, mm, outsideMm)
        : new Concentration(ion, insideMm, mm);
  }
}

package org.hillock.core.cell;

import java.util.Optional;
import org.hillock.core.problem.UsageException;

/**
 * An ion of a cell, inside and outside.
 *
 * @param concentration on both sides
 * @param reversalMv potential in mV at which its current is 0, where that is stated; else it is
 *     Nernst's
 */
public record CellIon(Concentration concentration, Optional<Double> reversalMv) {

  private static final double MOST_MV = 500;

  public CellIon {
    reversalMv.ifPresent(mv -> {
      if (!(Math.abs(mv) <= MOST_MV)) {
        throw new UsageException(
            "ions." + concentration.ion().name() + ".reversal", mv + " mV is not in -500..500 mV");
      }
    });
  }

  public Ion ion() {
    return concentration.ion();
  }

  /** The potential at which no current of it flows, in mV. */
  public double reversalMv(Temperature temperature) {
    return reversalMv.orElseGet(() -> Nernst.potentialMv(concentration, temperature));
  }
}

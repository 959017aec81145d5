package org.hillock.core.cell;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.problem.UsageException;

/**
 * A membrane at rest: all that follows from its ions.
 *
 * @param permeabilities of ions that are among the concentrations; ratios are enough
 */
public record Rest(
    Concentrations concentrations, Permeabilities permeabilities, Temperature temperature) {

  /**
   * How far the rest moves with one concentration.
   *
   * @param mvPerTenfold slope against the common logarithm of that concentration, in mV
   */
  public record Sensitivity(Ion ion, Side side, double mvPerTenfold) {}

  /**
   * A potential that moved.
   *
   * @param what {@code rest}, or {@code e_} and an ion's name for its Nernst potential
   */
  public record Move(String what, double beforeMv, double afterMv) {

    /** In mV, above 0 where it is depolarised now. */
    public double byMv() {
      return afterMv - beforeMv;
    }
  }

  /**
   * Every ion that passes has concentrations.
   *
   * @throws UsageException with the nearest ion that has
   */
  public Rest {
    for (Ion ion : permeabilities.byIon().keySet()) {
      Ion.named("permeability." + ion.name(), ion.name(), concentrations.ions());
    }
  }

  /** The resting potential, in mV. */
  public double potentialMv() {
    return GoldmanHodgkinKatz.restMv(concentrations, permeabilities, temperature);
  }

  /** The Nernst potential of an ion, in mV. */
  public double nernstMv(Ion ion) {
    return Nernst.potentialMv(concentrations.of(ion), temperature);
  }

  /** What drives an ion at rest, in mV: above 0 it pushes positive charge outward. */
  public double drivingForceMv(Ion ion) {
    return potentialMv() - nernstMv(ion);
  }

  /** How far the rest moves with each concentration, inside before outside. */
  public List<Sensitivity> sensitivities() {
    double rest = potentialMv();
    List<Sensitivity> all = new ArrayList<>();
    for (Ion ion : concentrations.ions()) {
      for (Side side : Side.values()) {
        double slope =
            GoldmanHodgkinKatz.mvPerTenfold(
                concentrations, permeabilities, temperature, rest, ion, side);
        all.add(new Sensitivity(ion, side, slope + 0.0));
      }
    }
    return all;
  }

  /** What lies elsewhere than it did: the rest first, then Nernst potentials. */
  public List<Move> movedFrom(Rest before) {
    List<Move> moves = new ArrayList<>();
    add(moves, new Move("rest", before.potentialMv(), potentialMv()));
    for (Ion ion : concentrations.ions()) {
      if (before.concentrations.ions().contains(ion)) {
        add(moves, new Move("e_" + ion.name(), before.nernstMv(ion), nernstMv(ion)));
      }
    }
    return moves;
  }

  private static void add(List<Move> moves, Move move) {
    if (move.byMv() != 0) {
      moves.add(move);
    }
  }

  /** With one concentration changed, in mM. */
  public Rest with(Ion ion, Side side, double mm) {
    return new Rest(concentrations.with(ion, side, mm), permeabilities, temperature);
  }

  /** With one permeability changed. */
  public Rest with(Ion ion, double permeability) {
    return new Rest(concentrations, permeabilities.with(ion, permeability), temperature);
  }

  /** At another temperature. */
  public Rest with(Temperature other) {
    return new Rest(concentrations, permeabilities, other);
  }
}

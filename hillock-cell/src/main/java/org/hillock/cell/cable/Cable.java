package org.hillock.cell.cable;

import org.jspecify.annotations.Nullable;

/** Cells of one plan while they run; see the documentation of this package. Not thread-safe. */
public interface Cable {

  /** How many cells. */
  int cells();

  /**
   * One of them as it stands, alone, to go on from here to the same bits.
   *
   * @param share how far it is between its start, 0, and where it stands, 1
   */
  Cable alone(int cell, double share);

  /** Back to the start; from here on mechanisms draw there. */
  void restart(CellDraws draws);

  /** Back to the start. */
  default void restart() {
    restart(CellDraws.UNSEEDED);
  }

  /** Adds to what arrives at a place of a receptor at the beginning of the next step. */
  void arrive(int receptor, int place, int cell, double weight);

  /**
   * One step.
   *
   * @param push currents from outside in pA, by {@code node·cells + cell}
   * @param held potentials in mV that nodes are held at, likewise; NaN where none is. Null where
   *     none is anywhere
   */
  void step(double[] push, double @Nullable [] held);

  /** Whether a cell fired in the last step. */
  boolean fired(int cell);

  /** The potential at a node of a cell, in mV. */
  double potentialMv(int node, int cell);

  /** An ion that is kept count of, inside at a node of a cell, in mM. */
  double insideMm(int pooledIon, int node, int cell);

  /** A kept number of a place of a mechanism, its shift added where it is a state. */
  double kept(MechanismKind kind, int group, int number, int place, int cell);

  /** Which list of a plan a group stands in. */
  enum MechanismKind {
    CHANNELS,
    RECEPTORS,
    POOLS
  }
}

package org.hillock.cell.cable;

/**
 * Where the random numbers of cells' mechanisms are drawn: at the address of the cell within its
 * population and of the place where the mechanism stands, so that they are the same however many
 * cells are done together.
 *
 * @param seed of the trial
 * @param population number of the population in its network
 * @param first number of the first of these cells within it
 */
public record CellDraws(long seed, int population, int first) {

  /** Of cells that nobody asked to draw. */
  public static final CellDraws UNSEEDED = new CellDraws(0, 0, 0);

  /** Of one of them alone. */
  CellDraws of(int cell) {
    return new CellDraws(seed, population, first + cell);
  }

  /**
   * The address of a place of a cell.
   *
   * @param slot number of the place among those of all mechanisms
   * @param slots how many these are
   */
  int address(int cell, int slot, int slots) {
    return (first + cell) * slots + slot;
  }
}

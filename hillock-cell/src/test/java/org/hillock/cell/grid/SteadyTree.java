package org.hillock.cell.grid;

/**
 * Steady potentials of a grid with a passive membrane, by elimination from the tips to the root.
 */
final class SteadyTree {

  private SteadyTree() {}

  /**
   * Potentials above rest, in mV for each nA (Mohm).
   *
   * @param leakNsPerUm2 of the membrane
   * @param at node that takes the current
   */
  static double[] transferMohm(Grid grid, double leakNsPerUm2, int at) {
    int n = grid.size();
    double[] diagonal = new double[n];
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] += leakNsPerUm2 * grid.areaUm2(i) + grid.axialNs(i);
      if (i > 0) {
        diagonal[grid.parent(i)] += grid.axialNs(i);
      }
    }
    v[at] = 1000;
    for (int i = n - 1; i > 0; i--) {
      double share = grid.axialNs(i) / diagonal[i];
      diagonal[grid.parent(i)] -= share * grid.axialNs(i);
      v[grid.parent(i)] += share * v[i];
    }
    v[0] /= diagonal[0];
    for (int i = 1; i < n; i++) {
      v[i] = (v[i] + grid.axialNs(i) * v[grid.parent(i)]) / diagonal[i];
    }
    return v;
  }
}

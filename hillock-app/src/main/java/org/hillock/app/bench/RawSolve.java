package org.hillock.app.bench;

import java.util.Arrays;
import org.hillock.cell.grid.Grid;

/**
 * The linear equations of a step and nothing else, in plain loops: every compartment is taken from
 * its parent's equation and gets its value back, one division and five other operations, for cells
 * side by side. No implicit step of as many compartments can be faster.
 */
final class RawSolve {

  private static final int WARMING = 5;

  /** Of one round, so that it takes some milliseconds. */
  private static final int VISITS = 1 << 21;

  private final int[] parent;
  private final double[] axial;
  private final int cells;
  private final double[] fresh;
  private final double[] diagonal;
  private final double[] right;

  RawSolve(Grid grid, int cells) {
    parent = grid.parents();
    axial = grid.axialsNs();
    this.cells = cells;
    fresh = new double[parent.length * cells];
    Arrays.fill(fresh, 2 * Arrays.stream(axial).max().orElseThrow());
    diagonal = new double[fresh.length];
    right = new double[fresh.length];
  }

  /** Nanoseconds for one node of one cell. */
  double nsPerNode() {
    int solutions = Math.max(1, VISITS / fresh.length);
    return Rounds.median(
        WARMING,
        () -> {
          long began = System.nanoTime();
          for (int k = 0; k < solutions; k++) {
            System.arraycopy(fresh, 0, diagonal, 0, fresh.length);
            right[0]++;
            eliminate();
            substitute();
          }
          return (double) (System.nanoTime() - began) / solutions / fresh.length;
        });
  }

  private void eliminate() {
    for (int n = parent.length - 1; n > 0; n--) {
      double a = axial[n];
      int at = n * cells;
      int up = parent[n] * cells;
      for (int c = 0; c < cells; c++) {
        double over = 1 / diagonal[at + c];
        double share = a * over;
        diagonal[at + c] = over;
        diagonal[up + c] -= share * a;
        right[up + c] += share * right[at + c];
      }
    }
  }

  private void substitute() {
    for (int c = 0; c < cells; c++) {
      right[c] /= diagonal[c];
    }
    for (int n = 1; n < parent.length; n++) {
      double a = axial[n];
      int at = n * cells;
      int up = parent[n] * cells;
      for (int c = 0; c < cells; c++) {
        right[at + c] = (right[at + c] + a * right[up + c]) * diagonal[at + c];
      }
    }
  }
}

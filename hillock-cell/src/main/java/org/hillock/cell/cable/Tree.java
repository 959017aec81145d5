package org.hillock.cell.cable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.cell.grid.Grid;

/**
 * Solves the linear equations of cells side by side: diagonal d_i, to the parent −a_i, both ways
 * (Hines 1984, doi 10.1016/0020-7101(84)90008-4). Time O(nodes·cells).
 */
final class Tree {

  private final int[] parent;
  private final double[] axial;
  private final int cells;

  /** By node, the sum of its axial conductances. */
  private final double[] ends;

  /** Nodes without membrane. */
  private final int[] bare;

  /** What hangs on each of them. */
  private final int[][] children;

  Tree(Grid grid, int cells) {
    parent = grid.parents();
    axial = grid.axialsNs();
    this.cells = cells;
    ends = new double[parent.length];
    for (int n = 1; n < parent.length; n++) {
      ends[n] += axial[n];
      ends[parent[n]] += axial[n];
    }
    double[] area = grid.areasUm2();
    bare = IntStream.range(0, parent.length).filter(n -> area[n] == 0).toArray();
    List<List<Integer>> hanging = new ArrayList<>();
    for (int n = 0; n < parent.length; n++) {
      hanging.add(new ArrayList<>());
      if (n > 0) {
        hanging.get(parent[n]).add(n);
      }
    }
    children = new int[bare.length][];
    for (int k = 0; k < bare.length; k++) {
      children[k] = hanging.get(bare[k]).stream().mapToInt(n -> n).toArray();
    }
  }

  int nodes() {
    return parent.length;
  }

  /** Adds the axial conductances of each node to a diagonal. */
  void addAxial(double[] diagonal) {
    for (int n = 0; n < parent.length; n++) {
      double a = ends[n];
      for (int c = n * cells; c < (n + 1) * cells; c++) {
        diagonal[c] += a;
      }
    }
  }

  /** Adds what flows along the tree to the currents into each node. */
  void addFlow(double[] v, double[] into) {
    if (cells == 1) {
      for (int n = 1; n < parent.length; n++) {
        double flow = axial[n] * (v[parent[n]] - v[n]);
        into[n] += flow;
        into[parent[n]] -= flow;
      }
      return;
    }
    for (int n = 1; n < parent.length; n++) {
      double a = axial[n];
      int at = n * cells;
      int up = parent[n] * cells;
      for (int c = 0; c < cells; c++) {
        double flow = a * (v[up + c] - v[at + c]);
        into[at + c] += flow;
        into[up + c] -= flow;
      }
    }
  }

  /**
   * Solves; {@code right} becomes the solution, {@code diagonal}, which holds {@link #addAxial} as
   * well, is used up.
   */
  void solve(double[] diagonal, double[] right) {
    if (cells == 1) {
      solveOne(diagonal, right);
      return;
    }
    for (int n = parent.length - 1; n > 0; n--) {
      double a = axial[n];
      int at = n * cells;
      int up = parent[n] * cells;
      for (int c = 0; c < cells; c++) {
        double inverse = 1 / diagonal[at + c];
        double f = a * inverse;
        diagonal[at + c] = inverse;
        diagonal[up + c] -= f * a;
        right[up + c] += f * right[at + c];
      }
    }
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

  /** The same for one cell: the loops above would each have one turn. */
  private void solveOne(double[] diagonal, double[] right) {
    for (int n = parent.length - 1; n > 0; n--) {
      double a = axial[n];
      int up = parent[n];
      double inverse = 1 / diagonal[n];
      double f = a * inverse;
      diagonal[n] = inverse;
      diagonal[up] -= f * a;
      right[up] += f * right[n];
    }
    right[0] /= diagonal[0];
    for (int n = 1; n < parent.length; n++) {
      right[n] = (right[n] + axial[n] * right[parent[n]]) * diagonal[n];
    }
  }

  /** Nodes without membrane take the mean of their neighbours, by conductance. */
  void settle(double[] v) {
    for (int k = 0; k < bare.length; k++) {
      int n = bare[k];
      double own = n == 0 ? 0 : axial[n];
      double whole = own;
      for (int child : children[k]) {
        whole += axial[child];
      }
      int up = n == 0 ? 0 : parent[n] * cells;
      for (int c = 0; c < cells; c++) {
        double sum = own * v[up + c];
        for (int child : children[k]) {
          sum += axial[child] * v[child * cells + c];
        }
        v[n * cells + c] = sum / whole;
      }
    }
  }
}

package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * The states whose equations are linear with coefficients that are known before the first step:
 * dx/dt = A x + C s + b + g·xi, where s stands still during a step.
 *
 * @param states which states, ascending
 * @param symbols leaves that stand still
 * @param a by row and column, nodes; likewise {@code c}, {@code b}, {@code noise}
 */
record LinearSystem(
    List<Integer> states, List<Integer> symbols, int[][] a, int[][] c, int[] b, int[] noise) {

  /**
   * Finds them.
   *
   * @param derivatives of all states, in terms of state leaves
   */
  static LinearSystem of(Variables v, int[] derivatives) {
    Graph g = v.g;
    Calculus calculus = new Calculus(g);
    TreeSet<Integer> left = new TreeSet<>();
    for (int i = 0; i < derivatives.length; i++) {
      left.add(i);
    }
    boolean noiseElsewhere = false;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i : List.copyOf(left)) {
        boolean noisy = calculus.variables(derivatives[i]).get(v.noise());
        if (!linear(v, calculus, derivatives[i], left) || (noisy && noiseElsewhere)) {
          left.remove(i);
          // one noise drives them all: its parts must not be drawn apart
          noiseElsewhere |= noisy;
          changed = true;
        }
      }
    }
    return of(v, calculus, derivatives, List.copyOf(left));
  }

  private static boolean linear(Variables v, Calculus calculus, int f, TreeSet<Integer> states) {
    Graph g = v.g;
    BitSet variables = calculus.variables(f);
    for (int leaf = variables.nextSetBit(0); leaf >= 0; leaf = variables.nextSetBit(leaf + 1)) {
      boolean allowed =
          switch (g.node(leaf).operation()) {
            case STATE -> states.contains(g.node(leaf).index());
            case INPUT, GLOBAL, STIMULUS -> true;
            default -> leaf == v.noise();
          };
      if (!allowed || !g.fixed(calculus.derivative(f, leaf))) {
        return false;
      }
    }
    return true;
  }

  private static LinearSystem of(
      Variables v, Calculus calculus, int[] derivatives, List<Integer> states) {
    Graph g = v.g;
    BitSet all = new BitSet();
    states.forEach(i -> all.or(calculus.variables(derivatives[i])));
    all.clear(v.noise());
    List<Integer> symbols = new ArrayList<>();
    for (int leaf = all.nextSetBit(0); leaf >= 0; leaf = all.nextSetBit(leaf + 1)) {
      if (g.node(leaf).operation() != Operation.STATE) {
        symbols.add(leaf);
      }
    }
    int n = states.size();
    int[][] a = new int[n][n];
    int[][] c = new int[n][symbols.size()];
    int[] b = new int[n];
    int[] noise = new int[n];
    for (int row = 0; row < n; row++) {
      int f = derivatives[states.get(row)];
      java.util.Map<Integer, Integer> zeros = new java.util.HashMap<>();
      for (int col = 0; col < n; col++) {
        int leaf = g.leaf(Operation.STATE, states.get(col));
        a[row][col] = calculus.derivative(f, leaf);
        zeros.put(leaf, g.number(0));
      }
      for (int col = 0; col < symbols.size(); col++) {
        c[row][col] = calculus.derivative(f, symbols.get(col));
        zeros.put(symbols.get(col), g.number(0));
      }
      noise[row] = calculus.derivative(f, v.noise());
      zeros.put(v.noise(), g.number(0));
      b[row] = calculus.substitute(f, zeros);
    }
    return new LinearSystem(states, List.copyOf(symbols), a, c, b, noise);
  }

  /** Rows that hang together, each list ascending. */
  List<List<Integer>> components(Graph g) {
    int n = states.size();
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      group[i] = i;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean noisy = !g.is(noise[i], 0) && !g.is(noise[j], 0);
        if (i != j && (!g.is(a[i][j], 0) || noisy)) {
          int from = group[j];
          int to = group[i];
          for (int k = 0; k < n; k++) {
            group[k] = group[k] == from ? to : group[k];
          }
        }
      }
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int first = 0; first < n; first++) {
      List<Integer> members = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        if (group[k] == first) {
          members.add(k);
        }
      }
      if (!members.isEmpty()) {
        all.add(List.copyOf(members));
      }
    }
    return all;
  }

  /** The place of a state here; -1 where it is not linear. */
  int place(int state) {
    return states.indexOf(state);
  }
}

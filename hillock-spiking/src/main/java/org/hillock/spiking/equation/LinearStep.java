package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;

/** The exact step of the linear states. */
final class LinearStep {

  private final Variables v;
  private final Graph g;
  private final FixedValues values;
  private final LinearSystem system;
  private final boolean[] held;
  private final int width;
  private final double stepMs;
  private final int[] shift;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Integer, Part> partOf = new HashMap<>();

  /** States that hang together, with their propagators as leaves. */
  private final class Part {
    final List<Integer> rows;
    final boolean anyHeld;
    final int[][] free;
    final int[][] freeInputs;
    final int[][] half;
    final int[][] halfInputs;
    int[][] whileHeld = new int[0][];
    int[][] whileHeldInputs = new int[0][];
    int[][] noise;
    final int[] draw;

    Part(List<Integer> rows) {
      this.rows = rows;
      boolean some = false;
      for (int row : rows) {
        some |= held[system.states().get(row)];
      }
      anyHeld = some;
      double[][][] a = new double[width][][];
      double[][][] c = new double[width][][];
      double[][] b = new double[width][];
      double[][] noises = new double[width][];
      for (int i = 0; i < width; i++) {
        a[i] = numbers(system.a(), rows, i, true);
        c[i] = numbers(system.c(), rows, i, false);
        b[i] = numbers(system.b(), rows, i);
        noises[i] = numbers(system.noise(), rows, i);
      }
      for (int i = 0; i < width; i++) {
        for (int row = 0; row < rows.size(); row++) {
          requireFinite(rows.get(row), i, a[i][row], c[i][row], new double[] {b[i][row]});
        }
      }
      settle(rows, a, b);
      Propagator[] whole = propagators(a, c, b, noises, stepMs);
      free = leaves(whole, rows.size(), Propagator::p);
      freeInputs = leaves(whole, system.symbols().size() + 1, Propagator::q);
      noise = leaves(whole, rows.size(), Propagator::noise);
      Propagator[] halves = propagators(a, c, b, noises, stepMs / 2);
      half = leaves(halves, rows.size(), Propagator::p);
      halfInputs = leaves(halves, system.symbols().size() + 1, Propagator::q);
      draw = new int[rows.size()];
      for (int col = 0; col < draw.length; col++) {
        draw[col] = silent(noise, col) ? g.number(0) : v.drawn(DrawKind.NORMAL);
      }
      if (anyHeld) {
        for (int row = 0; row < rows.size(); row++) {
          if (held[system.states().get(rows.get(row))]) {
            for (int i = 0; i < width; i++) {
              Arrays.fill(a[i][row], 0);
              Arrays.fill(c[i][row], 0);
              b[i][row] = 0;
              noises[i][row] = 0;
            }
          }
        }
        Propagator[] standing = propagators(a, c, b, noises, stepMs);
        whileHeld = leaves(standing, rows.size(), Propagator::p);
        whileHeldInputs = leaves(standing, system.symbols().size() + 1, Propagator::q);
      }
    }

    private void requireFinite(int row, int neuron, double[]... coefficients) {
      String name = v.equations.states().get(system.states().get(row)).name();
      for (double[] each : coefficients) {
        for (double x : each) {
          if (!Double.isFinite(x)) {
            throw new UsageException(
                "d"
                    + name
                    + "/dt: a coefficient is "
                    + x
                    + (width > 1 ? " for number " + neuron : "")
                    + "; is something divided by 0?");
          }
        }
      }
    }

    private boolean silent(int[][] matrix, int col) {
      return Arrays.stream(matrix).allMatch(row -> g.is(row[col], 0));
    }

    /** Σ P u + Σ Q s + q for a row. */
    int sum(int row, int[][] p, int[][] q, int[] kept) {
      int sum = g.number(0);
      for (int col = 0; col < rows.size(); col++) {
        int state = system.states().get(rows.get(col));
        sum = g.add(sum, g.multiply(kept[state], p[row][col]));
      }
      for (int s = 0; s < system.symbols().size(); s++) {
        sum = g.add(sum, g.multiply(system.symbols().get(s), q[row][s]));
      }
      return g.add(sum, q[row][system.symbols().size()]);
    }

    int noise(int row) {
      int sum = g.number(0);
      for (int col = 0; col <= row; col++) {
        sum = g.add(sum, g.multiply(draw[col], noise[row][col]));
      }
      return sum;
    }

    /** Whether a row does not need what is held. */
    boolean apart(int row) {
      for (int col = 0; col < rows.size(); col++) {
        if (held[system.states().get(rows.get(col))] && !g.is(free[row][col], 0)) {
          return false;
        }
      }
      return true;
    }
  }

  LinearStep(
      Variables v,
      FixedValues values,
      LinearSystem system,
      boolean[] held,
      int width,
      double stepMs) {
    this.v = v;
    this.g = v.g;
    this.values = values;
    this.system = system;
    this.held = held;
    this.width = width;
    this.stepMs = stepMs;
    shift = new int[v.states()];
    Arrays.fill(shift, g.number(0));
    for (List<Integer> rows : system.components(g)) {
      Part part = new Part(rows);
      parts.add(part);
      rows.forEach(row -> partOf.put(system.states().get(row), part));
    }
  }

  /** Lets the states of a part count from where they settle, where there is such a place. */
  private void settle(List<Integer> rows, double[][][] a, double[][] b) {
    double[][] points = new double[rows.size()][width];
    for (int i = 0; i < width; i++) {
      double[] point = Propagator.fixedPoint(a[i], b[i]);
      if (point == null) {
        return;
      }
      for (int row = 0; row < point.length; row++) {
        points[row][i] = point[row] + 0.0;
      }
    }
    for (int row = 0; row < points.length; row++) {
      shift[system.states().get(rows.get(row))] = values.leaf(points[row]);
    }
    for (double[] inhomogeneity : b) {
      Arrays.fill(inhomogeneity, 0);
    }
  }

  private double[][] numbers(int[][] nodes, List<Integer> rows, int neuron, boolean square) {
    double[][] m = new double[rows.size()][];
    for (int row = 0; row < m.length; row++) {
      int[] of = nodes[rows.get(row)];
      m[row] = new double[square ? m.length : of.length];
      for (int col = 0; col < m[row].length; col++) {
        m[row][col] = values.at(of[square ? rows.get(col) : col], neuron);
      }
    }
    return m;
  }

  private double[] numbers(int[] nodes, List<Integer> rows, int neuron) {
    double[] all = new double[rows.size()];
    for (int row = 0; row < all.length; row++) {
      all[row] = values.at(nodes[rows.get(row)], neuron);
    }
    return all;
  }

  private static Propagator[] propagators(
      double[][][] a, double[][][] c, double[][] b, double[][] noise, double stepMs) {
    Map<String, Propagator> known = new HashMap<>();
    Propagator[] all = new Propagator[a.length];
    for (int i = 0; i < all.length; i++) {
      int neuron = i;
      String key =
          Arrays.deepToString(a[i])
              + Arrays.deepToString(c[i])
              + Arrays.toString(b[i])
              + Arrays.toString(noise[i]);
      all[i] =
          known.computeIfAbsent(
              key, _ -> Propagator.of(a[neuron], c[neuron], b[neuron], noise[neuron], stepMs));
    }
    return all;
  }

  private int[][] leaves(
      Propagator[] of, int columns, java.util.function.Function<Propagator, double[][]> matrix) {
    int rows = matrix.apply(of[0]).length;
    int[][] leaf = new int[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int col = 0; col < columns; col++) {
        double[] each = new double[of.length];
        for (int i = 0; i < of.length; i++) {
          each[i] = matrix.apply(of[i])[row][col];
        }
        leaf[row][col] = values.leaf(each);
      }
    }
    return leaf;
  }

  /** Whether a state is linear. */
  boolean holds(int state) {
    return partOf.containsKey(state);
  }

  /** Whether noise reaches a state. */
  boolean noisy(int state) {
    Part part = part(state);
    return !g.is(part.noise(part.rows.indexOf(system.place(state))), 0);
  }

  /** What a state's kept number adds to another's in a step, as a leaf. */
  int factor(int of, int to) {
    Part part = part(to);
    return part == part(of)
        ? part.free[part.rows.indexOf(system.place(to))][part.rows.indexOf(system.place(of))]
        : g.number(0);
  }

  /** What 1 of stimulus adds to a state in a step, as a leaf. */
  int push(int state) {
    int stimulus = system.symbols().indexOf(g.leaf(Operation.STIMULUS, 0));
    Part part = part(state);
    int row = part.rows.indexOf(system.place(state));
    return stimulus < 0 ? g.number(0) : part.freeInputs[row][stimulus];
  }

  /** By state what is added to a kept number to give the value. */
  int[] shift() {
    return shift.clone();
  }

  /**
   * A state's kept number after the step.
   *
   * @param arrivedFree kept numbers after arrivals, where the neuron is not refractory
   * @param arrivedAny the same in either case
   */
  int next(int state, int[] arrivedFree, int[] arrivedAny) {
    Part part = part(state);
    int row = part.rows.indexOf(system.place(state));
    int free = part.sum(row, part.free, part.freeInputs, arrivedFree);
    free = g.add(free, part.noise(row));
    if (held[state] || !part.anyHeld || part.apart(row)) {
      return free;
    }
    int standing = part.sum(row, part.whileHeld, part.whileHeldInputs, arrivedAny);
    standing = g.add(standing, part.noise(row));
    return g.select(g.leaf(Operation.FREE, 0), free, standing);
  }

  /** Values of the linear states after {@code halves} half steps, the others as they were. */
  int[] later(int[] kept, int halves) {
    int[] there = kept.clone();
    for (Part part : parts) {
      for (int row = 0; row < part.rows.size(); row++) {
        int state = system.states().get(part.rows.get(row));
        int[][] p = halves == 1 ? part.half : part.free;
        int[][] q = halves == 1 ? part.halfInputs : part.freeInputs;
        int moved = halves == 0 ? kept[state] : part.sum(row, p, q, kept);
        if (held[state] && halves > 0) {
          moved = g.select(g.leaf(Operation.FREE, 0), moved, kept[state]);
        }
        there[state] = g.add(moved, shift[state]);
      }
    }
    return there;
  }

  private Part part(int state) {
    Part part = partOf.get(state);
    if (part == null) {
      throw new IllegalArgumentException("state " + state + " is not linear");
    }
    return part;
  }

  Integration told(String name, int state) {
    String why = "linear, with coefficients that stay the same";
    return new Integration(
        name, noisy(state) ? "exact, noise and all" : "exact", why, java.util.Optional.empty());
  }
}

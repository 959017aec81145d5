package org.hillock.spiking.equation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.Method;

/** The step of the states that are not linear; a state among them counts from 0. */
final class NonlinearStep {

  private final Variables v;
  private final Graph g;
  private final Calculus calculus;
  private final LinearStep linear;
  private final int[] derivatives;
  private final boolean[] held;
  private final Method method;
  private final String why;
  private final Map<String, int[]> rungeKutta = new HashMap<>();
  private int noise = -1;

  NonlinearStep(
      Variables v, LinearStep linear, int[] derivatives, boolean[] held, Optional<Method> stated) {
    this.v = v;
    this.g = v.g;
    this.linear = linear;
    this.derivatives = derivatives;
    this.held = held;
    calculus = new Calculus(g);
    boolean conditionally = true;
    for (int k = 0; k < derivatives.length; k++) {
      conditionally &= linear.holds(k) || linearInItself(k);
    }
    method = stated.orElse(conditionally ? Method.EXPONENTIAL_EULER : Method.RK4);
    why =
        stated.isPresent()
            ? "the text asks for it"
            : conditionally
                ? "linear in itself while the others stand still"
                : "not linear in itself";
  }

  private boolean linearInItself(int state) {
    int self = g.leaf(Operation.STATE, state);
    BitSet of = calculus.variables(calculus.derivative(derivatives[state], self));
    return !of.get(self);
  }

  /**
   * A state's value after the step.
   *
   * @param kept numbers that are kept of the states, after arrivals
   */
  int next(int state, int[] kept) {
    int[] start = linear.later(kept, 0);
    int moved =
        switch (method) {
          case EULER -> g.add(kept[state], g.multiply(of(derivatives[state], start), step(1)));
          case EXPONENTIAL_EULER -> exponential(state, start);
          case RK4 ->
              rungeKutta.computeIfAbsent(java.util.Arrays.toString(kept), _ -> fourth(kept))[state];
        };
    int strength = calculus.derivative(derivatives[state], v.noise());
    if (g.is(strength, 0)) {
      return moved;
    }
    if (noise < 0) {
      noise = v.drawn(DrawKind.NORMAL);
    }
    int root = g.number(Math.sqrt(v.stepMs));
    return g.add(moved, g.multiply(g.multiply(of(strength, start), root), noise));
  }

  private int step(double share) {
    return g.number(v.stepMs * share);
  }

  /** x + f·dt·exprel(dt·∂f/∂x): exact where f is linear in x. */
  private int exponential(int state, int[] start) {
    int f = of(derivatives[state], start);
    int slope = calculus.derivative(derivatives[state], g.leaf(Operation.STATE, state));
    int relaxed = g.unary(Operation.EXPREL, g.multiply(of(slope, start), step(1)));
    return g.add(start[state], g.multiply(g.multiply(f, step(1)), relaxed));
  }

  private int[] fourth(int[] kept) {
    int[] k1 = slopes(linear.later(kept, 0));
    int[] half = linear.later(kept, 1);
    int[] k2 = slopes(moved(half, kept, k1, 0.5));
    int[] k3 = slopes(moved(half, kept, k2, 0.5));
    int[] k4 = slopes(moved(linear.later(kept, 2), kept, k3, 1));
    int[] next = new int[kept.length];
    for (int k = 0; k < next.length; k++) {
      int middle = g.multiply(g.add(k2[k], k3[k]), g.number(2));
      int sum = g.add(g.add(k1[k], middle), k4[k]);
      next[k] = g.add(kept[k], g.multiply(sum, step(1.0 / 6)));
    }
    return next;
  }

  private int[] moved(int[] linearThen, int[] kept, int[] slope, double share) {
    int[] there = linearThen.clone();
    for (int k = 0; k < there.length; k++) {
      if (!linear.holds(k)) {
        there[k] = g.add(kept[k], g.multiply(slope[k], step(share)));
      }
    }
    return there;
  }

  private int[] slopes(int[] at) {
    int[] slope = new int[derivatives.length];
    for (int k = 0; k < slope.length; k++) {
      slope[k] = linear.holds(k) ? g.number(0) : of(derivatives[k], at);
      if (held[k] && !linear.holds(k)) {
        slope[k] = g.select(g.leaf(Operation.FREE, 0), slope[k], g.number(0));
      }
    }
    return slope;
  }

  /** A node at other values of the states, without noise. */
  private int of(int node, int[] at) {
    Map<Integer, Integer> with = new HashMap<>();
    for (int k = 0; k < at.length; k++) {
      with.put(g.leaf(Operation.STATE, k), at[k]);
    }
    with.put(v.noise(), g.number(0));
    return calculus.substitute(node, with);
  }

  Integration told(String name, int state) {
    boolean noisy = !g.is(calculus.derivative(derivatives[state], v.noise()), 0);
    String text =
        switch (method) {
          case EULER -> "Euler";
          case EXPONENTIAL_EULER -> "exponential Euler";
          case RK4 -> "Runge-Kutta of order 4";
        };
    Optional<Method> explicit =
        method == Method.EXPONENTIAL_EULER ? Optional.empty() : Optional.of(method);
    return new Integration(
        name, noisy ? text + ", noise by Euler and Maruyama" : text, why, explicit);
  }
}

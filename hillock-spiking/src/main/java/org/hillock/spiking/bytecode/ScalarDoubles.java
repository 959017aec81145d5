package org.hillock.spiking.bytecode;

import org.hillock.spiking.kernel.Acts;
import org.jspecify.annotations.Nullable;

/** What kernels say, for one neuron at a time in double precision. */
final class ScalarDoubles {

  /** Neurons that one word is about. */
  static final int LANES = 1;

  private ScalarDoubles() {}

  static void store(double x, double[] values, int at) {
    values[at] = x;
  }

  /** Takes what arrived out of its cell; interventions may keep it from the neuron. */
  static double arrived(double[] cells, int at, double quantum, @Nullable Acts acts, int i) {
    double sum = cells[at] * quantum;
    cells[at] = 0;
    return acts != null && acts.silences(i) ? 0 : sum;
  }

  /** What interventions add to the bias. */
  static double stimulus(@Nullable Acts acts, int i) {
    return acts == null ? 0 : acts.stimulus(i);
  }

  /** The value that interventions leave a neuron's potential. */
  static double decided(double x, @Nullable Acts acts, int i, int p) {
    return acts != null && acts.holds(i) ? acts.heldU(i, p) : x;
  }

  static boolean free(int freeAt, int step) {
    return freeAt <= step;
  }

  static double negate(double a) {
    return -a;
  }

  static double abs(double a) {
    return Math.abs(a);
  }

  static double sqrt(double a) {
    return Math.sqrt(a);
  }

  static double add(double a, double b) {
    return a + b;
  }

  static double subtract(double a, double b) {
    return a - b;
  }

  static double multiply(double a, double b) {
    return a * b;
  }

  static double divide(double a, double b) {
    return a / b;
  }

  static double min(double a, double b) {
    return Math.min(a, b);
  }

  static double max(double a, double b) {
    return Math.max(a, b);
  }

  static double select(double no, double yes, boolean truth) {
    return truth ? yes : no;
  }

  static boolean above(double a, double b) {
    return a > b;
  }

  static boolean atLeast(double a, double b) {
    return a >= b;
  }

  static boolean and(boolean a, boolean b) {
    return a & b;
  }

  static boolean or(boolean a, boolean b) {
    return a | b;
  }

  static boolean not(boolean a) {
    return !a;
  }

  /** Whether a neuron that would fire does: not where its potential is held. */
  static boolean unheld(boolean spike, @Nullable Acts acts, int i) {
    return spike && !(acts != null && acts.holds(i));
  }

  static void refract(int[] freeAt, int[] refractory, int i, int p, int step) {
    freeAt[i] = step + 1 + refractory[p];
  }
}

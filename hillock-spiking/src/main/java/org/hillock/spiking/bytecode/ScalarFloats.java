package org.hillock.spiking.bytecode;

import org.hillock.spiking.kernel.Acts;
import org.jspecify.annotations.Nullable;

/** What kernels say, for one neuron at a time in single precision. */
final class ScalarFloats {

  /** Neurons that one word is about. */
  static final int LANES = 1;

  private ScalarFloats() {}

  static void store(float x, float[] values, int at) {
    values[at] = x;
  }

  /** Takes what arrived out of its cell; interventions may keep it from the neuron. */
  static float arrived(int[] cells, int at, float quantum, @Nullable Acts acts, int i) {
    float sum = cells[at] * quantum;
    cells[at] = 0;
    return acts != null && acts.silences(i) ? 0 : sum;
  }

  /** What interventions add to the bias. */
  static float stimulus(@Nullable Acts acts, int i) {
    return acts == null ? 0 : (float) acts.stimulus(i);
  }

  /** The value that interventions leave a neuron's potential. */
  static float decided(float x, @Nullable Acts acts, int i, int p) {
    return acts != null && acts.holds(i) ? (float) acts.heldU(i, p) : x;
  }

  static boolean free(int freeAt, int step) {
    return freeAt <= step;
  }

  static float negate(float a) {
    return -a;
  }

  static float abs(float a) {
    return Math.abs(a);
  }

  static float sqrt(float a) {
    return (float) Math.sqrt(a);
  }

  static float add(float a, float b) {
    return a + b;
  }

  static float subtract(float a, float b) {
    return a - b;
  }

  static float multiply(float a, float b) {
    return a * b;
  }

  static float divide(float a, float b) {
    return a / b;
  }

  static float min(float a, float b) {
    return Math.min(a, b);
  }

  static float max(float a, float b) {
    return Math.max(a, b);
  }

  static float select(float no, float yes, boolean truth) {
    return truth ? yes : no;
  }

  static boolean above(float a, float b) {
    return a > b;
  }

  static boolean atLeast(float a, float b) {
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

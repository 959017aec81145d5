package org.hillock.spiking.bytecode;

import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.jspecify.annotations.Nullable;

/** What kernels say, for one neuron at a time in single precision. */
final class ScalarFloats {

  /** Neurons that one word is about. */
  static final int LANES = 1;

  private ScalarFloats() {}

  static float number(float x) {
    return x;
  }

  static float load(float[] values, int at) {
    return values[at];
  }

  static void store(float x, float[] values, int at) {
    values[at] = x;
  }

  /** Takes what arrived out of its cell. */
  static float arrived(int[] cells, int at, float quantum) {
    float sum = cells[at] * quantum;
    cells[at] = 0;
    return sum;
  }

  /** The same where interventions may keep it from the neuron. */
  static float arrived(int[] cells, int at, float quantum, @Nullable Acts acts, int i) {
    float sum = arrived(cells, at, quantum);
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

  static boolean free(int[] freeAt, int i, int step) {
    return freeAt[i] <= step;
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

  static float select(boolean truth, float yes, float no) {
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

  /** Notes a spike; whether there is one. */
  static boolean fired(boolean spike, int i, int step, FiredSpikes fired) {
    if (spike) {
      fired.add(i, step);
    }
    return spike;
  }

  /** The same where a neuron whose potential is held makes none. */
  static boolean fired(boolean spike, int i, int step, FiredSpikes fired, @Nullable Acts acts) {
    return fired(spike && !(acts != null && acts.holds(i)), i, step, fired);
  }

  static void refract(boolean spike, int[] freeAt, int[] refractory, int i, int p, int step) {
    if (spike) {
      freeAt[i] = step + 1 + refractory[p];
    }
  }
}

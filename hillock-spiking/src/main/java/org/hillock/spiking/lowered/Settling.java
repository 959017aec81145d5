package org.hillock.spiking.lowered;

/**
 * When a neuron counts as having come to rest.
 *
 * <p>After every {@value #STEPS} steps a potential (mV above where the neuron settles) or current
 * (pA or mV) that is smaller than the tolerance becomes 0. Exponentials never end by themselves; so
 * a network without input comes to rest, whose neurons need no update.
 */
public final class Settling {

  /** Steps between two looks, a power of two. */
  public static final int STEPS = 256;

  /** Tolerance of states in double precision. */
  public static final double DOUBLE = 0x1p-44;

  /** Tolerance of states in single precision. */
  public static final float SINGLE = 0x1p-24f;

  private Settling() {}

  /** Whether it is looked after step {@code n}. */
  public static boolean after(long n) {
    return (n + 1) % STEPS == 0;
  }

  /** Brings what is at rest to 0. */
  public static void settle(double[] variable) {
    settle(variable, 0, variable.length);
  }

  /** Brings what is at rest to 0, from {@code from} to before {@code to}. */
  public static void settle(double[] variable, int from, int to) {
    for (int i = from; i < to; i++) {
      variable[i] = Math.abs(variable[i]) < DOUBLE ? 0 : variable[i];
    }
  }

  /** Brings what is at rest to 0, from {@code from} to before {@code to}. */
  public static void settle(float[] variable, int from, int to) {
    for (int i = from; i < to; i++) {
      variable[i] = Math.abs(variable[i]) < SINGLE ? 0 : variable[i];
    }
  }
}

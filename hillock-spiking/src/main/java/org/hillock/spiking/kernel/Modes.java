package org.hillock.spiking.kernel;

/**
 * What the two exponentials of a {@link ModalFloats} neuron come to after k steps, for k from 0 to
 * {@code period}: tables, so that any number of steps costs the same.
 *
 * @param decay a^k, where a is the decay of u in a step
 * @param decayG b^k, where b is the decay of g in a step
 * @param ofG c·b^k, where c = fromG/(b - a) is what 1 mV of g holds of u
 * @param back a^-k
 * @param backG b^-k
 * @param toH -c·a^-k, what 1 mV that arrives at g after k steps adds to h
 */
public record Modes(
    float[] decay, float[] decayG, float[] ofG, float[] back, float[] backG, float[] toH) {

  /** Beyond it the two exponentials all but cancel, and their rounding would show. */
  private static final double MOST_SHARE = 16;

  /** Less would not be told from 0 after a period, nor its inverse from infinity. */
  private static final double LEAST_DECAY = 1e-25;

  /**
   * The tables for a neuron with those decays in a step.
   *
   * @param fromG what 1 mV of g adds to u in a step
   * @param period most steps
   */
  public static Modes of(double decay, double decayG, double fromG, int period) {
    double share = fromG / (decayG - decay);
    Modes modes =
        new Modes(
            new float[period + 1],
            new float[period + 1],
            new float[period + 1],
            new float[period + 1],
            new float[period + 1],
            new float[period + 1]);
    for (int k = 0; k <= period; k++) {
      double a = StrictMath.pow(decay, k);
      double b = StrictMath.pow(decayG, k);
      modes.decay[k] = (float) a;
      modes.decayG[k] = (float) b;
      modes.ofG[k] = (float) (share * b);
      modes.back[k] = (float) (1 / a);
      modes.backG[k] = (float) (1 / b);
      modes.toH[k] = (float) (-share / a);
    }
    return modes;
  }

  /** Whether neurons with those decays are well told by two exponentials for a period. */
  public static boolean fit(double decay, double decayG, double fromG, int period) {
    return Math.abs(fromG) <= MOST_SHARE * Math.abs(decayG - decay)
        && StrictMath.pow(decay, period) >= LEAST_DECAY
        && StrictMath.pow(decayG, period) >= LEAST_DECAY;
  }
}

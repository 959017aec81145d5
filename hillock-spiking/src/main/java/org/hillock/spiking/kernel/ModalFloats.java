package org.hillock.spiking.kernel;

/**
 * Leaky neurons with one exponential drive g, all alike and reset to where they settle, told by
 * their two exponentials: k steps after the last {@link #settle} it is u = h·a^k + c·g·b^k, with
 * the names of {@link Modes}. Between arrivals nothing changes, so a neuron that can't fire costs
 * nothing; and when it is looked at changes no bit.
 *
 * @param h amplitude of the membrane's own exponential, in mV
 * @param g amplitude of the drive, in mV
 * @param near by neuron, 64 to a word: whether it might fire without an arrival
 * @param freeAt first step in which the neuron is not refractory; h and g are 0 until then
 * @param threshold of u, above 0
 * @param refractory steps
 * @param peakOfG the most that 1 mV of g will ever have added to u, or a little more
 * @param modes tables
 */
public record ModalFloats(
    float[] h,
    float[] g,
    long[] near,
    int[] freeAt,
    float threshold,
    int refractory,
    float peakOfG,
    Modes modes) {

  /** A potential that much below the threshold, in parts of it, is not near. */
  static final float CLEAR = 0.999f;

  /** What the rounding of u may come to, in parts of a g below 0. */
  static final float ROUNDING = 1e-5f;

  /** The potential of a neuron above where it settles, {@code k} steps after settling. */
  public float u(int i, int k) {
    return h[i] * modes.decay()[k] + g[i] * modes.ofG()[k];
  }

  /** The drive of a neuron, {@code k} steps after settling. */
  public float drive(int i, int k) {
    return g[i] * modes.decayG()[k];
  }

  /**
   * Starts a new period: the amplitudes become those after {@code k} steps, and what is smaller
   * than {@code tolerance} 0.
   */
  public void settle(int from, int to, int k, float tolerance) {
    float decay = modes.decay()[k];
    float decayG = modes.decayG()[k];
    for (int i = from; i < to; i++) {
      float nextH = h[i] * decay;
      float nextG = g[i] * decayG;
      h[i] = Math.abs(nextH) < tolerance ? 0 : nextH;
      g[i] = Math.abs(nextG) < tolerance ? 0 : nextG;
    }
  }
}

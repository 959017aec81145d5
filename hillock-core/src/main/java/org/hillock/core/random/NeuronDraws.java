package org.hillock.core.random;

/**
 * Random numbers that the neurons of a population draw while they run: one for each neuron, step
 * and draw, at that address.
 */
public final class NeuronDraws {

  private final long seed;
  private final int place;
  private final int draw;

  /**
   * The numbers of one draw.
   *
   * @param seed of the trial
   * @param place of the population in the network, 0..65535
   * @param draw which of a step's draws, 0..255
   */
  public NeuronDraws(long seed, int place, int draw) {
    if (place < 0 || place > 0xFFFF || draw < 0 || draw > 0xFF) {
      throw new IllegalArgumentException("place " + place + ", draw " + draw);
    }
    this.seed = seed;
    this.place = place;
    this.draw = draw;
  }

  private long bits(int neuron, long step) {
    return Philox.bits(seed, Purpose.NOISE, neuron, step, place << 8 | draw);
  }

  /** Uniform in [0, 1), for {@code count} neurons from {@code first}. */
  public void uniform(int first, int count, long step, double[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = (bits(first + i, step) >>> 11) * 0x1p-53;
    }
  }

  /** Standard normal, for {@code count} neurons from {@code first}. */
  public void normal(int first, int count, long step, double[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = NormalQuantile.at(NormalQuantile.probability(bits(first + i, step)));
    }
  }
}

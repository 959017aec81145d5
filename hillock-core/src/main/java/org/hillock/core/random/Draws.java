package org.hillock.core.random;

/**
 * A stream of draws at one address (seed, purpose, index, step): the n-th call is draw n.
 *
 * <p>For experiments and wiring; a hot loop addresses {@link Philox} itself. Not thread-safe: make
 * one per worker and address.
 */
public final class Draws {

  private final long seed;
  private final Purpose purpose;
  private final long index;
  private final long step;
  private int next;

  public Draws(long seed, Purpose purpose, long index, long step) {
    this.seed = seed;
    this.purpose = purpose;
    this.index = index;
    this.step = step;
  }

  /** A stream at step 0. */
  public Draws(long seed, Purpose purpose, long index) {
    this(seed, purpose, index, 0);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** Uniform in 0..bound-1; {@code bound} at least 1. */
  public int below(int bound) {
    return (int) below((long) bound);
  }

  /** Uniform in 0..bound-1, up to a bias of bound/2^53. */
  public long below(long bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is not >= 1");
    }
    return (long) (uniform() * bound);
  }

  /** Standard normal, by inversion of the cumulative distribution. */
  public double normal() {
    return NormalQuantile.at(NormalQuantile.probability(bits()));
  }

  /** 64 random bits. */
  public long bits() {
    return Philox.bits(seed, purpose, index, step, next++);
  }

  /** Exponential with mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /** A whole number in 0..bound-1 from 32 of the bits, up to a bias of bound/2^32. */
  public static int below(int word, int bound) {
    return (int) (Integer.toUnsignedLong(word) * bound >>> 32);
  }

  /** Shuffles in place (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}

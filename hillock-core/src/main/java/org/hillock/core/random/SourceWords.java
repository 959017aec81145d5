package org.hillock.core.random;

import java.util.Arrays;

/**
 * The random words of some sources of a population, step by step: what {@link Philox#sourceWord}
 * gives for each, but one round of all blocks at a time, in plain loops that the compiler makes
 * vectors of. Not thread-safe.
 */
public final class SourceWords {

  private static final long WORD = 0xFFFFFFFFL;
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  /** Number of each block of 128 bits that is needed, ascending. */
  private final long[] blocks;

  /** By source: twice the place of its block, and one more for the later half of its bits. */
  private final int[] half;

  /** By source: where in that half its word begins. */
  private final int[] shift;

  /** The halves of all blocks in turn. */
  private final long[] halves;

  private final long[] x0;
  private final long[] x1;
  private final long[] x2;
  private final long[] x3;

  /**
   * The words of those sources.
   *
   * @param neurons numbers of sources in their population, at least 0
   */
  public SourceWords(int[] neurons) {
    blocks = Arrays.stream(neurons).mapToLong(SourceWords::block).sorted().distinct().toArray();
    half = new int[neurons.length];
    shift = new int[neurons.length];
    for (int k = 0; k < neurons.length; k++) {
      int later = (neurons[k] & 16) != 0 ? 1 : 0;
      half[k] = 2 * Arrays.binarySearch(blocks, block(neurons[k])) + later;
      shift[k] = (neurons[k] & 1) * 32;
    }
    halves = new long[2 * blocks.length];
    x0 = new long[blocks.length];
    x1 = new long[blocks.length];
    x2 = new long[blocks.length];
    x3 = new long[blocks.length];
  }

  private static long block(int neuron) {
    return neuron >>> 5 << 3 | (neuron & 15) >>> 1;
  }

  /** Draws the words of a step; arguments as those of {@link Philox#sourceWord}. */
  public void draw(long seed, int source, long step) {
    System.arraycopy(blocks, 0, x0, 0, blocks.length);
    Arrays.fill(x1, step & WORD);
    Arrays.fill(x2, (source | ((int) (step >>> 32) << 16)) & WORD);
    Arrays.fill(x3, (long) Purpose.SPIKE_SOURCE.code() << 24);
    int a = (int) seed;
    int b = (int) (seed >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      round(a & WORD, b & WORD);
      a += W0;
      b += W1;
    }
    for (int i = 0; i < blocks.length; i++) {
      halves[2 * i] = x0[i] | x1[i] << 32;
      halves[2 * i + 1] = x2[i] | x3[i] << 32;
    }
  }

  private void round(long a, long b) {
    for (int i = 0; i < x0.length; i++) {
      long p0 = M0 * x0[i];
      long p1 = M1 * x2[i];
      x0[i] = (p1 >>> 32) ^ x1[i] ^ a;
      x1[i] = p1 & WORD;
      x2[i] = (p0 >>> 32) ^ x3[i] ^ b;
      x3[i] = p0 & WORD;
    }
  }

  /** The word of the {@code k}-th source in the step drawn last. */
  public int word(int k) {
    return (int) (halves[half[k]] >>> shift[k]);
  }
}

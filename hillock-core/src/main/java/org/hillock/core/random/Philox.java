package org.hillock.core.random;

/**
 * The counter-based generator Philox4x32-10: a random number is a function of its address, so it is
 * the same whichever thread asks and in whichever order.
 *
 * <p>Salmon, Moraes, Dror, Shaw 2011, doi 10.1145/2063384.2063405; checked against the known-answer
 * vectors of its authors' Random123.
 *
 * <p>An address is (seed, purpose, index, step, draw): the seed and the purpose make the key and
 * part of the counter, index and step the rest. Two different addresses never share a number.
 */
public final class Philox {

  private static final int M0 = 0xD2511F53;
  private static final int M1 = 0xCD9E8D57;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;

  private Philox() {}

  /**
   * The first 64 of the 128 bits at counter (c0..c3) under key (k0, k1).
   *
   * @return word 0 in the low half, word 1 in the high half
   */
  public static long block(int c0, int c1, int c2, int c3, int k0, int k1) {
    return half(false, c0, c1, c2, c3, k0, k1);
  }

  private static long half(boolean later, int c0, int c1, int c2, int c3, int k0, int k1) {
    int x0 = c0;
    int x1 = c1;
    int x2 = c2;
    int x3 = c3;
    int a = k0;
    int b = k1;
    for (int round = 0; round < 10; round++) {
      long p0 = Integer.toUnsignedLong(M0) * Integer.toUnsignedLong(x0);
      long p1 = Integer.toUnsignedLong(M1) * Integer.toUnsignedLong(x2);
      x0 = (int) (p1 >>> 32) ^ x1 ^ a;
      x1 = (int) p1;
      int y2 = (int) (p0 >>> 32) ^ x3 ^ b;
      x3 = (int) p0;
      x2 = y2;
      a += W0;
      b += W1;
    }
    return later
        ? Integer.toUnsignedLong(x2) | ((long) x3 << 32)
        : Integer.toUnsignedLong(x0) | ((long) x1 << 32);
  }

  /** Draws at one address (seed, purpose, index, step). */
  public static final int MOST_DRAWS = 1 << 24;

  /**
   * The 32 random bits of neuron {@code i} of a population of sources at a step.
   *
   * <p>One block of 128 bits serves four neurons. Of each 32 neurons, the first sixteen take words
   * 0 and 1 of eight blocks in turn and the others words 2 and 3, so that a loop over neurons that
   * makes several blocks at a time finds its words side by side.
   *
   * @param source place of the population in the network, 0..65535
   * @param step at least 0 and below 2^47
   */
  public static int sourceWord(long seed, int source, int i, long step) {
    int block = (i >>> 5 << 3) | ((i & 15) >>> 1);
    int c2 = source | ((int) (step >>> 32) << 16);
    int c3 = Purpose.SPIKE_SOURCE.code() << 24;
    boolean later = (i & 16) != 0;
    long words = half(later, block, (int) step, c2, c3, (int) seed, (int) (seed >>> 32));
    return (int) ((i & 1) == 0 ? words : words >>> 32);
  }

  /**
   * 64 random bits at an address; {@code index} and {@code step} use their low 48 bits together.
   *
   * @param draw 0 to {@link #MOST_DRAWS} - 1
   */
  public static long bits(long seed, Purpose purpose, long index, long step, int draw) {
    if (draw < 0 || draw >= MOST_DRAWS) {
      throw new IllegalArgumentException("draw " + draw + " is not in 0.." + (MOST_DRAWS - 1));
    }
    int key0 = (int) seed;
    int key1 = (int) (seed >>> 32);
    return block(
        (int) index,
        (int) step,
        (int) (index >>> 32) ^ ((int) (step >>> 32) << 16),
        (purpose.code() << 24) ^ draw,
        key0,
        key1);
  }
}

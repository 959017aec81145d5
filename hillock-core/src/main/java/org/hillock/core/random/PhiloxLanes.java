package org.hillock.core.random;

/**
 * Philox4x32-10 at many counters that differ in their second word alone, one round of all of them
 * at a time: plain loops over arrays, which the compiler makes vectors of. Not thread-safe.
 */
final class PhiloxLanes {

  /** Counters at a time: their four words stay in the first-level cache. */
  private static final int LANES = 256;

  private static final long WORD = 0xFFFFFFFFL;
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  private final long[] x0 = new long[LANES];
  private final long[] x1 = new long[LANES];
  private final long[] x2 = new long[LANES];
  private final long[] x3 = new long[LANES];

  /**
   * The first 64 of the 128 bits at each counter: what {@link Philox#block} gives for ({@code c0},
   * low word of {@code c1[i]}, {@code c2}, {@code c3}).
   */
  void blocks(int c0, long[] c1, int c2, int c3, int k0, int k1, int count, long[] into) {
    for (int from = 0; from < count; from += LANES) {
      int lanes = Math.min(LANES, count - from);
      firstRounds(c0, c1, c2, c3, k0, k1, from, lanes);
      for (int round = 3; round < ROUNDS - 1; round++) {
        round(key(k0, W0, round), key(k1, W1, round), lanes);
      }
      lastRound(key(k0, W0, ROUNDS - 1), from, lanes, into);
    }
  }

  private static long key(int first, int weyl, int round) {
    return (first + round * weyl) & WORD;
  }

  /** Three rounds, in which half of the words are still the same in all lanes. */
  private void firstRounds(int c0, long[] c1, int c2, int c3, int k0, int k1, int from, int lanes) {
    long p0 = M0 * (c0 & WORD);
    long p1 = M1 * (c2 & WORD);
    long varying = (p1 >>> 32) ^ (k0 & WORD);
    long second = p1 & WORD;
    long fourth = p0 & WORD;
    long q1 = M1 * ((p0 >>> 32) ^ (c3 & WORD) ^ (k1 & WORD));
    long q0 = M0 * ((q1 >>> 32) ^ second ^ key(k0, W0, 1));
    long ofThird = fourth ^ key(k1, W1, 1);
    long ofFirst = (q1 & WORD) ^ key(k0, W0, 2);
    long third = (q0 >>> 32) ^ key(k1, W1, 2);
    long last = q0 & WORD;
    for (int i = 0; i < lanes; i++) {
      long a = M0 * ((c1[from + i] & WORD) ^ varying);
      long b = M1 * ((a >>> 32) ^ ofThird);
      x0[i] = (b >>> 32) ^ ofFirst;
      x1[i] = b & WORD;
      x2[i] = third ^ (a & WORD);
      x3[i] = last;
    }
  }

  private void round(long a, long b, int lanes) {
    for (int i = 0; i < lanes; i++) {
      long p0 = M0 * x0[i];
      long p1 = M1 * x2[i];
      x0[i] = (p1 >>> 32) ^ x1[i] ^ a;
      x1[i] = p1 & WORD;
      x2[i] = (p0 >>> 32) ^ x3[i] ^ b;
      x3[i] = p0 & WORD;
    }
  }

  private void lastRound(long a, int from, int lanes, long[] into) {
    for (int i = 0; i < lanes; i++) {
      long p1 = M1 * x2[i];
      into[from + i] = (p1 >>> 32) ^ x1[i] ^ a | p1 << 32;
    }
  }
}

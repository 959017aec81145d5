package org.hillock.core.random;

/**
 * Standard normal numbers from random bits, many at a time and each to the bit what {@link
 * NormalQuantile} gives: all are reckoned as those near the centre of the curve, then those of its
 * tails once more, apart, so that all loops but that of the logarithm become vectors. Not
 * thread-safe.
 */
final class NormalBatch {

  private final int[] tail;

  /** Of each number in a tail: how probable it is that one is farther out, then its root. */
  private final double[] farther;

  private final double[] root;
  private final double[] number;

  /** Room for so many at a time. */
  NormalBatch(int most) {
    tail = new int[most];
    farther = new double[most];
    root = new double[most];
    number = new double[most];
  }

  /** One number from each 64 bits. */
  void at(long[] bits, int count, double[] into) {
    centre(bits, count, into);
    int tails = 0;
    for (int i = 0; i < count; i++) {
      double q = NormalQuantile.probability(bits[i]) - 0.5;
      tail[tails] = i;
      tails += Math.abs(q) > NormalQuantile.CENTRE ? 1 : 0;
    }
    for (int k = 0; k < tails; k++) {
      double p = NormalQuantile.probability(bits[tail[k]]);
      farther[k] = p < 0.5 ? p : 1 - p;
    }
    for (int k = 0; k < tails; k++) {
      root[k] = Math.sqrt(-StrictMath.log(farther[k]));
    }
    tails(tails);
    for (int k = 0; k < tails; k++) {
      double x = root[k] <= NormalQuantile.FAR ? number[k] : NormalQuantile.far(root[k]);
      into[tail[k]] = bits[tail[k]] < 0 ? x : -x;
    }
  }

  private static void centre(long[] bits, int count, double[] into) {
    double[] above = NormalQuantile.CENTRE_ABOVE;
    double[] below = NormalQuantile.CENTRE_BELOW;
    double a0 = above[0];
    double a1 = above[1];
    double a2 = above[2];
    double a3 = above[3];
    double a4 = above[4];
    double a5 = above[5];
    double a6 = above[6];
    double a7 = above[7];
    double b0 = below[0];
    double b1 = below[1];
    double b2 = below[2];
    double b3 = below[3];
    double b4 = below[4];
    double b5 = below[5];
    double b6 = below[6];
    double b7 = below[7];
    for (int i = 0; i < count; i++) {
      double q = (bits[i] >>> 12) * 0x1p-52 + 0x1p-53 - 0.5;
      double r = 0.180625 - q * q;
      double a = ((((((a0 * r + a1) * r + a2) * r + a3) * r + a4) * r + a5) * r + a6) * r + a7;
      double b = ((((((b0 * r + b1) * r + b2) * r + b3) * r + b4) * r + b5) * r + b6) * r + b7;
      into[i] = q * (a / b);
    }
  }

  private void tails(int count) {
    double[] above = NormalQuantile.TAIL_ABOVE;
    double[] below = NormalQuantile.TAIL_BELOW;
    double a0 = above[0];
    double a1 = above[1];
    double a2 = above[2];
    double a3 = above[3];
    double a4 = above[4];
    double a5 = above[5];
    double a6 = above[6];
    double a7 = above[7];
    double b0 = below[0];
    double b1 = below[1];
    double b2 = below[2];
    double b3 = below[3];
    double b4 = below[4];
    double b5 = below[5];
    double b6 = below[6];
    double b7 = below[7];
    for (int k = 0; k < count; k++) {
      double r = root[k] - NormalQuantile.TAIL;
      double a = ((((((a0 * r + a1) * r + a2) * r + a3) * r + a4) * r + a5) * r + a6) * r + a7;
      double b = ((((((b0 * r + b1) * r + b2) * r + b3) * r + b4) * r + b5) * r + b6) * r + b7;
      number[k] = a / b;
    }
  }
}

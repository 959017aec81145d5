package org.hillock.app.bench;

import java.util.Arrays;

/**
 * What the hardware allows, measured beside a network.
 *
 * @param scatterNsPerEvent see {@link RawScatter}
 * @param copyGBPerSecond bytes read and written by one thread that copies a large array, in 1e9
 * @param updateNs time of {@code v = v·a + b} for one of {@value #NEURONS} numbers, in a plain loop
 *     in single precision on one thread
 */
record RawLimits(double scatterNsPerEvent, double copyGBPerSecond, double updateNs) {

  static final int NEURONS = 80_000;

  private static final int COPIED = 1 << 24;
  private static final int WARMING = 5;
  private static final int UPDATES = 2_000;

  /** Measures; takes about a second. */
  static RawLimits measure(WorkingSet set, int threads) {
    return new RawLimits(new RawScatter(set, threads).nsPerEvent(), copy(), update());
  }

  private static double copy() {
    long[] from = new long[COPIED];
    long[] to = new long[COPIED];
    Arrays.fill(from, 1);
    return Rounds.median(
        WARMING,
        () -> {
          long began = System.nanoTime();
          System.arraycopy(from, 0, to, 0, COPIED);
          return 2.0 * Long.BYTES * COPIED / (System.nanoTime() - began);
        });
  }

  private static double update() {
    float[] v = new float[NEURONS];
    return Rounds.median(
        WARMING,
        () -> {
          long began = System.nanoTime();
          for (int k = 0; k < UPDATES; k++) {
            step(v, 0.995f, 0.1f);
          }
          return (System.nanoTime() - began) / ((double) UPDATES * NEURONS);
        });
  }

  private static void step(float[] v, float a, float b) {
    for (int i = 0; i < v.length; i++) {
      v[i] = v[i] * a + b;
    }
  }
}

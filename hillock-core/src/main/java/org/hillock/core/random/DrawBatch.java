package org.hillock.core.random;

import org.jspecify.annotations.Nullable;

/**
 * Streams of draws at many addresses (seed, purpose, index, step) that differ in their step: the
 * first draw of each, to the bit what {@link Draws} gives there, in a fraction of the time.
 *
 * <p>Not thread-safe: make one per worker.
 */
public final class DrawBatch {

  /** Addresses at a time. */
  public static final int MOST = 1024;

  private final long seed;
  private final Purpose purpose;
  private final long index;
  private final PhiloxLanes lanes = new PhiloxLanes();
  private final long[] steps = new long[MOST];
  private final long[] bits = new long[MOST];
  private int count;

  /** Made when normal numbers are first asked for. */
  private @Nullable NormalBatch normal;

  public DrawBatch(long seed, Purpose purpose, long index) {
    this.seed = seed;
    this.purpose = purpose;
    this.index = index;
  }

  /**
   * Goes to other addresses.
   *
   * @param count how many of {@code steps}, from its beginning; at most {@link #MOST}
   */
  public void moveTo(long[] steps, int count) {
    System.arraycopy(steps, 0, this.steps, 0, count);
    this.count = count;
    draw();
  }

  /** Goes to the addresses of {@code count} steps from {@code first} on. */
  public void moveTo(long first, int count) {
    for (int i = 0; i < count; i++) {
      steps[i] = first + i;
    }
    this.count = count;
    draw();
  }

  private void draw() {
    long all = 0;
    for (int i = 0; i < count; i++) {
      all |= steps[i];
    }
    if (all >>> 32 == 0) {
      int c3 = purpose.code() << 24;
      int k1 = (int) (seed >>> 32);
      lanes.blocks((int) index, steps, (int) (index >>> 32), c3, (int) seed, k1, count, bits);
    } else {
      for (int i = 0; i < count; i++) {
        bits[i] = Philox.bits(seed, purpose, index, steps[i], 0);
      }
    }
  }

  /** How many addresses. */
  public int count() {
    return count;
  }

  /** The 64 random bits at the i-th address. */
  public long bits(int i) {
    return bits[i];
  }

  /** Uniform in [0, 1), one for each address. */
  public void uniform(double[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = (bits[i] >>> 11) * 0x1p-53;
    }
  }

  /** Standard normal, one for each address. */
  public void normal(double[] into) {
    NormalBatch normals = normal == null ? new NormalBatch(MOST) : normal;
    normal = normals;
    normals.at(bits, count, into);
  }

  /** The stream at the i-th address, from its first draw on. */
  public Draws stream(int i) {
    return new Draws(seed, purpose, index, steps[i]);
  }
}

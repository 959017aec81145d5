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
    return Philox.uniform(seed, purpose, index, step, next++);
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

  /** Standard normal, by Box and Muller (one of the pair), with StrictMath so that bits agree. */
  public double normal() {
    double u = 1 - uniform();
    double v = uniform();
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
  }

  /** Exponential with mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /**
   * A Poisson count of the given mean, 0 or more: by inversion below 10, above by PTRS (Hörmann
   * 1993).
   */
  public int poisson(double mean) {
    return mean < 10 ? poissonByInversion(mean) : poissonByRejection(mean);
  }

  private int poissonByInversion(double mean) {
    double u = uniform();
    double p = StrictMath.exp(-mean);
    double sum = p;
    int k = 0;
    while (u > sum && k < 1000) {
      k++;
      p *= mean / k;
      sum += p;
    }
    return k;
  }

  /** Transformed rejection with squeeze, doi 10.1016/0167-6687(93)90997-4. */
  private int poissonByRejection(double mean) {
    double logMean = StrictMath.log(mean);
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double vr = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = uniform() - 0.5;
      double v = 1 - uniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= vr) {
        return (int) k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left =
          StrictMath.log(v) + StrictMath.log(inverseAlpha) - StrictMath.log(a / (us * us) + b);
      if (left <= -mean + k * logMean - logFactorial(k)) {
        return (int) k;
      }
    }
  }

  private static double logFactorial(double k) {
    if (k < 10) {
      double product = 1;
      for (int i = 2; i <= k; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double x = k + 1;
    return (x - 0.5) * StrictMath.log(x)
        - x
        + 0.5 * StrictMath.log(2 * Math.PI)
        + 1 / (12 * x)
        - 1 / (360 * x * x * x)
        + 1 / (1260 * x * x * x * x * x);
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

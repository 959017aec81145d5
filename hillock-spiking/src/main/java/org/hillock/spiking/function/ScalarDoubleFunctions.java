package org.hillock.spiking.function;

/**
 * Elementary functions in double precision, one value at a time; {@link VectorDoubleFunctions}
 * gives the same bits. Only additions, multiplications, divisions, whole numbers and choices: every
 * machine gives the same.
 *
 * <p>What a function does on its whole range and its largest error in units in the last place of
 * the exact value (ulp; below the normal numbers, of the least one) stand at its method on one
 * value. Those on arrays take {@code count} values of {@code x} from {@code xAt} on and leave the
 * results in {@code y} from {@code yAt} on; the two ranges are the same or do not overlap. They
 * throw {@link IndexOutOfBoundsException} where a range leaves its array. NaN gives NaN.
 */
public final class ScalarDoubleFunctions {

  private ScalarDoubleFunctions() {}

  /**
   * Returns e<sup>x</sup>, at most 1 ulp off. Gradual underflow; 0 below, infinite above the range.
   */
  public static double exp(double x) {
    return DoubleExponentials.exp(x);
  }

  /** {@link #exp(double)} of {@code count} values. */
  public static void exp(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleExponentials.exp(x[xAt + i]);
    }
  }

  /**
   * Returns (e<sup>x</sup> - 1) / x, at most 2 ulp off. 1 at 0, e<sup>x</sup> / x for large x even
   * where e<sup>x</sup> is infinite, 0 at -∞.
   */
  public static double exprel(double x) {
    return DoubleExponentials.exprel(x);
  }

  /** {@link #exprel(double)} of {@code count} values. */
  public static void exprel(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleExponentials.exprel(x[xAt + i]);
    }
  }

  /**
   * Returns 1 / (1 + e<sup>-x</sup>), at most 2 ulp off. Gradual underflow for large negative x.
   */
  public static double sigmoid(double x) {
    return DoubleExponentials.sigmoid(x);
  }

  /** {@link #sigmoid(double)} of {@code count} values. */
  public static void sigmoid(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleExponentials.sigmoid(x[xAt + i]);
    }
  }

  /**
   * Returns the hyperbolic tangent of x, at most 1.6 ulp off. Odd to the bit, -0 at -0, ±1 at ±∞.
   */
  public static double tanh(double x) {
    return DoubleExponentials.tanh(x);
  }

  /** {@link #tanh(double)} of {@code count} values. */
  public static void tanh(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleExponentials.tanh(x[xAt + i]);
    }
  }

  /**
   * Returns the natural logarithm of x, at most 1 ulp off. -∞ at 0 of either sign, NaN for what is
   * negative, ∞ at ∞; x may be subnormal.
   */
  public static double log(double x) {
    return DoubleLogarithm.log(x);
  }

  /** {@link #log(double)} of {@code count} values. */
  public static void log(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleLogarithm.log(x[xAt + i]);
    }
  }

  /**
   * Returns the sine of x radians, at most 1.5 ulp off (0.8 but next to zeros). Odd to the bit, -0
   * at -0. NaN where |x| is over 1e6 or infinite: what is left after that many turns is not known
   * well enough.
   */
  public static double sin(double x) {
    return DoubleCircular.sin(x);
  }

  /** {@link #sin(double)} of {@code count} values. */
  public static void sin(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleCircular.sin(x[xAt + i]);
    }
  }

  /**
   * Returns the cosine of x radians, at most 1.5 ulp off (0.8 but next to zeros). Even to the bit.
   * NaN where |x| is over 1e6 or infinite.
   */
  public static double cos(double x) {
    return DoubleCircular.cos(x);
  }

  /** {@link #cos(double)} of {@code count} values. */
  public static void cos(double[] x, int xAt, double[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = DoubleCircular.cos(x[xAt + i]);
    }
  }

  /**
   * Returns x to the power of y, at most 1.1 ulp off. 1 where y is 0 or x is 1, whatever the other;
   * otherwise NaN if either is. A negative x needs a whole y, else NaN, and an odd one gives a
   * negative power. 0, ±∞ and -1 as base, ±∞ as exponent, as in {@link StrictMath#pow} except that
   * 1 and -1 to ±∞ are 1.
   */
  public static double pow(double x, double y) {
    return DoublePower.pow(x, y);
  }

  /** {@link #pow(double, double)} of x and y into z, which may be either of them. */
  public static void pow(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int count) {
    for (int i = 0; i < count; i++) {
      z[zAt + i] = DoublePower.pow(x[xAt + i], y[yAt + i]);
    }
  }
}

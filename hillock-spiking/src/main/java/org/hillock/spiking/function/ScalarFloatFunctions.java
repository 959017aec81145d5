package org.hillock.spiking.function;

/**
 * Elementary functions in single precision, one value at a time; {@link VectorFloatFunctions} gives
 * the same bits. Only additions, multiplications, divisions, whole numbers and choices: every
 * machine gives the same.
 *
 * <p>What a function does on its whole range and its largest error in units in the last place of
 * the exact value (ulp; below the normal numbers, of the least one) stand at its method on one
 * value. Those on arrays take {@code count} values of {@code x} from {@code xAt} on and leave the
 * results in {@code y} from {@code yAt} on; the two ranges are the same or do not overlap. They
 * throw {@link IndexOutOfBoundsException} where a range leaves its array. NaN gives NaN.
 */
public final class ScalarFloatFunctions {

  private ScalarFloatFunctions() {}

  /**
   * Returns e<sup>x</sup>, at most 1 ulp off. Gradual underflow; 0 below, infinite above the range.
   */
  public static float exp(float x) {
    return FloatExponentials.exp(x);
  }

  /** {@link #exp(float)} of {@code count} values. */
  public static void exp(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatExponentials.exp(x[xAt + i]);
    }
  }

  /**
   * Returns (e<sup>x</sup> - 1) / x, at most 2 ulp off. 1 at 0, e<sup>x</sup> / x for large x even
   * where e<sup>x</sup> is infinite, 0 at -∞.
   */
  public static float exprel(float x) {
    return FloatExponentials.exprel(x);
  }

  /** {@link #exprel(float)} of {@code count} values. */
  public static void exprel(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatExponentials.exprel(x[xAt + i]);
    }
  }

  /**
   * Returns 1 / (1 + e<sup>-x</sup>), at most 2 ulp off. Gradual underflow for large negative x.
   */
  public static float sigmoid(float x) {
    return FloatExponentials.sigmoid(x);
  }

  /** {@link #sigmoid(float)} of {@code count} values. */
  public static void sigmoid(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatExponentials.sigmoid(x[xAt + i]);
    }
  }

  /**
   * Returns the hyperbolic tangent of x, at most 1.6 ulp off. Odd to the bit, -0 at -0, ±1 at ±∞.
   */
  public static float tanh(float x) {
    return FloatExponentials.tanh(x);
  }

  /** {@link #tanh(float)} of {@code count} values. */
  public static void tanh(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatExponentials.tanh(x[xAt + i]);
    }
  }

  /**
   * Returns the natural logarithm of x, at most 1 ulp off. -∞ at 0 of either sign, NaN for what is
   * negative, ∞ at ∞; x may be subnormal.
   */
  public static float log(float x) {
    return FloatLogarithm.log(x);
  }

  /** {@link #log(float)} of {@code count} values. */
  public static void log(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatLogarithm.log(x[xAt + i]);
    }
  }

  /**
   * Returns the sine of x radians, at most 1 ulp off. Odd to the bit, -0 at -0. NaN where |x| is
   * over 1e6 or infinite: what is left after that many turns is not known well enough.
   */
  public static float sin(float x) {
    return FloatCircular.sin(x);
  }

  /** {@link #sin(float)} of {@code count} values. */
  public static void sin(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatCircular.sin(x[xAt + i]);
    }
  }

  /**
   * Returns the cosine of x radians, at most 1 ulp off. Even to the bit. NaN where |x| is over 1e6
   * or infinite.
   */
  public static float cos(float x) {
    return FloatCircular.cos(x);
  }

  /** {@link #cos(float)} of {@code count} values. */
  public static void cos(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = FloatCircular.cos(x[xAt + i]);
    }
  }

  /**
   * Returns x to the power of y, at most 1 ulp off. 1 where y is 0 or x is 1, whatever the other;
   * otherwise NaN if either is. A negative x needs a whole y, else NaN, and an odd one gives a
   * negative power. 0, ±∞ and -1 as base, ±∞ as exponent, as in {@link StrictMath#pow} except that
   * 1 and -1 to ±∞ are 1.
   */
  public static float pow(float x, float y) {
    return FloatPower.pow(x, y);
  }

  /** {@link #pow(float, float)} of x and y into z, which may be either of them. */
  public static void pow(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int count) {
    for (int i = 0; i < count; i++) {
      z[zAt + i] = FloatPower.pow(x[xAt + i], y[yAt + i]);
    }
  }
}

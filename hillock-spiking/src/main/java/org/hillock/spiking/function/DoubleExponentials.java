package org.hillock.spiking.function;

/**
 * The exponential of one double-precision number and what is made of it, and the constants that
 * {@link DoubleExponentialLanes} shares.
 *
 * <p>x = n ln 2 + r with whole n and |r| at most ln 2 / 2; e^r = 1 + r + r² P(r), where P is our
 * own weighted fit of degree 9, 2^-57 of the value off. ln 2 is split into two parts, so that the
 * products with n do not round where it counts.
 */
final class DoubleExponentials {

  /** Adding it rounds to whole numbers, which then stand in the lowest bits: 1.5 · 2^52. */
  static final double MAGIC = 0x1.8p52;

  static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

  /** Bits of the significand that are stored. */
  static final int FRACTION = 52;

  /** The bits of 1, an exponent of zero. */
  static final long ONE = Double.doubleToRawLongBits(1d);

  static final double LOG2_E = 0x1.71547652b82fep0;

  /** ln 2, its leading bits and the others. */
  static final double LN2_HIGH = 0x1.62e42fefa38p-1;

  static final double LN2_LOW = 0x1.ef35793c7673p-45;

  /** P(r), the coefficients from that of 1 on, which is exactly a half. */
  static final double HALF = 0.5;

  static final double P1 = 0x1.555555555555dp-3;
  static final double P2 = 0x1.55555555530d4p-5;
  static final double P3 = 0x1.111111110e363p-7;
  static final double P4 = 0x1.6c16c17d28f7ap-10;
  static final double P5 = 0x1.a01a01b729ad6p-13;
  static final double P6 = 0x1.a019a9e42d862p-16;
  static final double P7 = 0x1.71dde6d5d02cfp-19;
  static final double P8 = 0x1.28a0d89b22413p-22;
  static final double P9 = 0x1.af7bfde12ae48p-26;

  static final double QUARTER = 0.25;

  /** The bit of the sign. */
  static final long SIGN = Long.MIN_VALUE;

  /** Beyond these the exponential is infinite or zero. */
  static final double HIGHEST = 710;

  static final double LOWEST = -746;

  /** Below this e^x - 1 is -1, and beyond {@link #RELATIVE_HIGHEST} (e^x - 1) / x is infinite. */
  static final double RELATIVE_LOWEST = -40;

  static final double RELATIVE_HIGHEST = 720;

  /** The greatest n whose power of two is multiplied before (e^x - 1) / x is divided. */
  static final long FIRST_POWER = MAGIC_BITS + 900;

  private DoubleExponentials() {}

  static double exp(double x) {
    double least = x > HIGHEST ? HIGHEST : x;
    return scaled(least < LOWEST ? LOWEST : least);
  }

  /** e^x where x lies between {@link #LOWEST} and {@link #HIGHEST} or is not a number. */
  private static double scaled(double x) {
    double rounded = x * LOG2_E + MAGIC;
    double n = rounded - MAGIC;
    double r = x - n * LN2_HIGH - n * LN2_LOW;
    double power = 1 + (r + r * r * polynomial(r));
    // in two steps, for 2^n alone need not be a number, and what is subnormal rounds once
    long bits = Double.doubleToRawLongBits(rounded);
    long half = bits >> 1;
    return power * powerOfTwo(half) * powerOfTwo(bits - half);
  }

  static double exprel(double x) {
    double divisor = x > RELATIVE_HIGHEST ? RELATIVE_HIGHEST : x;
    double above = divisor < RELATIVE_LOWEST ? RELATIVE_LOWEST : divisor;
    double rounded = above * LOG2_E + MAGIC;
    double n = rounded - MAGIC;
    double high = above - n * LN2_HIGH;
    double low = n * LN2_LOW;
    double r = high - low;
    // what rounding took from r
    double rest = high - r - low;
    double square = r * r * polynomial(r) + rest;
    long bits = Double.doubleToRawLongBits(rounded);
    long first = bits < FIRST_POWER ? bits : FIRST_POWER;
    double two = powerOfTwo(first);
    // 2^n - 1 + 2^n r, and what rounding takes from the sum
    double base = two - 1;
    double step = two * r;
    double sum = base + step;
    double lost = base - sum + step;
    double result = (sum + (lost + two * square)) / divisor * powerOfTwo(bits - first);
    return x == 0 ? 1 : result;
  }

  static double sigmoid(double x) {
    double below = -Math.abs(x);
    double power = scaled(below < LOWEST ? LOWEST : below);
    double sum = 1 + power;
    double lost = 1 - sum + power;
    double quotient = (x < 0 ? power : 1) / sum;
    // 1 / sum is near enough to 1 - power / 2 for so small a term
    return quotient - quotient * lost * (1 - power * HALF);
  }

  /** (1 - e^-2|x|) / (1 + e^-2|x|) with the sign of x. */
  static double tanh(double x) {
    double twice = -2 * Math.abs(x);
    double above = twice < RELATIVE_LOWEST ? RELATIVE_LOWEST : twice;
    double rounded = above * LOG2_E + MAGIC;
    double n = rounded - MAGIC;
    double high = above - n * LN2_HIGH;
    double low = n * LN2_LOW;
    double r = high - low;
    double rest = high - r - low;
    double square = r * r * polynomial(r) + rest;
    double two = powerOfTwo(Double.doubleToRawLongBits(rounded));
    double base = two - 1;
    double step = two * r;
    double sum = base + step;
    double lost = base - sum + step + two * square;
    // e^-2|x| - 1 and what rounding takes from it, then the same of the divisor
    double less = sum + lost;
    double lessRest = sum - less + lost;
    double divisor = less + 2;
    double divisorRest = 2 - divisor + less + lessRest;
    double quotient = less / divisor;
    // 1 / divisor is near enough to 1/2 - less / 4 for so small a term
    double result = quotient + (lessRest - quotient * divisorRest) * (HALF - QUARTER * less);
    long sign = Double.doubleToRawLongBits(x) & SIGN;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(Math.abs(result)) | sign);
  }

  /** Two to the power that the lowest bits say. */
  private static double powerOfTwo(long bits) {
    return Double.longBitsToDouble((bits << FRACTION) + ONE);
  }

  private static double polynomial(double r) {
    return ((((((((P9 * r + P8) * r + P7) * r + P6) * r + P5) * r + P4) * r + P3) * r + P2) * r
                + P1)
            * r
        + HALF;
  }
}

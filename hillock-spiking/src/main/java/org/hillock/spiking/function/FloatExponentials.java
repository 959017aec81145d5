package org.hillock.spiking.function;

/**
 * The exponential of one single-precision number and what is made of it, and the constants that
 * {@link FloatExponentialLanes} shares.
 *
 * <p>x = n ln 2 + r with whole n and |r| at most ln 2 / 2; e^r = 1 + r + r² P(r), where P is our
 * own weighted fit of degree 4, 2^-28 of the value off. ln 2 is split into two parts, so that the
 * products with n do not round where it counts.
 */
final class FloatExponentials {

  /** Adding it rounds to whole numbers, which then stand in the lowest bits: 1.5 · 2^23. */
  static final float MAGIC = 0x1.8p23f;

  static final int MAGIC_BITS = Float.floatToRawIntBits(MAGIC);

  /** Bits of the significand that are stored. */
  static final int FRACTION = 23;

  /** The bits of 1, an exponent of zero. */
  static final int ONE = Float.floatToRawIntBits(1f);

  static final float LOG2_E = 0x1.715476p0f;

  /** ln 2, its leading bits and the others. */
  static final float LN2_HIGH = 0x1.62e4p-1f;

  static final float LN2_LOW = 0x1.7f7d1cp-20f;

  /** P(r), the coefficients from that of 1 on, which is exactly a half. */
  static final float HALF = 0.5f;

  static final float P1 = 0x1.55548ep-3f;
  static final float P2 = 0x1.5554d8p-5f;
  static final float P3 = 0x1.123c22p-7f;
  static final float P4 = 0x1.6d5f6p-10f;

  static final float QUARTER = 0.25f;

  /** The bit of the sign. */
  static final int SIGN = Integer.MIN_VALUE;

  /** Beyond these the exponential is infinite or zero. */
  static final float HIGHEST = 89;

  static final float LOWEST = -104;

  /** Below this e^x - 1 is -1, and beyond {@link #RELATIVE_HIGHEST} (e^x - 1) / x is infinite. */
  static final float RELATIVE_LOWEST = -20;

  static final float RELATIVE_HIGHEST = 96;

  /** The greatest n whose power of two is multiplied before (e^x - 1) / x is divided. */
  static final int FIRST_POWER = MAGIC_BITS + 100;

  private FloatExponentials() {}

  static float exp(float x) {
    float least = x > HIGHEST ? HIGHEST : x;
    return scaled(least < LOWEST ? LOWEST : least);
  }

  /** e^x where x lies between {@link #LOWEST} and {@link #HIGHEST} or is not a number. */
  private static float scaled(float x) {
    float rounded = x * LOG2_E + MAGIC;
    float n = rounded - MAGIC;
    float r = x - n * LN2_HIGH - n * LN2_LOW;
    float power = 1 + (r + r * r * polynomial(r));
    // in two steps, for 2^n alone need not be a number, and what is subnormal rounds once
    int bits = Float.floatToRawIntBits(rounded);
    int half = bits >> 1;
    return power * powerOfTwo(half) * powerOfTwo(bits - half);
  }

  static float exprel(float x) {
    float divisor = x > RELATIVE_HIGHEST ? RELATIVE_HIGHEST : x;
    float above = divisor < RELATIVE_LOWEST ? RELATIVE_LOWEST : divisor;
    float rounded = above * LOG2_E + MAGIC;
    float n = rounded - MAGIC;
    float high = above - n * LN2_HIGH;
    float low = n * LN2_LOW;
    float r = high - low;
    // what rounding took from r
    float rest = high - r - low;
    float square = r * r * polynomial(r) + rest;
    int bits = Float.floatToRawIntBits(rounded);
    int first = bits < FIRST_POWER ? bits : FIRST_POWER;
    float two = powerOfTwo(first);
    // 2^n - 1 + 2^n r, and what rounding takes from the sum
    float base = two - 1;
    float step = two * r;
    float sum = base + step;
    float lost = base - sum + step;
    float result = (sum + (lost + two * square)) / divisor * powerOfTwo(bits - first);
    return x == 0 ? 1 : result;
  }

  static float sigmoid(float x) {
    float below = -Math.abs(x);
    float power = scaled(below < LOWEST ? LOWEST : below);
    float sum = 1 + power;
    float lost = 1 - sum + power;
    float quotient = (x < 0 ? power : 1) / sum;
    // 1 / sum is near enough to 1 - power / 2 for so small a term
    return quotient - quotient * lost * (1 - power * HALF);
  }

  /** (1 - e^-2|x|) / (1 + e^-2|x|) with the sign of x. */
  static float tanh(float x) {
    float twice = -2 * Math.abs(x);
    float above = twice < RELATIVE_LOWEST ? RELATIVE_LOWEST : twice;
    float rounded = above * LOG2_E + MAGIC;
    float n = rounded - MAGIC;
    float high = above - n * LN2_HIGH;
    float low = n * LN2_LOW;
    float r = high - low;
    float rest = high - r - low;
    float square = r * r * polynomial(r) + rest;
    float two = powerOfTwo(Float.floatToRawIntBits(rounded));
    float base = two - 1;
    float step = two * r;
    float sum = base + step;
    float lost = base - sum + step + two * square;
    // e^-2|x| - 1 and what rounding takes from it, then the same of the divisor
    float less = sum + lost;
    float lessRest = sum - less + lost;
    float divisor = less + 2;
    float divisorRest = 2 - divisor + less + lessRest;
    float quotient = less / divisor;
    // 1 / divisor is near enough to 1/2 - less / 4 for so small a term
    float result = quotient + (lessRest - quotient * divisorRest) * (HALF - QUARTER * less);
    int sign = Float.floatToRawIntBits(x) & SIGN;
    return Float.intBitsToFloat(Float.floatToRawIntBits(Math.abs(result)) | sign);
  }

  /** Two to the power that the lowest bits say. */
  private static float powerOfTwo(int bits) {
    return Float.intBitsToFloat((bits << FRACTION) + ONE);
  }

  private static float polynomial(float r) {
    return (((P4 * r + P3) * r + P2) * r + P1) * r + HALF;
  }
}

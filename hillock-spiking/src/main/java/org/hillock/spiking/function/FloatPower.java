package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.LOG2_E;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC_BITS;
import static org.hillock.spiking.function.DoubleExponentials.ONE;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;
import static org.hillock.spiking.function.DoubleLogarithm.ROOT;
import static org.hillock.spiking.function.DoublePower.WHOLE;

/**
 * A power of one single-precision number and the constants that {@link FloatPowerLanes} shares.
 *
 * <p>x^y = e^(y log x) in double precision, as {@link DoubleLogarithm} and {@link
 * DoubleExponentials} reckon it but with fits of fewer terms, rounded once.
 */
final class FloatPower {

  /** Of the logarithm: 2^-37 of it. */
  static final double R0 = 0x1.555554fc7205fp-1;

  static final double R1 = 0x1.999a7c783179cp-2;

  static final double R2 = 0x1.24385f2e3d3abp-2;

  static final double R3 = 0x1.e308592989523p-3;

  /** Of the exponential from the third power on: 2^-33 of it. */
  static final double P1 = 0x1.5555558523529p-3;

  static final double P2 = 0x1.5554e510a9e29p-5;

  static final double P3 = 0x1.111093fbe290cp-7;

  static final double P4 = 0x1.6d505145a2b6ap-10;

  static final double P5 = 0x1.a19c7da48ff91p-13;

  /** Beyond these the power is infinite or zero. */
  static final double HIGHEST = 90;

  static final double LOWEST = -105;

  private FloatPower() {}

  static float pow(float x, float y) {
    double base = Math.abs(x);
    double exponent = y;
    long bits = Double.doubleToRawLongBits(base);
    long power = bits - ROOT >> FRACTION;
    double k = Double.longBitsToDouble(power + MAGIC_BITS) - MAGIC;
    double f = Double.longBitsToDouble(bits - (power << FRACTION)) - 1;
    double s = f / (2 + f);
    double z = s * s;
    double rest = s * (z * (((R3 * z + R2) * z + R1) * z + R0));
    double logarithm = k * LN2_HIGH + (2 * s + (rest + k * LN2_LOW));
    logarithm = base < Double.POSITIVE_INFINITY ? logarithm : base;
    logarithm = base == 0 ? Double.NEGATIVE_INFINITY : logarithm;
    double product = exponent * logarithm;
    product = product > HIGHEST ? HIGHEST : product;
    product = product < LOWEST ? LOWEST : product;
    // 1 to any power, NaN and infinity among them
    product = base == 1 ? 0 : product;
    double rounded = product * LOG2_E + MAGIC;
    double n = rounded - MAGIC;
    double r = product - n * LN2_HIGH - n * LN2_LOW;
    double polynomial = (((P5 * r + P4) * r + P3) * r + P2) * r + P1;
    double exponential = 1 + (r + r * r * (polynomial * r + HALF));
    long twos = Double.doubleToRawLongBits(rounded);
    double result = exponential * Double.longBitsToDouble((twos << FRACTION) + ONE);
    // the sign, and what is no number
    double size = Math.abs(exponent);
    boolean wholeExponent = size + WHOLE - WHOLE == size || size >= WHOLE;
    double halved = HALF * size;
    boolean even = halved + WHOLE - WHOLE == halved || halved >= WHOLE;
    long sign = Double.doubleToRawLongBits(x) & SIGN;
    sign = wholeExponent && !even ? sign : 0;
    result = Double.longBitsToDouble(Double.doubleToRawLongBits(result) | sign);
    boolean negative = x < 0 && base < Double.POSITIVE_INFINITY;
    result = negative && !wholeExponent ? Double.NaN : result;
    // also where x is 1 and y NaN
    return y == 0 || x == 1 ? 1 : (float) result;
  }
}

package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.HIGHEST;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.LOG2_E;
import static org.hillock.spiking.function.DoubleExponentials.LOWEST;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC_BITS;
import static org.hillock.spiking.function.DoubleExponentials.ONE;
import static org.hillock.spiking.function.DoubleExponentials.P1;
import static org.hillock.spiking.function.DoubleExponentials.P2;
import static org.hillock.spiking.function.DoubleExponentials.P3;
import static org.hillock.spiking.function.DoubleExponentials.P4;
import static org.hillock.spiking.function.DoubleExponentials.P5;
import static org.hillock.spiking.function.DoubleExponentials.P6;
import static org.hillock.spiking.function.DoubleExponentials.P7;
import static org.hillock.spiking.function.DoubleExponentials.P8;
import static org.hillock.spiking.function.DoubleExponentials.P9;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;
import static org.hillock.spiking.function.DoubleLogarithm.LIFT;
import static org.hillock.spiking.function.DoubleLogarithm.LIFTED;
import static org.hillock.spiking.function.DoubleLogarithm.ROOT;

/**
 * A power of one double-precision number and the constants that {@link DoublePowerLanes} shares.
 *
 * <p>x^y = e^(y log x), where log x is the sum of two doubles, good to some 2^-65 of it: the parts
 * of {@link DoubleLogarithm}, each product with what rounding takes from it (T. J. Dekker 1971,
 * doi:10.1007/BF01397083).
 */
final class DoublePower {

  /** The leading half of the bits of a significand, so that products of halves are exact. */
  static final long LEADING = -1L << 27;

  /** Two thirds, and what a double leaves of it; then the other coefficients of the logarithm. */
  static final double THIRDS = 0x1.5555555555555p-1;

  static final double THIRDS_REST = 0x1.5555555555555p-55;

  static final double R1 = 0x1.9999999999b37p-2;

  static final double R2 = 0x1.249249245701ap-2;

  static final double R3 = 0x1.c71c722e94dfcp-3;

  static final double R4 = 0x1.745ce979852c4p-3;

  static final double R5 = 0x1.3b1eff866a716p-3;

  static final double R6 = 0x1.0f7e1a0ebccbcp-3;

  static final double R7 = 0x1.0e53d2e763c4ap-3;

  /** Numbers from here on are whole, and from twice that on even. */
  static final double WHOLE = 0x1p52;

  /** Greater exponents give nothing that this does not. */
  static final double GREATEST = 0x1p66;

  private DoublePower() {}

  static double pow(double x, double y) {
    double base = Math.abs(x);
    boolean small = base < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(small ? base * LIFT : base);
    long power = bits - ROOT >> FRACTION;
    double k = Double.longBitsToDouble(power + MAGIC_BITS) - (small ? LIFTED : MAGIC);
    double f = Double.longBitsToDouble(bits - (power << FRACTION)) - 1;
    // s = f / (2 + f) and what is left of it
    double divisor = 2 + f;
    double divisorRest = 2 - divisor + f;
    double inverse = 1 / divisor;
    double s = f * inverse;
    double sHead = leading(s);
    double sTail = s - sHead;
    double divisorHead = leading(divisor);
    double divisorTail = divisor - divisorHead;
    double left = f - sHead * divisorHead - sHead * divisorTail - sTail * divisorHead;
    double sRest = (left - sTail * divisorTail - s * divisorRest) * inverse;
    // z = s²
    double z = s * s;
    double zRest = sHead * sHead - z + 2 * sHead * sTail + sTail * sTail + 2 * s * sRest;
    // 2/3 + z R, and that times z, and that times s
    double more = z * ((((((R7 * z + R6) * z + R5) * z + R4) * z + R3) * z + R2) * z + R1);
    double factor = THIRDS + more;
    double factorRest = THIRDS - factor + more + THIRDS_REST;
    double factorHead = leading(factor);
    double factorTail = factor - factorHead;
    double zHead = leading(z);
    double zTail = z - zHead;
    double series = z * factor;
    double seriesRest =
        zHead * factorHead
            - series
            + zHead * factorTail
            + zTail * factorHead
            + zTail * factorTail
            + (z * factorRest + zRest * factor);
    double seriesHead = leading(series);
    double seriesTail = series - seriesHead;
    double term = s * series;
    double termRest =
        sHead * seriesHead
            - term
            + sHead * seriesTail
            + sTail * seriesHead
            + sTail * seriesTail
            + (s * seriesRest + sRest * series);
    // log x = k ln 2 + 2 s + term
    double whole = k * LN2_HIGH;
    double twice = 2 * s;
    double first = whole + twice;
    double firstRest = whole - first + twice;
    double second = first + term;
    double secondRest = first - second + term;
    double rests = firstRest + secondRest + (2 * sRest + termRest) + k * LN2_LOW;
    double near = second + rests;
    double nearRest = second - near + rests;
    double logarithm = base < Double.POSITIVE_INFINITY ? near : base;
    logarithm = base == 0 ? Double.NEGATIVE_INFINITY : logarithm;
    // times y
    double size = Math.abs(y);
    double least = size > GREATEST ? GREATEST : size;
    double exponent = y < 0 ? -least : least;
    double logarithmHead = leading(logarithm);
    double logarithmTail = logarithm - logarithmHead;
    double exponentHead = leading(exponent);
    double exponentTail = exponent - exponentHead;
    double product = exponent * logarithm;
    double productRest =
        exponentHead * logarithmHead
            - product
            + exponentHead * logarithmTail
            + exponentTail * logarithmHead
            + exponentTail * logarithmTail
            + exponent * nearRest;
    boolean above = product > HIGHEST;
    boolean below = product < LOWEST;
    product = above ? HIGHEST : product;
    product = below ? LOWEST : product;
    productRest = above ? 0 : productRest;
    productRest = below ? 0 : productRest;
    // 1 to any power, NaN and infinity among them
    boolean unit = base == 1;
    product = unit ? 0 : product;
    productRest = unit ? 0 : productRest;
    // the exponential of that
    double rounded = product * LOG2_E + MAGIC;
    double n = rounded - MAGIC;
    double high = product - n * LN2_HIGH;
    double low = n * LN2_LOW - productRest;
    double r = high - low;
    double rest = high - r - low;
    double polynomial =
        (((((((P9 * r + P8) * r + P7) * r + P6) * r + P5) * r + P4) * r + P3) * r + P2) * r + P1;
    double exponential = 1 + (r + (r * r * (polynomial * r + HALF) + rest));
    long twos = Double.doubleToRawLongBits(rounded);
    long half = twos >> 1;
    double result =
        exponential
            * Double.longBitsToDouble((half << FRACTION) + ONE)
            * Double.longBitsToDouble((twos - half << FRACTION) + ONE);
    // the sign, and what is no number
    boolean wholeExponent = size + WHOLE - WHOLE == size || size >= WHOLE;
    double halved = HALF * size;
    boolean even = halved + WHOLE - WHOLE == halved || halved >= WHOLE;
    long sign = Double.doubleToRawLongBits(x) & SIGN;
    sign = wholeExponent && !even ? sign : 0;
    result = Double.longBitsToDouble(Double.doubleToRawLongBits(result) | sign);
    boolean negative = x < 0 && base < Double.POSITIVE_INFINITY;
    result = negative && !wholeExponent ? Double.NaN : result;
    // also where x is 1 and y NaN
    return y == 0 || x == 1 ? 1 : result;
  }

  private static double leading(double value) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & LEADING);
  }
}

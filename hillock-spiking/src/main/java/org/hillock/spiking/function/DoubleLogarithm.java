package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC_BITS;

/**
 * The logarithm of one double-precision number and the constants that {@link DoubleLogarithmLanes}
 * shares.
 *
 * <p>x = 2^k (1 + f) with 1 + f from √½ to √2, and log(1 + f) = 2 artanh(s) with s = f / (2 + f),
 * which is f - (f² / 2 - s (f² / 2 + s² R(s²))): all that is uncertain is small beside f. R is our
 * own weighted fit, 2^-58 of the value off.
 */
final class DoubleLogarithm {

  /** What is subnormal is first multiplied by 2^54. */
  static final double LIFT = 0x1p54;

  static final double LIFTED = MAGIC + 54;

  /** The bits of √½. */
  static final long ROOT = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);

  /** R, the coefficients from that of 1 on. */
  static final double R0 = 0x1.5555555555593p-1;

  static final double R1 = 0x1.999999997f9cep-2;

  static final double R2 = 0x1.249249422e736p-2;

  static final double R3 = 0x1.c71c51d30c95fp-3;

  static final double R4 = 0x1.74664aecf7fb3p-3;

  static final double R5 = 0x1.39a06f119698dp-3;

  static final double R6 = 0x1.2f1341c22a176p-3;

  private DoubleLogarithm() {}

  static double log(double x) {
    boolean small = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(small ? x * LIFT : x);
    long power = bits - ROOT >> FRACTION;
    double k = Double.longBitsToDouble(power + MAGIC_BITS) - (small ? LIFTED : MAGIC);
    double f = Double.longBitsToDouble(bits - (power << FRACTION)) - 1;
    double s = f / (2 + f);
    double z = s * s;
    double rest = z * ((((((R6 * z + R5) * z + R4) * z + R3) * z + R2) * z + R1) * z + R0);
    double half = HALF * f * f;
    double near = k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
    double number = x < Double.POSITIVE_INFINITY ? near : x;
    double positive = x < 0 ? Double.NaN : number;
    return x == 0 ? Double.NEGATIVE_INFINITY : positive;
  }
}

package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;

/**
 * Sine and cosine of one double-precision number and the constants that {@link DoubleCircularLanes}
 * shares.
 *
 * <p>|x| = n π/2 + r with whole n and |r| at most π/4. π/2 is split into three parts, of which two
 * have so few bits that their products with n are exact, and what rounding takes from r is kept.
 * sin r = r + r³ S(r²), cos r = 1 - r²/2 + r⁴ C(r²), S and C our own weighted fits, 2^-58 of the
 * value off. Both are reckoned and n chooses.
 */
final class DoubleCircular {

  /** Beyond it there is no result. */
  static final double FURTHEST = 1e6;

  static final double QUARTERS = 0x1.45f306dc9c883p-1;

  /** π/2, its leading bits and the others. */
  static final double HIGH = 0x1.921fb544p0;

  static final double MIDDLE = 0x1.0b4611a6p-34;

  static final double LOW = 0x1.3198a2e037073p-69;

  /** S. */
  static final double S0 = -0x1.5555555555549p-3;

  static final double S1 = 0x1.111111110f893p-7;

  static final double S2 = -0x1.a01a019c12403p-13;

  static final double S3 = 0x1.71de3576de878p-19;

  static final double S4 = -0x1.ae5e64c347c1cp-26;

  static final double S5 = 0x1.5d9265ccaee9cp-33;

  /** C. */
  static final double C0 = 0x1.555555555554bp-5;

  static final double C1 = -0x1.6c16c16c15036p-10;

  static final double C2 = 0x1.a01a019c94198p-16;

  static final double C3 = -0x1.27e4f7f5d05a1p-22;

  static final double C4 = 0x1.1ee9deeac427dp-29;

  static final double C5 = -0x1.8fa82b3e98ef2p-37;

  private DoubleCircular() {}

  static double sin(double x) {
    double size = Math.abs(x);
    long sign = Double.doubleToRawLongBits(x) & SIGN;
    double result = turned(size, 0);
    result = size > FURTHEST ? Double.NaN : result;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(result) ^ sign);
  }

  static double cos(double x) {
    double size = Math.abs(x);
    double result = turned(size, 1);
    return size > FURTHEST ? Double.NaN : result;
  }

  /** The sine of x and so many quarters of a turn more. */
  private static double turned(double x, long quarters) {
    double rounded = x * QUARTERS + MAGIC;
    double n = rounded - MAGIC;
    double high = x - n * HIGH;
    double middle = n * MIDDLE;
    double near = high - middle;
    double low = n * LOW - (high - near - middle);
    double r = near - low;
    double rest = near - r - low;
    double z = r * r;
    double half = HALF * z;
    double sine =
        r + (r * z * (((((S5 * z + S4) * z + S3) * z + S2) * z + S1) * z + S0) + rest * (1 - half));
    double top = 1 - half;
    double cosine =
        top
            + (1
                - top
                - half
                + (z * z * (((((C5 * z + C4) * z + C3) * z + C2) * z + C1) * z + C0) - r * rest));
    long turn = Double.doubleToRawLongBits(rounded) + quarters;
    double result = (turn & 1) == 0 ? sine : cosine;
    // the second bit of the turn is the sign
    long sign = turn << 62 & SIGN;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(result) ^ sign);
  }
}

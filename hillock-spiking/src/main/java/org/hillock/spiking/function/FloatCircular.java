package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;

/**
 * Sine and cosine of one single-precision number and the constants that {@link FloatCircularLanes}
 * shares.
 *
 * <p>|x| = n π/2 + r with whole n and |r| at most π/4. It is reckoned in double precision, where
 * π/2 in two parts is exact enough, and rounded once. sin r = r + r³ S(r²), cos r = 1 - r²/2 + r⁴
 * C(r²), S and C our own weighted fits, 2^-33 of the value off. Both are reckoned and n chooses.
 */
final class FloatCircular {

  /** Beyond it there is no result. */
  static final float FURTHEST = 1e6f;

  static final double QUARTERS = 0x1.45f306dc9c883p-1;

  /** π/2, its leading bits and the others. */
  static final double HIGH = 0x1.921fb544p0;

  static final double LOW = 0x1.0b4611a626331p-34;

  /** S. */
  static final double S0 = -0x1.5555554c9c246p-3;

  static final double S1 = 0x1.1111088347cep-7;

  static final double S2 = -0x1.a00f8f6d87983p-13;

  static final double S3 = 0x1.6cd51bf5dac1cp-19;

  /** C. */
  static final double C0 = 0x1.55554aa07fa8dp-5;

  static final double C1 = -0x1.6c0c7fa3f7ee8p-10;

  static final double C2 = 0x1.99fed66d3e41p-16;

  private FloatCircular() {}

  static float sin(float x) {
    float size = Math.abs(x);
    int sign = Float.floatToRawIntBits(x) & Integer.MIN_VALUE;
    float result = turned(size, 0);
    result = size > FURTHEST ? Float.NaN : result;
    return Float.intBitsToFloat(Float.floatToRawIntBits(result) ^ sign);
  }

  static float cos(float x) {
    float size = Math.abs(x);
    float result = turned(size, 1);
    return size > FURTHEST ? Float.NaN : result;
  }

  /** The sine of x and so many quarters of a turn more. */
  private static float turned(float x, long quarters) {
    double rounded = x * QUARTERS + MAGIC;
    double n = rounded - MAGIC;
    double r = x - n * HIGH - n * LOW;
    double z = r * r;
    double sine = r + r * z * (((S3 * z + S2) * z + S1) * z + S0);
    double cosine = 1 - HALF * z + z * z * ((C2 * z + C1) * z + C0);
    long turn = Double.doubleToRawLongBits(rounded) + quarters;
    double result = (turn & 1) == 0 ? sine : cosine;
    // the second bit of the turn is the sign
    long sign = turn << 62 & SIGN;
    return (float) Double.longBitsToDouble(Double.doubleToRawLongBits(result) ^ sign);
  }
}

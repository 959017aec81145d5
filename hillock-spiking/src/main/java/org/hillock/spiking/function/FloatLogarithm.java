package org.hillock.spiking.function;

import static org.hillock.spiking.function.FloatExponentials.FRACTION;
import static org.hillock.spiking.function.FloatExponentials.HALF;
import static org.hillock.spiking.function.FloatExponentials.LN2_HIGH;
import static org.hillock.spiking.function.FloatExponentials.LN2_LOW;
import static org.hillock.spiking.function.FloatExponentials.MAGIC;
import static org.hillock.spiking.function.FloatExponentials.MAGIC_BITS;

/**
 * The logarithm of one single-precision number and the constants that {@link FloatLogarithmLanes}
 * shares.
 *
 * <p>x = 2^k (1 + f) with 1 + f from √½ to √2, and log(1 + f) = 2 artanh(s) with s = f / (2 + f),
 * which is f - (f² / 2 - s (f² / 2 + s² R(s²))): all that is uncertain is small beside f. R is our
 * own weighted fit, 2^-29 of the value off.
 */
final class FloatLogarithm {

  /** What is subnormal is first multiplied by 2^24. */
  static final float LIFT = 0x1p24f;

  static final float LIFTED = MAGIC + 24;

  /** The bits of √½. */
  static final int ROOT = Float.floatToRawIntBits(0x1.6a09e6p-1f);

  /** R, the coefficients from that of 1 on. */
  static final float R0 = 0x1.55557ap-1f;

  static final float R1 = 0x1.995ec6p-2f;

  static final float R2 = 0x1.31e364p-2f;

  private FloatLogarithm() {}

  static float log(float x) {
    boolean small = x < Float.MIN_NORMAL;
    int bits = Float.floatToRawIntBits(small ? x * LIFT : x);
    int power = bits - ROOT >> FRACTION;
    float k = Float.intBitsToFloat(power + MAGIC_BITS) - (small ? LIFTED : MAGIC);
    float f = Float.intBitsToFloat(bits - (power << FRACTION)) - 1;
    float s = f / (2 + f);
    float z = s * s;
    float rest = z * ((R2 * z + R1) * z + R0);
    float half = HALF * f * f;
    float near = k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
    float number = x < Float.POSITIVE_INFINITY ? near : x;
    float positive = x < 0 ? Float.NaN : number;
    return x == 0 ? Float.NEGATIVE_INFINITY : positive;
  }
}

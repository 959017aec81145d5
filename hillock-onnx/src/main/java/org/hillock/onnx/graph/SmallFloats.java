package org.hillock.onnx.graph;

/**
 * Numbers of few bits as doubles, which hold them all exactly.
 *
 * <p>bfloat16 is the upper half of a float. The 8-bit types are those of Micikevicius et al. 2022,
 * arXiv:2209.05433 (E4M3FN, E5M2), their variants without infinities and negative zero (FNUZ, Noune
 * et al. 2022, arXiv:2206.02915), and of the OCP microscaling formats (E8M0, E2M1).
 */
final class SmallFloats {

  private SmallFloats() {}

  static double bfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** Sign, 4 bits of exponent (bias 7), 3 of mantissa; no infinity, all ones is no number. */
  static double e4m3fn(int bits) {
    return (bits & 0x7f) == 0x7f ? Double.NaN : number(bits, 4, 3, 7);
  }

  /** As {@link #e4m3fn} with bias 8; only 0x80 is no number. */
  static double e4m3fnuz(int bits) {
    return (bits & 0xff) == 0x80 ? Double.NaN : number(bits, 4, 3, 8);
  }

  /** Sign, 5 bits of exponent (bias 15), 2 of mantissa; infinities and NaN as in half precision. */
  static double e5m2(int bits) {
    if ((bits & 0x7f) == 0x7c) {
      return (bits & 0x80) == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return (bits & 0x7c) == 0x7c ? Double.NaN : number(bits, 5, 2, 15);
  }

  /** As {@link #e5m2} with bias 16; only 0x80 is no number. */
  static double e5m2fnuz(int bits) {
    return (bits & 0xff) == 0x80 ? Double.NaN : number(bits, 5, 2, 16);
  }

  /** A power of two from 2^-127 to 2^127; 0xff is no number. */
  static double e8m0(int bits) {
    return (bits & 0xff) == 0xff ? Double.NaN : Math.scalb(1.0, (bits & 0xff) - 127);
  }

  /** Sign, 2 bits of exponent (bias 1), 1 of mantissa. */
  static double e2m1(int bits) {
    return number((bits & 0x8) << 4 | (bits & 0x7), 2, 1, 1);
  }

  /** The sign stands in bit 7. */
  private static double number(int bits, int exponentBits, int mantissaBits, int bias) {
    int exponent = bits >> mantissaBits & (1 << exponentBits) - 1;
    int mantissa = bits & (1 << mantissaBits) - 1;
    double size =
        exponent == 0
            ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
            : Math.scalb((double) (mantissa + (1 << mantissaBits)), exponent - bias - mantissaBits);
    return (bits & 0x80) == 0 ? size : -size;
  }
}

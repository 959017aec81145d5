package org.hillock.formats.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.hillock.core.problem.UsageException;

/** Single elements of a tensor's bytes, little-endian and at any alignment. */
final class Elements {

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  /** Whole numbers up to this one are doubles. */
  private static final long EXACT = 1L << 53;

  private Elements() {}

  /**
   * Element {@code i} as a double, which holds every element exactly.
   *
   * @throws UsageException where it does not (a whole number beyond ±2^53) or the type is not read
   */
  static double get(ElementType type, MemorySegment data, long i) {
    return switch (type) {
      case F64 -> Double.longBitsToDouble(data.get(LONG, 8 * i));
      case F32 -> Float.intBitsToFloat(data.get(INT, 4 * i));
      case F16 -> Float.float16ToFloat(data.get(SHORT, 2 * i));
      case BF16 -> Float.intBitsToFloat(data.get(SHORT, 2 * i) << 16);
      default -> {
        long whole = whole(type, data, i);
        if (whole > EXACT || whole < -EXACT) {
          throw new UsageException("number " + i + " is " + text(type, whole) + ", beyond ±2^53");
        }
        yield whole;
      }
    };
  }

  /**
   * Element {@code i} as a whole number.
   *
   * @throws UsageException where the elements are no whole numbers, or one is beyond 2^63
   */
  static long whole(ElementType type, MemorySegment data, long i) {
    return switch (type) {
      case I64 -> data.get(LONG, 8 * i);
      case U64 -> {
        long whole = data.get(LONG, 8 * i);
        if (whole < 0) {
          throw new UsageException(
              "number " + i + " is " + Long.toUnsignedString(whole) + ", beyond 2^63");
        }
        yield whole;
      }
      case I32 -> data.get(INT, 4 * i);
      case U32 -> Integer.toUnsignedLong(data.get(INT, 4 * i));
      case I16 -> data.get(SHORT, 2 * i);
      case U16 -> Short.toUnsignedLong(data.get(SHORT, 2 * i));
      case I8 -> data.get(BYTE, i);
      case U8 -> Byte.toUnsignedLong(data.get(BYTE, i));
      case BOOL -> {
        byte bit = data.get(BYTE, i);
        if (bit != 0 && bit != 1) {
          throw new UsageException("number " + i + " is " + bit + ", but a BOOL is 0 or 1");
        }
        yield bit;
      }
      default -> throw new UsageException("holds " + type + ", not whole numbers");
    };
  }

  /**
   * Sets element {@code i}; a floating type rounds to its nearest, ties to even.
   *
   * @throws UsageException where the value does not fit the type
   */
  static void put(ElementType type, MemorySegment data, long i, double value) {
    switch (type) {
      case F64 -> data.set(LONG, 8 * i, Double.doubleToRawLongBits(value));
      case F32 ->
          data.set(INT, 4 * i, Float.floatToRawIntBits(finite(type, i, value, (float) value)));
      case F16 -> {
        short half = Float.floatToFloat16(roundedToOdd(value));
        finite(type, i, value, Float.float16ToFloat(half));
        data.set(SHORT, 2 * i, half);
      }
      case BF16 -> {
        int bits = Float.floatToRawIntBits(roundedToOdd(value));
        int nearest = (bits + 0x7fff + ((bits >>> 16) & 1)) & 0xffff0000;
        finite(type, i, value, Float.intBitsToFloat(nearest));
        data.set(SHORT, 2 * i, (short) (nearest >>> 16));
      }
      default -> putWhole(type, data, i, value);
    }
  }

  private static void putWhole(ElementType type, MemorySegment data, long i, double value) {
    if (!type.readable()) {
      throw new UsageException("numbers cannot be written as " + type);
    }
    long whole = (long) value;
    // a long that was cut off at 2^63 - 1 is the double 2^63
    if (whole != value || whole == Long.MAX_VALUE) {
      throw misfit(type, i, value);
    }
    putWhole(type, data, i, whole);
  }

  static void putWhole(ElementType type, MemorySegment data, long i, long whole) {
    switch (type) {
      case I64, U64 -> data.set(LONG, 8 * i, whole);
      case I32, U32 -> data.set(INT, 4 * i, (int) whole);
      case I16, U16 -> data.set(SHORT, 2 * i, (short) whole);
      default -> data.set(BYTE, i, (byte) whole);
    }
    boolean unsigned = type == ElementType.U64 && whole < 0;
    boolean fits = !unsigned && (type != ElementType.BOOL || whole == 0 || whole == 1);
    if (!fits || whole(type, data, i) != whole) {
      throw misfit(type, i, whole);
    }
  }

  private static float finite(ElementType type, long i, double value, float narrow) {
    if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
      throw misfit(type, i, value);
    }
    return narrow;
  }

  private static UsageException misfit(ElementType type, long i, Number value) {
    return new UsageException(
        "number " + i + " is " + value + ", which " + type + " does not hold");
  }

  /**
   * Single precision that keeps, in its last bit, whether something was cut off: rounding it once
   * more then gives what rounding the double at once would give.
   */
  private static float roundedToOdd(double value) {
    float near = (float) value;
    if (near == value || Double.isNaN(value) || Float.isInfinite(near)) {
      return near;
    }
    int bits = Float.floatToRawIntBits(near);
    int towardsZero = Math.abs((double) near) > Math.abs(value) ? bits - 1 : bits;
    return Float.intBitsToFloat(towardsZero | 1);
  }

  private static String text(ElementType type, long whole) {
    return type == ElementType.U64 ? Long.toUnsignedString(whole) : Long.toString(whole);
  }
}

package org.hillock.onnx.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one element of an ONNX tensor is, with the number that the file format gives it. */
public enum ElementType {
  FLOAT(1, 32),
  UINT8(2, 8),
  INT8(3, 8),
  UINT16(4, 16),
  INT16(5, 16),
  INT32(6, 32),
  INT64(7, 64),
  STRING(8, 0),
  BOOL(9, 8),
  FLOAT16(10, 16),
  DOUBLE(11, 64),
  UINT32(12, 32),
  UINT64(13, 64),
  COMPLEX64(14, 64),
  COMPLEX128(15, 128),
  BFLOAT16(16, 16),
  FLOAT8E4M3FN(17, 8),
  FLOAT8E4M3FNUZ(18, 8),
  FLOAT8E5M2(19, 8),
  FLOAT8E5M2FNUZ(20, 8),
  UINT4(21, 4),
  INT4(22, 4),
  FLOAT4E2M1(23, 4),
  FLOAT8E8M0(24, 8),
  UINT2(25, 2),
  INT2(26, 2);

  private final int number;
  private final int bits;

  ElementType(int number, int bits) {
    this.number = number;
    this.bits = bits;
  }

  /** The type of that number in a file; empty where there is none. */
  public static Optional<ElementType> numbered(int number) {
    return Arrays.stream(values()).filter(t -> t.number == number).findFirst();
  }

  /** Its number in a file. */
  public int number() {
    return number;
  }

  /** Bits of one element in a file; 0 for texts, which have no fixed length. */
  public int bits() {
    return bits;
  }

  /** Bytes of one element in memory, where those of fewer than 8 bits lie one to a byte. */
  public int bytes() {
    return Math.max(bits, Byte.SIZE) / Byte.SIZE;
  }

  /** Bytes of so many elements in a file, where those of fewer than 8 bits lie side by side. */
  public long fileBytes(long elements) {
    return Math.ceilDiv(Math.multiplyExact(elements, bits), (long) Byte.SIZE);
  }

  /** Whether its elements are numbers on a line: neither texts nor complex ones. */
  public boolean isReal() {
    return this != STRING && this != COMPLEX64 && this != COMPLEX128;
  }

  /** Whether it is a floating-point type. */
  public boolean isFloating() {
    return switch (this) {
      case FLOAT,
          DOUBLE,
          FLOAT16,
          BFLOAT16,
          FLOAT8E4M3FN,
          FLOAT8E4M3FNUZ,
          FLOAT8E5M2,
          FLOAT8E5M2FNUZ,
          FLOAT8E8M0,
          FLOAT4E2M1 ->
          true;
      default -> false;
    };
  }

  /** As the format writes it, such as {@code float16}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

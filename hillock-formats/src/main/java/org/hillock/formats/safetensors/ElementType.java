package org.hillock.formats.safetensors;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * The element types of the format, by their names in the file.
 *
 * <p>Those of fewer than eight bits, the eight-bit floating ones and the complex one are counted
 * and passed on as they are, but not read as numbers.
 */
public enum ElementType {
  C64(64, Kind.OPAQUE),
  F64(64, Kind.FLOATING),
  I64(64, Kind.WHOLE),
  U64(64, Kind.WHOLE),
  F32(32, Kind.FLOATING),
  I32(32, Kind.WHOLE),
  U32(32, Kind.WHOLE),
  F16(16, Kind.FLOATING),
  BF16(16, Kind.FLOATING),
  I16(16, Kind.WHOLE),
  U16(16, Kind.WHOLE),
  I8(8, Kind.WHOLE),
  U8(8, Kind.WHOLE),
  BOOL(8, Kind.WHOLE),
  F8_E4M3(8, Kind.OPAQUE),
  F8_E4M3FNUZ(8, Kind.OPAQUE),
  F8_E5M2(8, Kind.OPAQUE),
  F8_E5M2FNUZ(8, Kind.OPAQUE),
  F8_E8M0(8, Kind.OPAQUE),
  F6_E2M3(6, Kind.OPAQUE),
  F6_E3M2(6, Kind.OPAQUE),
  F4(4, Kind.OPAQUE);

  /** What the bits of an element are to us. */
  enum Kind {
    FLOATING,
    /** Whole numbers; a BOOL is 0 or 1. */
    WHOLE,
    /** Counted, not read. */
    OPAQUE
  }

  private final int bits;
  private final Kind kind;

  ElementType(int bits, Kind kind) {
    this.bits = bits;
    this.kind = kind;
  }

  /** Bits of one element: 4 to 64. */
  public int bits() {
    return bits;
  }

  Kind kind() {
    return kind;
  }

  /** Whether its elements can be read and written as numbers. */
  public boolean readable() {
    return kind != Kind.OPAQUE;
  }

  /**
   * Bytes that the elements of a shape take.
   *
   * @throws ArithmeticException where that is beyond 2^63 or no whole number of bytes
   */
  long bytes(List<Long> shape) {
    long elements = 1;
    for (long extent : shape) {
      elements = Math.multiplyExact(elements, extent);
    }
    long all = Math.multiplyExact(elements, bits);
    if (all % 8 != 0) {
      throw new ArithmeticException(all + " bits are no whole number of bytes");
    }
    return all / 8;
  }

  static ElementType named(String place, String name) {
    for (ElementType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    List<String> known = Arrays.stream(values()).map(Enum::name).toList();
    throw new UsageException(
        place + ": dtype '" + name + "' is unknown; known: " + String.join(", ", known));
  }
}

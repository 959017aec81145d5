package org.hillock.formats.safetensors;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;

/** The element types that are read and written, by their names in the file. */
public enum ElementType {
  F64(8),
  I64(8),
  F32(4),
  I32(4);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  static ElementType named(String place, String name) {
    List<String> known = Arrays.stream(values()).map(Enum::name).toList();
    if (!known.contains(name)) {
      throw new UsageException(
          place + ": dtype '" + name + "' cannot be read; known: " + String.join(", ", known));
    }
    return valueOf(name);
  }
}

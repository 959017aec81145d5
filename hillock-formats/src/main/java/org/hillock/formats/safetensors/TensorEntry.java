package org.hillock.formats.safetensors;

import java.util.List;

/**
 * What a header says of one tensor.
 *
 * @param type of its elements
 * @param shape extents, each 0 or more; empty for a single number
 * @param begin first byte, counted from the end of the header
 * @param end the byte after its last
 */
public record TensorEntry(ElementType type, List<Long> shape, long begin, long end) {

  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** How many numbers. */
  public long size() {
    long elements = 1;
    for (long extent : shape) {
      elements = Math.multiplyExact(elements, extent);
    }
    return elements;
  }
}

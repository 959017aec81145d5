package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A small tensor whose numbers are known, wholly or in part: what a Reshape is told, the exponent
 * of a Pow.
 *
 * @param dims its extents
 * @param items its numbers, last axis fastest
 */
public record Constant(List<Long> dims, List<Item> items) {

  /** More numbers than these are never folded: they are weights, and nothing's extent. */
  public static final int MOST = 1024;

  public Constant {
    dims = List.copyOf(dims);
    items = List.copyOf(items);
    long count = 1;
    for (long dim : dims) {
      count = Math.multiplyExact(count, dim);
    }
    if (count != items.size()) {
      throw new IllegalArgumentException(items.size() + " numbers for extents " + dims);
    }
  }

  static Constant scalar(Item item) {
    return new Constant(List.of(), List.of(item));
  }

  static Constant list(List<? extends Item> items) {
    return new Constant(List.of((long) items.size()), List.copyOf(items));
  }

  static Constant wholes(List<Long> numbers) {
    List<Item> items = new ArrayList<>();
    numbers.forEach(n -> items.add(Extent.of(n)));
    return list(items);
  }

  /** The numbers as extents; real ones are unknown. */
  public List<Extent> extents() {
    List<Extent> all = new ArrayList<>();
    for (Item item : items) {
      all.add(item instanceof Extent extent ? extent : Extent.UNKNOWN);
    }
    return all;
  }

  /** Its only number as a whole one, where it has one and that is known. */
  public OptionalLong whole() {
    return items.size() == 1 && items.getFirst() instanceof Extent extent
        ? extent.value()
        : OptionalLong.empty();
  }

  /** Its only number, where it has one and that is known. */
  public OptionalDouble real() {
    if (items.size() != 1) {
      return OptionalDouble.empty();
    }
    return switch (items.getFirst()) {
      case Item.Real real -> OptionalDouble.of(real.value());
      case Extent.Known known -> OptionalDouble.of(known.number());
      default -> OptionalDouble.empty();
    };
  }

  /** The same numbers under other extents. */
  Constant reshaped(List<Long> newDims) {
    return new Constant(newDims, items);
  }
}

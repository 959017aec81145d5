package org.hillock.onnx.terms;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where the elements of a tensor lie, the last axis fastest.
 *
 * @param extents of its axes
 */
record Places(int[] extents) {

  static Places of(List<Long> dims) {
    return new Places(dims.stream().mapToInt(Math::toIntExact).toArray());
  }

  int axes() {
    return extents.length;
  }

  int extent(int axis) {
    return extents[axis];
  }

  /** The place of an element. */
  int[] of(int flat) {
    int[] place = new int[extents.length];
    int rest = flat;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      place[axis] = rest % extents[axis];
      rest /= extents[axis];
    }
    return place;
  }

  /** The element at a place. */
  int flat(int... place) {
    int flat = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      flat = flat * extents[axis] + place[axis];
    }
    return flat;
  }

  /** The element that is stretched to a place of a shape with as many axes or more. */
  int stretched(int... place) {
    int ahead = place.length - extents.length;
    int flat = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      flat = flat * extents[axis] + (extents[axis] == 1 ? 0 : place[axis + ahead]);
    }
    return flat;
  }

  /** All places, the last axis fastest; the array is changed afterwards. */
  void each(Consumer<int[]> take) {
    int count = 1;
    for (int extent : extents) {
      count = Math.multiplyExact(count, extent);
    }
    for (int flat = 0; flat < count; flat++) {
      take.accept(of(flat));
    }
  }
}

package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.List;

/**
 * Where the elements of a value come from when they are only moved.
 *
 * @param dims new extents
 * @param from for each new element the number of the old one, or -1 for a zero
 */
record Move(int[] dims, int[] from) {

  /** Gives the old place of a new one. */
  @FunctionalInterface
  interface Places {
    /** The old element's number for the place {@code at} of a new one, or -1. */
    int of(int[] at);
  }

  static Move of(int[] dims, Places places) {
    int[] from = new int[Value.count(dims)];
    int[] at = new int[dims.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = places.of(at);
      for (int axis = dims.length - 1; axis >= 0 && ++at[axis] == dims[axis]; axis--) {
        at[axis] = 0;
      }
    }
    return new Move(dims, from);
  }

  /** How far apart neighbours along each axis lie. */
  static int[] strides(int[] dims) {
    int[] strides = new int[dims.length];
    int step = 1;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      strides[axis] = step;
      step *= dims[axis];
    }
    return strides;
  }

  static Move reshape(int[] old, int[] dims) {
    if (Value.count(old) != Value.count(dims)) {
      throw new NotRepresentable(
          Value.count(old) + " elements " + Arrays.toString(old) + " as " + Arrays.toString(dims));
    }
    int[] from = new int[Value.count(dims)];
    Arrays.setAll(from, i -> i);
    return new Move(dims, from);
  }

  static Move transpose(int[] old, int[] order) {
    int[] strides = strides(old);
    int[] dims = Arrays.stream(order).map(axis -> old[axis]).toArray();
    return of(
        dims,
        at -> {
          int place = 0;
          for (int axis = 0; axis < at.length; axis++) {
            place += at[axis] * strides[order[axis]];
          }
          return place;
        });
  }

  /** The extents that two values are stretched to. */
  static int[] broadcast(int[] a, int[] b) {
    int rank = Math.max(a.length, b.length);
    int[] dims = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int x = axis < rank - a.length ? 1 : a[axis - (rank - a.length)];
      int y = axis < rank - b.length ? 1 : b[axis - (rank - b.length)];
      if (x != y && x != 1 && y != 1) {
        throw new NotRepresentable(
            "extents " + Arrays.toString(a) + " and " + Arrays.toString(b) + " do not fit");
      }
      dims[axis] = x == 1 ? y : x;
    }
    return dims;
  }

  /** Stretches axes of one place. */
  static Move expand(int[] old, int[] dims) {
    int[] strides = strides(old);
    int shift = dims.length - old.length;
    return of(
        dims,
        at -> {
          int place = 0;
          for (int axis = 0; axis < old.length; axis++) {
            place += old[axis] == 1 ? 0 : at[axis + shift] * strides[axis];
          }
          return place;
        });
  }

  /** Takes the listed places of one axis. */
  static Move select(int[] old, int axis, int[] places) {
    int[] dims = old.clone();
    dims[axis] = places.length;
    int[] strides = strides(old);
    return of(
        dims,
        at -> {
          int place = 0;
          for (int k = 0; k < at.length; k++) {
            place += (k == axis ? places[at[k]] : at[k]) * strides[k];
          }
          return place;
        });
  }

  /** Adds places before and behind every axis; below 0 takes some away. */
  static Move pad(int[] old, int[] before, int[] behind) {
    int[] dims = new int[old.length];
    for (int axis = 0; axis < old.length; axis++) {
      dims[axis] = old[axis] + before[axis] + behind[axis];
    }
    int[] strides = strides(old);
    return of(
        dims,
        at -> {
          int place = 0;
          for (int axis = 0; axis < at.length; axis++) {
            int here = at[axis] - before[axis];
            if (here < 0 || here >= old[axis]) {
              return -1;
            }
            place += here * strides[axis];
          }
          return place;
        });
  }

  /** Repeats the whole along each axis. */
  static Move tile(int[] old, int[] repeats) {
    int[] dims = new int[old.length];
    for (int axis = 0; axis < old.length; axis++) {
      dims[axis] = old[axis] * repeats[axis];
    }
    int[] strides = strides(old);
    return of(
        dims,
        at -> {
          int place = 0;
          for (int axis = 0; axis < at.length; axis++) {
            place += at[axis] % old[axis] * strides[axis];
          }
          return place;
        });
  }

  /** Joins values along an axis. */
  static Signal concat(List<Signal> parts, int axis) {
    Signal first = parts.getFirst();
    int[] dims = first.dims().clone();
    dims[axis] = parts.stream().mapToInt(p -> p.dims()[axis]).sum();
    long[] cells = new long[Value.count(dims)];
    int inner = 1;
    for (int k = axis + 1; k < dims.length; k++) {
      inner *= dims[k];
    }
    int outer = cells.length / Math.max(1, inner * dims[axis]);
    int offset = 0;
    for (Signal part : parts) {
      int block = part.dims()[axis] * inner;
      for (int o = 0; o < outer; o++) {
        System.arraycopy(part.cells(), o * block, cells, o * dims[axis] * inner + offset, block);
      }
      offset += block;
    }
    boolean exclusive = parts.stream().allMatch(Signal::exclusive);
    return new Signal(dims, cells, first.factor(), exclusive);
  }
}

package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** Arithmetic of extents, where an unknown one stays unknown. */
final class Extents {

  private Extents() {}

  static Extent map(Extent extent, LongUnaryOperator operation) {
    return extent instanceof Extent.Known known
        ? Extent.of(operation.applyAsLong(known.number()))
        : Extent.UNKNOWN;
  }

  static Extent sum(Extent a, Extent b) {
    if (a.is(0)) {
      return b;
    }
    if (b.is(0)) {
      return a;
    }
    return a instanceof Extent.Known x && b instanceof Extent.Known y
        ? Extent.of(Math.addExact(x.number(), y.number()))
        : Extent.UNKNOWN;
  }

  static Extent product(Extent a, Extent b) {
    if (a.is(0) || b.is(0)) {
      return Extent.of(0);
    }
    if (a.is(1)) {
      return b;
    }
    if (b.is(1)) {
      return a;
    }
    return a instanceof Extent.Known x && b instanceof Extent.Known y
        ? Extent.of(Math.multiplyExact(x.number(), y.number()))
        : Extent.UNKNOWN;
  }

  static Extent product(List<Extent> all) {
    Extent product = Extent.of(1);
    for (Extent one : all) {
      product = product(product, one);
    }
    return product;
  }

  /** Two extents that must be the same. */
  static Extent same(String what, Extent a, Extent b) {
    if (a instanceof Extent.Known x && b instanceof Extent.Known y && x.number() != y.number()) {
      throw new ShapeMismatch(what + ": " + x.number() + " and " + y.number() + " differ");
    }
    if (a instanceof Extent.Known || b instanceof Extent.Unknown) {
      return a;
    }
    return b instanceof Extent.Known || a instanceof Extent.Unknown ? b : a;
  }

  /** The rule of NumPy: an axis of one place is stretched. */
  static Extent broadcast(Extent a, Extent b) {
    if (a.is(1)) {
      return b;
    }
    if (b.is(1) || a.equals(b)) {
      return a;
    }
    if (a instanceof Extent.Known && b instanceof Extent.Known) {
      throw new ShapeMismatch("extents " + a + " and " + b + " cannot be broadcast");
    }
    // An extent that is not known here is 1 or the known one: in both cases the known one comes.
    if (a instanceof Extent.Known) {
      return a;
    }
    return b instanceof Extent.Known ? b : Extent.UNKNOWN;
  }

  static List<Extent> broadcast(List<Extent> a, List<Extent> b) {
    int rank = Math.max(a.size(), b.size());
    List<Extent> all = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      int atA = i - (rank - a.size());
      int atB = i - (rank - b.size());
      Extent x = atA < 0 ? Extent.of(1) : a.get(atA);
      Extent y = atB < 0 ? Extent.of(1) : b.get(atB);
      all.add(broadcast(x, y));
    }
    return all;
  }

  static Optional<List<Extent>> broadcastAll(List<ValueShape> inputs) {
    List<Extent> all = List.of();
    for (ValueShape input : inputs) {
      if (input.extents().isEmpty()) {
        return Optional.empty();
      }
      all = broadcast(all, input.extents().get());
    }
    return Optional.of(all);
  }

  static List<Extent> unknown(int rank) {
    return java.util.Collections.nCopies(rank, Extent.UNKNOWN);
  }

  static List<Extent> with(List<Extent> extents, int axis, Extent extent) {
    List<Extent> all = new ArrayList<>(extents);
    all.set(axis, extent);
    return all;
  }

  static List<Extent> without(List<Extent> extents, int axis) {
    List<Extent> all = new ArrayList<>(extents);
    all.remove(axis);
    return all;
  }
}

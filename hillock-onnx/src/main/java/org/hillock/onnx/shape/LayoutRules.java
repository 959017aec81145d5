package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators that only move elements: other axes, the same numbers. */
final class LayoutRules {

  /** No runtime takes more. */
  private static final int MOST_AXES = 64;

  private LayoutRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Reshape", LayoutRules::reshape);
    rules.put("Flatten", LayoutRules::flatten);
    rules.put("Transpose", LayoutRules::transpose);
    rules.put("Squeeze", LayoutRules::squeeze);
    rules.put("Unsqueeze", LayoutRules::unsqueeze);
    rules.put("Concat", LayoutRules::concat);
    rules.put("Expand", LayoutRules::expand);
    rules.put("Tile", LayoutRules::tile);
    rules.put("DepthToSpace", n -> blocks(n, false));
    rules.put("SpaceToDepth", n -> blocks(n, true));
    rules.put("ReverseSequence", n -> List.of(n.input(0).withoutConstant()));
  }

  private static List<ValueShape> reshape(NodeShapes node) {
    Optional<List<Extent>> target =
        node.opset() < 5
            ? node.attributes().wholes("shape").map(l -> Constant.wholes(l).extents())
            : node.constant(1).map(Constant::extents);
    if (target.isEmpty()) {
      Optional<Long> rank =
          node.extents(1)
              .filter(e -> e.size() == 1 && e.getFirst().value().isPresent())
              .map(e -> e.getFirst().value().orElseThrow())
              .filter(r -> r >= 0 && r <= MOST_AXES);
      return rank.map(r -> node.like(Extents.unknown(Math.toIntExact(r))))
          .orElseGet(node::typeOnly);
    }
    boolean zeroStays = node.attributes().whole("allowzero", 0) == 0;
    List<Extent> all = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < target.get().size(); i++) {
      Extent wanted = target.get().get(i);
      int axis = i;
      if (wanted.is(-1)) {
        open = i;
        all.add(Extent.UNKNOWN);
      } else if (wanted.is(0) && zeroStays) {
        all.add(
            node.extents(0)
                .filter(e -> e.size() > axis)
                .map(e -> e.get(axis))
                .orElse(Extent.UNKNOWN));
      } else {
        all.add(wanted);
      }
    }
    if (open >= 0 && node.extents(0).isPresent()) {
      all.set(open, rest(node.extents(0).get(), Extents.without(all, open)));
    }
    return node.like(all);
  }

  /** The extent that is left when the others are taken out of the whole. */
  static Extent rest(List<Extent> whole, List<Extent> others) {
    List<Extent> left = new ArrayList<>(whole);
    List<Extent> taken = new ArrayList<>();
    for (Extent other : others) {
      // A name on both sides goes out without being known.
      if (other instanceof Extent.Unknown || !left.remove(other)) {
        taken.add(other);
      }
    }
    Extent numerator = Extents.product(left);
    Extent denominator = Extents.product(taken);
    if (denominator.is(1)) {
      return numerator;
    }
    if (numerator instanceof Extent.Known n && denominator instanceof Extent.Known d) {
      if (d.number() == 0 || n.number() % d.number() != 0) {
        throw new ShapeMismatch("cannot lay " + whole + " out as " + others + " and a rest");
      }
      return Extent.of(n.number() / d.number());
    }
    return Extent.UNKNOWN;
  }

  private static List<ValueShape> flatten(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return node.like(Extents.unknown(2));
    }
    List<Extent> source = node.extents(0).get();
    int axis = node.axis("axis", 1, source.size());
    return node.like(
        List.of(
            Extents.product(source.subList(0, axis)),
            Extents.product(source.subList(axis, source.size()))));
  }

  private static List<ValueShape> transpose(NodeShapes node) {
    Optional<List<Long>> order = node.attributes().wholes("perm");
    if (node.extents(0).isEmpty()) {
      return order.map(o -> node.like(Extents.unknown(o.size()))).orElseGet(node::typeOnly);
    }
    List<Extent> source = node.extents(0).get();
    if (order.isEmpty()) {
      return node.like(source.reversed());
    }
    List<Extent> all = new ArrayList<>();
    NodeShapes.axes(order.get(), source.size()).forEach(axis -> all.add(source.get(axis)));
    return node.like(all);
  }

  private static List<ValueShape> squeeze(NodeShapes node) {
    Optional<List<Long>> axes = node.wholes("axes", 1);
    if (node.extents(0).isEmpty() || (axes.isEmpty() && node.gives("axes", 1))) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    if (axes.isEmpty() && source.stream().anyMatch(e -> e.value().isEmpty())) {
      return node.typeOnly();
    }
    List<Integer> gone = axes.map(a -> NodeShapes.axes(a, source.size())).orElse(List.of());
    List<Extent> all = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      if (axes.isPresent() ? !gone.contains(i) : !source.get(i).is(1)) {
        all.add(source.get(i));
      }
    }
    return node.like(all);
  }

  private static List<ValueShape> unsqueeze(NodeShapes node) {
    Optional<List<Long>> axes = node.wholes("axes", 1);
    if (node.extents(0).isEmpty() || axes.isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    int rank = source.size() + axes.get().size();
    List<Integer> added = NodeShapes.axes(axes.get(), rank);
    List<Extent> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rank; i++) {
      all.add(added.contains(i) ? Extent.of(1) : source.get(next++));
    }
    return node.like(all);
  }

  private static List<ValueShape> concat(NodeShapes node) {
    if (node.inputs().stream().anyMatch(i -> i.extents().isEmpty())) {
      return node.typeOnly();
    }
    List<Extent> all = new ArrayList<>(node.extents(0).orElseThrow());
    int axis = node.axis("axis", 1, all.size());
    for (int i = 1; i < node.inputs().size(); i++) {
      List<Extent> more = node.extents(i).orElseThrow();
      if (more.size() != all.size()) {
        throw new ShapeMismatch("Concat of " + all + " and " + more);
      }
      for (int k = 0; k < all.size(); k++) {
        Extent here = all.get(k);
        Extent there = more.get(k);
        all.set(k, k == axis ? Extents.sum(here, there) : Extents.same("Concat", here, there));
      }
    }
    return node.like(all);
  }

  private static List<ValueShape> expand(NodeShapes node) {
    Optional<Constant> target = node.constant(1);
    if (node.extents(0).isEmpty() || target.isEmpty()) {
      return node.typeOnly();
    }
    return node.like(Extents.broadcast(node.extents(0).get(), target.get().extents()));
  }

  private static List<ValueShape> tile(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    if (node.opset() < 6 || node.constant(1).isEmpty()) {
      return node.like(Extents.unknown(source.size()));
    }
    List<Extent> repeats = node.constant(1).get().extents();
    List<Extent> all = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      all.add(Extents.product(source.get(i), repeats.get(i)));
    }
    return node.like(all);
  }

  private static List<ValueShape> blocks(NodeShapes node, boolean intoDepth) {
    if (node.extents(0).isEmpty()) {
      return node.like(Extents.unknown(4));
    }
    List<Extent> source = node.extents(0).get();
    long block = node.attributes().whole("blocksize", 1);
    Extent depth =
        Extents.map(source.get(1), c -> intoDepth ? c * block * block : c / (block * block));
    return node.like(
        List.of(
            source.get(0),
            depth,
            Extents.map(source.get(2), h -> intoDepth ? h / block : h * block),
            Extents.map(source.get(3), w -> intoDepth ? w / block : w * block)));
  }
}

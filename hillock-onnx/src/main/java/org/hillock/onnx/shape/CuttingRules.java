package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators that cut a value, add a margin to it, or change its grain. */
final class CuttingRules {

  private CuttingRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Slice", CuttingRules::slice);
    rules.put("Split", CuttingRules::split);
    rules.put("Pad", CuttingRules::pad);
    rules.put("Resize", n -> resize(n, n.opset() < 11 ? 1 : 2, 3));
    rules.put("Upsample", n -> resize(n, 1, Integer.MAX_VALUE));
  }

  private static List<ValueShape> slice(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    Optional<Cut> cut = Cut.of(node, source.size());
    if (cut.isEmpty()) {
      return node.like(Extents.unknown(source.size()));
    }
    List<Extent> all = new ArrayList<>(source);
    for (int i = 0; i < cut.get().axes().size(); i++) {
      int axis = cut.get().axes().get(i);
      all.set(axis, cut.get().extent(i, source.get(axis)));
    }
    return node.like(all);
  }

  private static List<ValueShape> split(NodeShapes node) {
    int parts = node.node().getOutputCount();
    if (node.extents(0).isEmpty()) {
      return java.util.Collections.nCopies(parts, ValueShape.ofType(node.type(0)));
    }
    List<Extent> source = node.extents(0).get();
    int axis = node.axis("axis", 0, source.size());
    Optional<List<Long>> sizes = node.wholes("split", 1);
    boolean given = node.gives("split", 1);
    List<ValueShape> all = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int part = i;
      Extent extent =
          given
              ? sizes
                  .filter(s -> s.size() > part)
                  .map(s -> Extent.of(s.get(part)))
                  .orElse(Extent.UNKNOWN)
              : Extents.map(source.get(axis), n -> evenPart(n, parts, part));
      all.add(ValueShape.of(node.type(0), Extents.with(source, axis, extent)));
    }
    return all;
  }

  /** Equal parts; what does not come out even makes the last one smaller. */
  static long evenPart(long whole, int parts, int part) {
    long each = (whole + parts - 1) / parts;
    return Math.clamp(whole - part * each, 0, each);
  }

  private static List<ValueShape> pad(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    int rank = source.size();
    Optional<List<Long>> pads =
        node.opset() < 2 ? node.attributes().wholes("paddings") : node.wholes("pads", 1);
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      axes.add(i);
    }
    if (node.has(3)) {
      Optional<List<Long>> named = node.wholes("axes", 3);
      pads = named.isEmpty() ? Optional.empty() : pads;
      axes = named.map(a -> NodeShapes.axes(a, rank)).orElse(axes);
    }
    if (pads.isEmpty() || pads.get().size() != 2 * axes.size()) {
      return node.like(Extents.unknown(rank));
    }
    List<Extent> all = new ArrayList<>(source);
    for (int i = 0; i < axes.size(); i++) {
      long more = pads.get().get(i) + pads.get().get(i + axes.size());
      all.set(axes.get(i), Extents.sum(source.get(axes.get(i)), Extent.of(more)));
    }
    return node.like(all);
  }

  private static List<ValueShape> resize(NodeShapes node, int scalesAt, int sizesAt) {
    if (node.extents(0).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    int rank = source.size();
    List<Integer> axes =
        node.attributes()
            .wholes("axes")
            .map(a -> NodeShapes.axes(a, rank))
            .orElseGet(() -> java.util.stream.IntStream.range(0, rank).boxed().toList());
    List<Extent> all = new ArrayList<>(source);
    boolean keepsShape =
        node.attributes().text("keep_aspect_ratio_policy", "stretch").equals("stretch");
    Optional<Constant> sizes = node.constant(sizesAt).filter(c -> c.items().size() == axes.size());
    Optional<Constant> scales =
        node.constant(scalesAt).filter(c -> c.items().size() == axes.size());
    List<Float> stated = node.attributes().reals("scales");
    for (int i = 0; i < axes.size(); i++) {
      int axis = axes.get(i);
      Extent extent = Extent.UNKNOWN;
      if (sizes.isPresent() && keepsShape) {
        extent = sizes.get().extents().get(i);
      } else if (scales.isPresent() && scales.get().items().get(i) instanceof Item.Real scale) {
        extent = Extents.map(source.get(axis), n -> (long) Math.floor(n * (float) scale.value()));
      } else if (stated.size() == axes.size()) {
        float scale = stated.get(i);
        extent = Extents.map(source.get(axis), n -> (long) Math.floor(n * scale));
      }
      all.set(axis, extent);
    }
    return node.like(all);
  }
}

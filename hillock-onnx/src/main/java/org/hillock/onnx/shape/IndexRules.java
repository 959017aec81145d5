package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.TensorProto;

/** Operators that look numbers up, and those that make values of nothing. */
final class IndexRules {

  private IndexRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Gather", IndexRules::gather);
    rules.put("GatherElements", n -> n.extents(1).map(n::like).orElseGet(n::typeOnly));
    rules.put("GatherND", IndexRules::gatherBlocks);
    rules.put("OneHot", IndexRules::oneHot);
    rules.put("TopK", IndexRules::largest);
    rules.put("NonZero", IndexRules::nonZero);
    rules.put("Shape", IndexRules::shape);
    rules.put("Size", n -> List.of(ValueShape.of(ElementType.INT64.number(), List.of())));
    rules.put("Range", n -> n.like(Extents.unknown(1)));
    rules.put("ConstantOfShape", IndexRules::constantOfShape);
    rules.put("EyeLike", IndexRules::eyeLike);
    rules.put("RandomNormal", IndexRules::random);
    rules.put("RandomUniform", IndexRules::random);
    rules.put("NonMaxSuppression", n -> triples());
    rules.put("GridSample", IndexRules::sampled);
    rules.put("RoiAlign", IndexRules::regions);
    rules.put("Compress", n -> n.typeOnly());
    rules.put("Multinomial", IndexRules::multinomial);
  }

  private static List<ValueShape> gather(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(1).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    int axis = node.axis("axis", 0, source.size());
    List<Extent> all = new ArrayList<>(source.subList(0, axis));
    all.addAll(node.extents(1).get());
    all.addAll(source.subList(axis + 1, source.size()));
    return node.like(all);
  }

  private static List<ValueShape> gatherBlocks(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(1).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> source = node.extents(0).get();
    List<Extent> indices = node.extents(1).get();
    if (!(indices.getLast() instanceof Extent.Known depth)) {
      return node.typeOnly();
    }
    int batch = (int) node.attributes().whole("batch_dims", 0);
    List<Extent> all = new ArrayList<>(indices.subList(0, indices.size() - 1));
    all.addAll(source.subList(batch + Math.toIntExact(depth.number()), source.size()));
    return node.like(all);
  }

  private static List<ValueShape> oneHot(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return List.of(ValueShape.ofType(node.type(2)));
    }
    List<Extent> all = new ArrayList<>(node.extents(0).get());
    int axis = node.axis("axis", -1, all.size() + 1);
    Extent depth =
        node.constant(1)
            .filter(c -> c.real().isPresent())
            .<Extent>map(c -> Extent.of((long) c.real().orElseThrow()))
            .orElse(Extent.UNKNOWN);
    all.add(axis, depth);
    return List.of(ValueShape.of(node.type(2), all));
  }

  private static List<ValueShape> largest(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return List.of(
          ValueShape.ofType(node.type(0)), ValueShape.ofType(ElementType.INT64.number()));
    }
    List<Extent> source = node.extents(0).get();
    int axis = node.axis("axis", -1, source.size());
    Extent count = Extent.UNKNOWN;
    if (node.attributes().has("k")) {
      count = Extent.of(node.attributes().whole("k", 0));
    } else if (node.constant(1).isPresent()) {
      count = node.constant(1).get().extents().getFirst();
    }
    List<Extent> all = Extents.with(source, axis, count);
    return List.of(
        ValueShape.of(node.type(0), all), ValueShape.of(ElementType.INT64.number(), all));
  }

  private static List<ValueShape> nonZero(NodeShapes node) {
    Extent rank = node.extents(0).map(e -> Extent.of(e.size())).orElse(Extent.UNKNOWN);
    return List.of(ValueShape.of(ElementType.INT64.number(), List.of(rank, Extent.UNKNOWN)));
  }

  private static List<ValueShape> shape(NodeShapes node) {
    if (node.extents(0).isEmpty()) {
      return List.of(ValueShape.of(ElementType.INT64.number(), Extents.unknown(1)));
    }
    List<Extent> source = node.extents(0).get();
    int rank = source.size();
    int start = place(node.attributes().whole("start", 0), rank);
    int end = place(node.attributes().whole("end", rank), rank);
    return List.of(
        ValueShape.of(
            ElementType.INT64.number(),
            Constant.list(source.subList(start, Math.max(start, end)))));
  }

  private static int place(long stated, int rank) {
    return Math.clamp(stated < 0 ? stated + rank : stated, 0, rank);
  }

  private static List<ValueShape> constantOfShape(NodeShapes node) {
    Optional<TensorProto> value = node.attributes().tensor("value");
    int type = value.map(TensorProto::getDataType).orElse(ElementType.FLOAT.number());
    if (node.constant(0).isPresent()) {
      return List.of(ValueShape.of(type, node.constant(0).get().extents()));
    }
    return List.of(ValueShape.ofType(type));
  }

  private static List<ValueShape> eyeLike(NodeShapes node) {
    int stated = (int) node.attributes().whole("dtype", 0);
    return ElementwiseRules.withType(node, stated != 0 ? stated : node.type(0));
  }

  private static List<ValueShape> random(NodeShapes node) {
    int type = (int) node.attributes().whole("dtype", ElementType.FLOAT.number());
    List<Long> dims = node.attributes().wholes("shape").orElse(List.of());
    return List.of(ValueShape.of(type, Constant.wholes(dims).extents()));
  }

  private static List<ValueShape> triples() {
    return List.of(
        ValueShape.of(ElementType.INT64.number(), List.of(Extent.UNKNOWN, Extent.of(3))));
  }

  private static List<ValueShape> multinomial(NodeShapes node) {
    int type = (int) node.attributes().whole("dtype", ElementType.INT32.number());
    Extent batch = node.extents(0).map(List::getFirst).orElse(Extent.UNKNOWN);
    Extent samples = Extent.of(node.attributes().whole("sample_size", 1));
    return List.of(ValueShape.of(type, List.of(batch, samples)));
  }

  private static List<ValueShape> sampled(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(1).isEmpty()) {
      return node.typeOnly();
    }
    List<Extent> grid = node.extents(1).get();
    List<Extent> all = new ArrayList<>(node.extents(0).get().subList(0, 2));
    all.addAll(grid.subList(1, grid.size() - 1));
    return node.like(all);
  }

  private static List<ValueShape> regions(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(1).isEmpty()) {
      return node.typeOnly();
    }
    return node.like(
        List.of(
            node.extents(1).get().getFirst(),
            node.extents(0).get().get(1),
            Extent.of(node.attributes().whole("output_height", 1)),
            Extent.of(node.attributes().whole("output_width", 1))));
  }
}

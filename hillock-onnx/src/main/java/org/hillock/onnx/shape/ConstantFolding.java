package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.TensorProto;

/**
 * Works out small tensors that are made of constants and of extents: what exporters write to say
 * {@code x.view(x.size(0), -1)}.
 */
final class ConstantFolding {

  private static final Map<String, Fold> FOLDS = folds();

  private ConstantFolding() {}

  /** The numbers of a node's first output, given its extents. */
  @FunctionalInterface
  private interface Fold {
    Optional<Constant> of(NodeShapes node, List<Long> dims);
  }

  /** The outputs with their numbers, where they can be worked out. */
  static List<ValueShape> fold(NodeShapes node, List<ValueShape> outputs) {
    Fold fold = FOLDS.get(node.node().getOpType());
    if (fold == null || outputs.isEmpty() || outputs.getFirst().constant().isPresent()) {
      return outputs;
    }
    if (node.node().getOpType().equals("Split")) {
      return parts(node, outputs);
    }
    ValueShape first = outputs.getFirst();
    boolean range = node.node().getOpType().equals("Range");
    if (!range && (first.count().isEmpty() || first.count().getAsLong() > Constant.MOST)) {
      return outputs;
    }
    List<Long> dims =
        range
            ? List.of()
            : first.dims().map(d -> java.util.Arrays.stream(d).boxed().toList()).orElseThrow();
    Optional<Constant> constant = fold.of(node, dims);
    if (constant.isEmpty()) {
      return outputs;
    }
    List<ValueShape> all = new ArrayList<>(outputs);
    all.set(0, ValueShape.of(first.elementType(), constant.get()));
    return all;
  }

  private static Map<String, Fold> folds() {
    Map<String, Fold> all = new HashMap<>();
    for (String same : List.of("Identity", "Reshape", "Squeeze", "Unsqueeze", "Flatten")) {
      all.put(same, (n, dims) -> n.constant(0).map(c -> c.reshaped(dims)));
    }
    all.put("Cast", ConstantFolding::cast);
    all.put("Gather", ConstantFolding::gather);
    all.put("Slice", ConstantFolding::slice);
    all.put("Concat", ConstantFolding::concat);
    all.put("Split", (n, dims) -> Optional.empty());
    all.put("ConstantOfShape", ConstantFolding::filled);
    all.put("Range", ConstantFolding::range);
    all.put("Size", ConstantFolding::size);
    all.put("ReduceProd", ConstantFolding::product);
    all.put("Expand", (n, dims) -> n.constant(0).map(c -> ConstantArithmetic.stretched(c, dims)));
    for (String name : ConstantArithmetic.names()) {
      all.put(name, ConstantArithmetic::of);
    }
    return all;
  }

  private static Optional<Constant> cast(NodeShapes node, List<Long> dims) {
    int to = (int) node.attributes().whole("to", 0);
    boolean real =
        to == ElementType.FLOAT.number()
            || to == ElementType.DOUBLE.number()
            || to == ElementType.FLOAT16.number();
    return node.constant(0)
        .map(c -> new Constant(dims, c.items().stream().map(i -> cast(i, real)).toList()));
  }

  private static Item cast(Item item, boolean toReal) {
    return switch (item) {
      case Item.Real number -> toReal ? number : Extent.of((long) number.value());
      case Extent.Known known -> toReal ? new Item.Real(known.number()) : known;
      // A named extent keeps its name: what is done with it as a real number leaves it unknown.
      case Extent extent -> extent;
    };
  }

  private static Optional<Constant> gather(NodeShapes node, List<Long> dims) {
    if (node.constant(0).isEmpty() || node.constant(1).isEmpty()) {
      return Optional.empty();
    }
    Constant source = node.constant(0).get();
    int axis = node.axis("axis", 0, source.dims().size());
    int length = Math.toIntExact(source.dims().get(axis));
    int inner = count(source.dims().subList(axis + 1, source.dims().size()));
    int outer = count(source.dims().subList(0, axis));
    List<Item> items = new ArrayList<>();
    for (int o = 0; o < outer; o++) {
      for (Extent index : node.constant(1).get().extents()) {
        for (int i = 0; i < inner; i++) {
          if (index instanceof Extent.Known known) {
            long place = known.number() < 0 ? known.number() + length : known.number();
            items.add(source.items().get(Math.toIntExact((o * length + place) * inner + i)));
          } else {
            items.add(Extent.UNKNOWN);
          }
        }
      }
    }
    return Optional.of(new Constant(dims, items));
  }

  private static int count(List<Long> dims) {
    return Math.toIntExact(dims.stream().reduce(1L, Math::multiplyExact));
  }

  private static Optional<Constant> slice(NodeShapes node, List<Long> dims) {
    Optional<Constant> source = node.constant(0).filter(c -> c.dims().size() == 1);
    Optional<Cut> cut = source.flatMap(c -> Cut.of(node, 1));
    if (source.isEmpty() || cut.isEmpty() || cut.get().axes().size() != 1) {
      return Optional.empty();
    }
    Optional<long[]> places = cut.get().places(0, source.get().items().size());
    return places.map(p -> {
      List<Item> items = new ArrayList<>();
      for (long k = 0; k < p[2]; k++) {
        items.add(source.get().items().get((int) (p[0] + k * p[1])));
      }
      return new Constant(dims, items);
    });
  }

  private static Optional<Constant> concat(NodeShapes node, List<Long> dims) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      Optional<Constant> part = node.constant(i).filter(c -> c.dims().size() == 1);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      items.addAll(part.get().items());
    }
    return Optional.of(new Constant(dims, items));
  }

  private static List<ValueShape> parts(NodeShapes node, List<ValueShape> outputs) {
    Optional<Constant> source = node.constant(0).filter(c -> c.dims().size() == 1);
    List<ValueShape> all = new ArrayList<>();
    int from = 0;
    for (ValueShape output : outputs) {
      if (source.isEmpty() || output.count().isEmpty()) {
        return outputs;
      }
      int to = from + Math.toIntExact(output.count().getAsLong());
      List<Item> items = source.get().items().subList(from, to);
      all.add(ValueShape.of(output.elementType(), Constant.list(items)));
      from = to;
    }
    return all;
  }

  private static Optional<Constant> filled(NodeShapes node, List<Long> dims) {
    Optional<TensorProto> value = node.attributes().tensor("value");
    Item item = new Item.Real(0);
    if (value.isPresent()) {
      Optional<Constant> stated = ConstantTensors.of(value.get()).constant();
      if (stated.isEmpty() || stated.get().items().size() != 1) {
        return Optional.empty();
      }
      item = stated.get().items().getFirst();
    }
    return Optional.of(new Constant(dims, java.util.Collections.nCopies(count(dims), item)));
  }

  private static Optional<Constant> range(NodeShapes node, List<Long> dims) {
    List<Long> ends = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (node.constant(i).isEmpty() || node.constant(i).get().whole().isEmpty()) {
        return Optional.empty();
      }
      ends.add(node.constant(i).get().whole().getAsLong());
    }
    List<Long> numbers = new ArrayList<>();
    long step = ends.get(2);
    if (step == 0
        || Math.abs(Math.subtractExact(ends.get(1), ends.get(0)) / step) > Constant.MOST) {
      return Optional.empty();
    }
    for (long at = ends.get(0); step > 0 ? at < ends.get(1) : at > ends.get(1); at += step) {
      numbers.add(at);
    }
    return Optional.of(Constant.wholes(numbers));
  }

  private static Optional<Constant> size(NodeShapes node, List<Long> dims) {
    return node.extents(0).map(e -> Constant.scalar(Extents.product(e)));
  }

  private static Optional<Constant> product(NodeShapes node, List<Long> dims) {
    return node.constant(0)
        .filter(c -> count(dims) == 1)
        .map(c -> new Constant(dims, List.of(Extents.product(c.extents()))));
  }
}

package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Arithmetic of small constants, element by element with broadcasting. */
final class ConstantArithmetic {

  /** An operation on whole and on real numbers. */
  private record Binary(LongBinaryOperator whole, DoubleBinaryOperator real) {}

  private static final Map<String, Binary> BINARY =
      Map.ofEntries(
          Map.entry("Add", new Binary(Math::addExact, Double::sum)),
          Map.entry("Sub", new Binary(Math::subtractExact, (a, b) -> a - b)),
          Map.entry("Mul", new Binary(Math::multiplyExact, (a, b) -> a * b)),
          Map.entry("Div", new Binary((a, b) -> a / b, (a, b) -> a / b)),
          Map.entry("Mod", new Binary(Math::floorMod, (a, b) -> a - b * Math.floor(a / b))),
          Map.entry("Min", new Binary(Math::min, Math::min)),
          Map.entry("Max", new Binary(Math::max, Math::max)),
          Map.entry("Pow", new Binary((a, b) -> (long) Math.pow(a, b), Math::pow)));

  private static final Map<String, LongBinaryOperator> COMPARISON =
      Map.of(
          "Equal", (a, b) -> a == b ? 1 : 0,
          "Greater", (a, b) -> a > b ? 1 : 0,
          "Less", (a, b) -> a < b ? 1 : 0,
          "And", (a, b) -> a & b,
          "Or", (a, b) -> a | b);

  private static final Map<String, DoubleUnaryOperator> UNARY =
      Map.of(
          "Neg", a -> -a,
          "Abs", Math::abs,
          "Floor", Math::floor,
          "Ceil", Math::ceil,
          "Sqrt", Math::sqrt,
          "Reciprocal", a -> 1 / a,
          "Not", a -> 1 - a);

  private ConstantArithmetic() {}

  static Set<String> names() {
    Set<String> all = new java.util.TreeSet<>(BINARY.keySet());
    all.addAll(COMPARISON.keySet());
    all.addAll(UNARY.keySet());
    all.add("Where");
    return all;
  }

  static Optional<Constant> of(NodeShapes node, List<Long> dims) {
    String name = node.node().getOpType();
    List<List<Item>> inputs = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      if (node.constant(i).isEmpty()) {
        return Optional.empty();
      }
      inputs.add(stretched(node.constant(i).get(), dims).items());
    }
    List<Item> items = new ArrayList<>();
    for (int k = 0; k < inputs.getFirst().size(); k++) {
      int at = k;
      items.add(item(name, inputs.stream().map(i -> i.get(at)).toList()));
    }
    return Optional.of(new Constant(dims, items));
  }

  private static Item item(String name, List<Item> operands) {
    Item first = operands.getFirst();
    if (UNARY.containsKey(name)) {
      return switch (first) {
        case Item.Real real -> new Item.Real(UNARY.get(name).applyAsDouble(real.value()));
        case Extent extent -> Extents.map(extent, n -> (long) UNARY.get(name).applyAsDouble(n));
      };
    }
    if (name.equals("Where")) {
      return first instanceof Extent.Known known
          ? operands.get(known.number() != 0 ? 1 : 2)
          : Extent.UNKNOWN;
    }
    Item result = first;
    for (Item next : operands.subList(1, operands.size())) {
      result = pair(name, result, next);
    }
    return result;
  }

  private static Item pair(String name, Item a, Item b) {
    if (COMPARISON.containsKey(name)) {
      return a instanceof Extent.Known x && b instanceof Extent.Known y
          ? Extent.of(COMPARISON.get(name).applyAsLong(x.number(), y.number()))
          : Extent.UNKNOWN;
    }
    Binary operation = BINARY.get(name);
    if (operation == null) {
      return Extent.UNKNOWN;
    }
    if (a instanceof Extent x && b instanceof Extent y) {
      if (name.equals("Mul")) {
        return Extents.product(x, y);
      }
      if (name.equals("Add")) {
        return Extents.sum(x, y);
      }
      if ((name.equals("Div") && y.is(1)) || (name.equals("Sub") && y.is(0))) {
        return x;
      }
      boolean byNothing = y.is(0) && (name.equals("Div") || name.equals("Mod"));
      return x instanceof Extent.Known m && y instanceof Extent.Known n && !byNothing
          ? Extent.of(operation.whole().applyAsLong(m.number(), n.number()))
          : Extent.UNKNOWN;
    }
    return a instanceof Item.Real x && b instanceof Item.Real y
        ? new Item.Real(operation.real().applyAsDouble(x.value(), y.value()))
        : Extent.UNKNOWN;
  }

  /** The numbers laid out over larger extents by NumPy's rule. */
  static Constant stretched(Constant source, List<Long> dims) {
    if (source.dims().equals(dims)) {
      return source;
    }
    long count = dims.stream().reduce(1L, Math::multiplyExact);
    List<Item> items = new ArrayList<>();
    int shift = dims.size() - source.dims().size();
    for (long k = 0; k < count; k++) {
      long rest = k;
      long at = 0;
      long step = 1;
      for (int axis = dims.size() - 1; axis >= shift; axis--) {
        long place = rest % dims.get(axis);
        rest /= dims.get(axis);
        long extent = source.dims().get(axis - shift);
        at += (extent == 1 ? 0 : place) * step;
        step *= extent;
      }
      items.add(source.items().get(Math.toIntExact(at)));
    }
    return new Constant(dims, items);
  }
}

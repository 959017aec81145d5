package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hillock.onnx.graph.ElementType;

/** Products of matrices. */
final class ProductRules {

  private ProductRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Gemm", ProductRules::gemm);
    rules.put("MatMul", n -> matrixProduct(n.extents(0), n.extents(1), n.type(0)));
    rules.put(
        "MatMulInteger",
        n -> matrixProduct(n.extents(0), n.extents(1), ElementType.INT32.number()));
    rules.put("QLinearMatMul", n -> matrixProduct(n.extents(0), n.extents(3), n.type(7)));
    rules.put("Einsum", ProductRules::einsum);
    rules.put("Det", ProductRules::determinant);
  }

  static List<ValueShape> gemm(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(1).isEmpty()) {
      return List.of(ValueShape.of(node.type(0), Extents.unknown(2)));
    }
    boolean leftTurned = node.attributes().whole("transA", 0) != 0;
    boolean rightTurned = node.attributes().whole("transB", 0) != 0;
    List<Extent> left = matrix(node.extents(0).get(), leftTurned);
    List<Extent> right = matrix(node.extents(1).get(), rightTurned);
    Extents.same("inner extents of Gemm", left.get(1), right.get(0));
    return node.like(List.of(left.get(0), right.get(1)));
  }

  private static List<Extent> matrix(List<Extent> extents, boolean turned) {
    if (extents.size() != 2) {
      throw new ShapeMismatch("a matrix with " + extents.size() + " axes: " + extents);
    }
    return turned ? extents.reversed() : extents;
  }

  static List<ValueShape> matrixProduct(
      Optional<List<Extent>> first, Optional<List<Extent>> second, int type) {
    if (first.isEmpty() || second.isEmpty()) {
      return List.of(ValueShape.ofType(type));
    }
    List<Extent> left = new ArrayList<>(first.get());
    List<Extent> right = new ArrayList<>(second.get());
    if (left.isEmpty() || right.isEmpty()) {
      throw new ShapeMismatch("a scalar in a product of matrices");
    }
    boolean vectorLeft = left.size() == 1;
    boolean vectorRight = right.size() == 1;
    if (vectorLeft) {
      left.addFirst(Extent.of(1));
    }
    if (vectorRight) {
      right.addLast(Extent.of(1));
    }
    int l = left.size();
    int r = right.size();
    Extents.same("inner extents of MatMul", left.get(l - 1), right.get(r - 2));
    List<Extent> all =
        new ArrayList<>(Extents.broadcast(left.subList(0, l - 2), right.subList(0, r - 2)));
    if (!vectorLeft) {
      all.add(left.get(l - 2));
    }
    if (!vectorRight) {
      all.add(right.get(r - 1));
    }
    return List.of(ValueShape.of(type, all));
  }

  /** Letters name axes; those on the right of the arrow stay. Dots are not resolved. */
  private static List<ValueShape> einsum(NodeShapes node) {
    String equation = node.attributes().text("equation", "").replace(" ", "");
    String[] sides = equation.split("->", -1);
    String[] terms = sides[0].split(",", -1);
    if (equation.contains(".") || terms.length != node.inputs().size()) {
      return node.typeOnly();
    }
    Map<Character, Extent> axes = new HashMap<>();
    Map<Character, Integer> times = new TreeMap<>();
    for (int i = 0; i < terms.length; i++) {
      for (int k = 0; k < terms[i].length(); k++) {
        char letter = terms[i].charAt(k);
        times.merge(letter, 1, Integer::sum);
        int rank = terms[i].length();
        int axis = k;
        Extent here =
            node.extents(i)
                .filter(e -> e.size() == rank)
                .map(e -> e.get(axis))
                .orElse(Extent.UNKNOWN);
        axes.merge(letter, here, Extents::broadcast);
      }
    }
    StringBuilder result = new StringBuilder();
    if (sides.length == 2) {
      result.append(sides[1]);
    } else {
      times.forEach((letter, count) -> result.append(count == 1 ? letter.toString() : ""));
    }
    List<Extent> all = new ArrayList<>();
    for (char letter : result.toString().toCharArray()) {
      all.add(axes.getOrDefault(letter, Extent.UNKNOWN));
    }
    return node.like(all);
  }

  private static List<ValueShape> determinant(NodeShapes node) {
    return node.extents(0)
        .filter(e -> e.size() >= 2)
        .map(e -> node.like(e.subList(0, e.size() - 2)))
        .orElseGet(node::typeOnly);
  }
}

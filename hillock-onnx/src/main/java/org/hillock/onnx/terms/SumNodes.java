package org.hillock.onnx.terms;

import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.TensorData;

/** Nodes that add up elements, or products of elements, of their inputs. */
final class SumNodes {

  private SumNodes() {}

  static void addTo(Map<String, NodeTerms> known) {
    known.put("MatMul", q -> Optional.of(matrices(q)));
    known.put("MatMulInteger", q -> Optional.of(wholeMatrices(q)));
    known.put("Einsum", Contraction::of);
    known.put("Gemm", SumNodes::gemm);
    known.put("Add", q -> stretched(q, 1, 1));
    known.put("Sub", q -> stretched(q, 1, -1));
    known.put("Sum", q -> stretched(q, 1, 1));
    known.put("Mean", q -> stretched(q, 1.0 / q.inputs().size(), 1));
    known.put("Neg", q -> stretched(q, -1, 1));
    known.put("Mul", SumNodes::product);
    known.put("Div", SumNodes::quotient);
    known.put("Max", q -> largest(q, 1));
    known.put("Min", q -> largest(q, -1));
  }

  /** Inputs added up, where they are stretched to the shape of the result. */
  private static Optional<Reached> stretched(Question q, double weight, double weightOfOthers) {
    if (q.stretchedInTheOldWay()) {
      return Optional.empty();
    }
    Products sum = new Products(q);
    int[] place = q.place();
    for (int input : q.inputs()) {
      sum.add(
          input, q.places(input).stretched(place), input == 0 ? weight : weight * weightOfOthers);
    }
    return Optional.of(sum);
  }

  private static Optional<Reached> product(Question q) {
    if (q.stretchedInTheOldWay()) {
      return Optional.empty();
    }
    int[] place = q.place();
    return Optional.of(
        new Products(q).add(0, q.places(0).stretched(place), 1, q.places(1).stretched(place), 1));
  }

  /** By a weight; whole numbers are cut off and no such sum. */
  private static Optional<Reached> quotient(Question q) {
    if (q.stretchedInTheOldWay() || !q.constant(1) || !q.made().type().isFloating()) {
      return Optional.empty();
    }
    int[] place = q.place();
    double divisor = q.number(1, q.places(1).stretched(place));
    return Optional.of(new Products(q).add(0, q.places(0).stretched(place), 1 / divisor));
  }

  private static Optional<Reached> largest(Question q, double sign) {
    if (q.stretchedInTheOldWay()) {
      return Optional.empty();
    }
    Largest largest = new Largest(q, sign);
    q.inputs().forEach(i -> largest.add(i, q.places(i).stretched(q.place())));
    return Optional.of(largest);
  }

  /** Takes the elements of two matrices that are multiplied. */
  private interface Multiplied {
    void take(int left, int right);
  }

  /** The product of two stacks of matrices; one axis alone is a row on the left, a column else. */
  private static void multiplied(Question q, Multiplied each) {
    Places left = q.places(0);
    Places right = q.places(1);
    int[] place = q.place();
    int stack = place.length - (left.axes() > 1 ? 1 : 0) - (right.axes() > 1 ? 1 : 0);
    int shared = left.extent(left.axes() - 1);
    for (int k = 0; k < shared; k++) {
      int[] inLeft = new int[stack + 2];
      int[] inRight = new int[stack + 2];
      System.arraycopy(place, 0, inLeft, 0, stack);
      System.arraycopy(place, 0, inRight, 0, stack);
      inLeft[stack] = left.axes() > 1 ? place[stack] : 0;
      inLeft[stack + 1] = k;
      inRight[stack] = k;
      inRight[stack + 1] = right.axes() > 1 ? place[place.length - 1] : 0;
      each.take(left.stretched(inLeft), right.axes() > 1 ? right.stretched(inRight) : k);
    }
  }

  private static Reached matrices(Question q) {
    Products sum = new Products(q);
    multiplied(q, (left, right) -> sum.add(0, left, 1, right, 1));
    return sum;
  }

  /** Of whole numbers, each less the zero of its matrix, row or column. */
  private static Reached wholeMatrices(Question q) {
    int[] place = q.place();
    int zeroLeft = zero(q, 2, place.length - 2);
    int zeroRight = zero(q, 3, place.length - 1);
    Products sum = new Products(q);
    multiplied(
        q,
        (left, right) -> {
          sum.add(0, left, 1, right, 1);
          if (q.given(2)) {
            sum.add(2, zeroLeft, 1, right, -1);
          }
          if (q.given(3)) {
            sum.add(0, left, 3, zeroRight, -1);
          }
          if (q.given(2) && q.given(3)) {
            sum.add(2, zeroLeft, 3, zeroRight, 1);
          }
        });
    return sum;
  }

  private static int zero(Question q, int input, int axis) {
    return q.given(input) && q.tensor(input).size() > 1 ? q.place()[axis] : 0;
  }

  private static Optional<Reached> gemm(Question q) {
    boolean leftTurned = q.attributes().whole("transA", 0) != 0;
    boolean rightTurned = q.attributes().whole("transB", 0) != 0;
    double alpha = q.attributes().real("alpha", 1);
    Places left = q.places(0);
    Places right = q.places(1);
    int[] place = q.place();
    Products sum = new Products(q);
    for (int k = 0; k < left.extent(leftTurned ? 0 : 1); k++) {
      int a = leftTurned ? left.flat(k, place[0]) : left.flat(place[0], k);
      int b = rightTurned ? right.flat(place[1], k) : right.flat(k, place[1]);
      sum.add(0, a, 1, b, alpha);
    }
    if (q.given(2)) {
      TensorData bias = q.tensor(2);
      sum.add(2, Places.of(bias.dims()).stretched(place), q.attributes().real("beta", 1));
    }
    return Optional.of(sum);
  }
}

package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arithmetic as a graph in which each value is reckoned once: nodes are numbered in an order in
 * which each stands after its arguments. What follows from numbers alone is reckoned at once.
 *
 * <p>Simplifications keep the value for all finite arguments; {@code 0·x} is 0.
 */
public final class Graph {

  private static final int NONE = -1;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();

  /** Nodes whose values are known before the first step. */
  private final BitSet fixed = new BitSet();

  public Node node(int n) {
    return nodes.get(n);
  }

  public int size() {
    return nodes.size();
  }

  private int add(Node node) {
    Integer there = known.get(node);
    if (there != null) {
      return there;
    }
    nodes.add(node);
    known.put(node, nodes.size() - 1);
    fixed.set(nodes.size() - 1, fixed(node));
    return nodes.size() - 1;
  }

  private boolean fixed(Node node) {
    if (node.operation().kind() == Operation.Kind.LEAF) {
      return switch (node.operation()) {
        case NUMBER, PARAMETER, DERIVED, COEFFICIENT -> true;
        default -> false;
      };
    }
    for (int k = 0; k < node.operation().arguments(); k++) {
      if (!fixed.get(node.argument(k))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value of a node is known before the first step. */
  public boolean fixed(int n) {
    return fixed.get(n);
  }

  public int number(double value) {
    return add(new Node(Operation.NUMBER, NONE, NONE, NONE, 0, value + 0.0));
  }

  /** A leaf that is no number. */
  public int leaf(Operation operation, int index) {
    if (operation.kind() != Operation.Kind.LEAF || operation == Operation.NUMBER) {
      throw new IllegalArgumentException(operation + " is no such leaf");
    }
    return add(new Node(operation, NONE, NONE, NONE, index, 0));
  }

  public int negate(int a) {
    if (isNumber(a)) {
      return number(-value(a));
    }
    return is(a, Operation.NEGATE) ? nodes.get(a).a() : unary(Operation.NEGATE, a);
  }

  public int add(int a, int b) {
    if (is(a, 0)) {
      return b;
    }
    if (is(b, 0)) {
      return a;
    }
    if (is(b, Operation.NEGATE) && !fixed(b)) {
      return subtract(a, nodes.get(b).a());
    }
    if (is(a, Operation.NEGATE) && !fixed(a)) {
      return subtract(b, nodes.get(a).a());
    }
    if (fixed(a) && !fixed(b)) {
      return add(b, a);
    }
    if (fixed(b) && is(a, Operation.ADD) && fixed(nodes.get(a).b())) {
      return add(nodes.get(a).a(), add(nodes.get(a).b(), b));
    }
    return binary(Operation.ADD, a, b);
  }

  public int subtract(int a, int b) {
    if (is(b, 0)) {
      return a;
    }
    if (is(a, 0)) {
      return negate(b);
    }
    if (a == b) {
      return number(0);
    }
    if (fixed(b) && !fixed(a)) {
      return add(a, negate(b));
    }
    return is(b, Operation.NEGATE) ? add(a, nodes.get(b).a()) : binary(Operation.SUBTRACT, a, b);
  }

  public int multiply(int a, int b) {
    if (is(a, 0) || is(b, 0)) {
      return number(0);
    }
    if (is(a, 1)) {
      return b;
    }
    if (is(b, 1)) {
      return a;
    }
    if (is(a, -1)) {
      return negate(b);
    }
    if (is(b, -1)) {
      return negate(a);
    }
    if (is(a, Operation.NEGATE)) {
      return negate(multiply(nodes.get(a).a(), b));
    }
    if (is(b, Operation.NEGATE)) {
      return negate(multiply(a, nodes.get(b).a()));
    }
    if (fixed(a) && !fixed(b)) {
      return multiply(b, a);
    }
    if (fixed(b) && is(a, Operation.MULTIPLY) && fixed(nodes.get(a).b())) {
      return multiply(nodes.get(a).a(), multiply(nodes.get(a).b(), b));
    }
    return binary(Operation.MULTIPLY, a, b);
  }

  public int divide(int a, int b) {
    if (is(a, 0) && !is(b, 0)) {
      return number(0);
    }
    if (is(b, 1)) {
      return a;
    }
    if (is(a, Operation.NEGATE)) {
      return negate(divide(nodes.get(a).a(), b));
    }
    if (fixed(b) && !fixed(a)) {
      return multiply(a, divide(number(1), b));
    }
    return binary(Operation.DIVIDE, a, b);
  }

  /** {@code a} to a whole power, by multiplications. */
  public int power(int a, int exponent) {
    if (exponent < 0) {
      return divide(number(1), power(a, -exponent));
    }
    int result = number(1);
    int square = a;
    for (int e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = multiply(result, square);
      }
      if (e > 1) {
        square = multiply(square, square);
      }
    }
    return result;
  }

  /** A comparison; what is known before the first step goes to one side. */
  public int compare(Operation relation, int a, int b) {
    if (fixed(b) && is(a, Operation.ADD) && fixed(nodes.get(a).b())) {
      return compare(relation, nodes.get(a).a(), subtract(b, nodes.get(a).b()));
    }
    if (fixed(a) && is(b, Operation.ADD) && fixed(nodes.get(b).b())) {
      return compare(relation, subtract(a, nodes.get(b).b()), nodes.get(b).a());
    }
    return binary(relation, a, b);
  }

  public int select(int truth, int yes, int no) {
    return yes == no ? yes : add(new Node(Operation.SELECT, truth, yes, no, 0, 0));
  }

  public int and(int a, int b) {
    return a == b ? a : binary(Operation.AND, a, b);
  }

  /** Any operation of one argument that {@link #negate} is not. */
  public int unary(Operation operation, int a) {
    if (isNumber(a) && !operation.truth()) {
      return number(Arithmetic.of(operation, value(a), 0, 0));
    }
    return add(new Node(operation, a, NONE, NONE, 0, 0));
  }

  /** Any operation of two arguments that has no method of its own. */
  public int binary(Operation operation, int a, int b) {
    if (isNumber(a) && isNumber(b) && !operation.truth()) {
      return number(Arithmetic.of(operation, value(a), value(b), 0));
    }
    return add(new Node(operation, a, b, NONE, 0, 0));
  }

  /** The node with the operation of {@code like} on other arguments, simplified. */
  int again(Node like, int a, int b, int c) {
    return switch (like.operation()) {
      case NEGATE -> negate(a);
      case ADD -> add(a, b);
      case SUBTRACT -> subtract(a, b);
      case MULTIPLY -> multiply(a, b);
      case DIVIDE -> divide(a, b);
      case SELECT -> select(a, b, c);
      case AND -> and(a, b);
      case ABOVE, AT_LEAST -> compare(like.operation(), a, b);
      default ->
          switch (like.operation().arguments()) {
            case 0 -> add(like);
            case 1 -> unary(like.operation(), a);
            default -> binary(like.operation(), a, b);
          };
    };
  }

  boolean is(int n, Operation operation) {
    return nodes.get(n).operation() == operation;
  }

  /** Whether a node is that number. */
  public boolean is(int n, double number) {
    return isNumber(n) && value(n) == number;
  }

  boolean isNumber(int n) {
    return is(n, Operation.NUMBER);
  }

  private double value(int n) {
    return nodes.get(n).number();
  }
}

package org.hillock.spiking.equation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Derivatives and substitutions on a {@link Graph}. */
final class Calculus {

  /** Nearer to 0 than this the derivative of exprel is told by its series. */
  private static final double NEAR = 1e-3;

  private final Graph g;

  Calculus(Graph g) {
    this.g = g;
  }

  /** The leaves that are no fixed values, among what a node is made of. */
  BitSet variables(int node) {
    BitSet seen = new BitSet();
    BitSet found = new BitSet();
    variables(node, seen, found);
    return found;
  }

  private void variables(int n, BitSet seen, BitSet found) {
    if (seen.get(n) || g.fixed(n)) {
      return;
    }
    seen.set(n);
    Node node = g.node(n);
    if (node.operation().kind() == Operation.Kind.LEAF) {
      found.set(n);
    }
    for (int k = 0; k < node.operation().arguments(); k++) {
      variables(node.argument(k), seen, found);
    }
  }

  /** The node with some nodes replaced. */
  int substitute(int node, Map<Integer, Integer> replacements) {
    return substitute(node, replacements, new HashMap<>());
  }

  private int substitute(int n, Map<Integer, Integer> with, Map<Integer, Integer> done) {
    if (with.containsKey(n)) {
      return Optional.ofNullable(with.get(n)).orElseThrow();
    }
    Integer there = done.get(n);
    if (there != null) {
      return there;
    }
    Node node = g.node(n);
    int arguments = node.operation().arguments();
    int result =
        arguments == 0 || g.fixed(n)
            ? n
            : g.again(
                node,
                substitute(node.a(), with, done),
                arguments > 1 ? substitute(node.b(), with, done) : -1,
                arguments > 2 ? substitute(node.c(), with, done) : -1);
    done.put(n, result);
    return result;
  }

  /** The derivative of a node by a leaf. */
  int derivative(int node, int by) {
    return derivative(node, by, new HashMap<>());
  }

  private int derivative(int n, int by, Map<Integer, Integer> done) {
    if (n == by) {
      return g.number(1);
    }
    if (g.fixed(n) || g.node(n).operation().kind() == Operation.Kind.LEAF) {
      return g.number(0);
    }
    Integer there = done.get(n);
    if (there != null) {
      return there;
    }
    int result = rule(n, g.node(n), by, done);
    done.put(n, result);
    return result;
  }

  private int rule(int n, Node node, int by, Map<Integer, Integer> done) {
    int a = node.a();
    int b = node.b();
    Operation operation = node.operation();
    if (operation == Operation.SELECT) {
      return g.select(a, derivative(b, by, done), derivative(node.c(), by, done));
    }
    if (operation.truth()) {
      return g.number(0);
    }
    int da = derivative(a, by, done);
    int db = operation.arguments() > 1 ? derivative(b, by, done) : g.number(0);
    if (g.is(da, 0) && g.is(db, 0)) {
      return g.number(0);
    }
    return switch (operation) {
      case NEGATE -> g.negate(da);
      case ADD -> g.add(da, db);
      case SUBTRACT -> g.subtract(da, db);
      case MULTIPLY -> g.add(g.multiply(da, b), g.multiply(a, db));
      case DIVIDE -> g.is(db, 0) ? g.divide(da, b) : g.divide(g.subtract(da, g.multiply(n, db)), b);
      case ABS -> g.select(g.binary(Operation.AT_LEAST, a, g.number(0)), da, g.negate(da));
      case MIN -> g.select(g.binary(Operation.ABOVE, a, b), db, da);
      case MAX -> g.select(g.binary(Operation.ABOVE, b, a), db, da);
      case POW -> power(n, a, b, da, db);
      default -> g.multiply(da, outer(operation, n, a));
    };
  }

  /** The derivative of a function by its argument. */
  private int outer(Operation operation, int n, int a) {
    int one = g.number(1);
    return switch (operation) {
      case DECIDED -> one;
      case SQRT -> g.divide(g.number(0.5), n);
      case EXP -> n;
      case EXPREL -> {
        int far = g.divide(g.subtract(g.unary(Operation.EXP, a), n), a);
        int near = g.add(g.number(0.5), g.multiply(a, g.number(1.0 / 3)));
        int isFar = g.binary(Operation.ABOVE, g.unary(Operation.ABS, a), g.number(NEAR));
        yield g.select(isFar, far, near);
      }
      case LOG -> g.divide(one, a);
      case TANH -> g.subtract(one, g.multiply(n, n));
      case SIGMOID -> g.multiply(n, g.subtract(one, n));
      case SIN -> g.unary(Operation.COS, a);
      case COS -> g.negate(g.unary(Operation.SIN, a));
      case FLOOR -> g.number(0);
      default -> throw new IllegalArgumentException("no derivative of " + operation);
    };
  }

  private int power(int n, int a, int b, int da, int db) {
    int byBase =
        g.multiply(da, g.multiply(b, g.binary(Operation.POW, a, g.subtract(b, g.number(1)))));
    int byExponent = g.multiply(db, g.multiply(n, g.unary(Operation.LOG, a)));
    return g.is(db, 0) ? byBase : g.add(byBase, byExponent);
  }
}

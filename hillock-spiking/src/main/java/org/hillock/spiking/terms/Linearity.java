package org.hillock.spiking.terms;

import java.util.List;
import java.util.function.IntPredicate;
import org.hillock.spiking.equation.Node;

/**
 * Which numbers of a straight line of operations follow some of them, the variables, in straight
 * lines, whatever values the others have.
 */
public final class Linearity {

  /** How a number hangs on the variables. */
  private enum Kind {
    /** Not at all. */
    FIXED,
    /** In a straight line. */
    STRAIGHT,
    /** In another way. */
    BENT
  }

  private final List<Node> nodes;
  private final Kind[] kind;
  private final IntPredicate variable;

  /**
   * Looks at operations.
   *
   * @param variable which of them are variables
   */
  public Linearity(List<Node> nodes, IntPredicate variable) {
    this.nodes = nodes;
    this.variable = variable;
    kind = new Kind[nodes.size()];
    for (int n = 0; n < kind.length; n++) {
      kind[n] = variable.test(n) ? Kind.STRAIGHT : kind(nodes.get(n));
    }
  }

  private Kind kind(Node node) {
    int arguments = node.operation().arguments();
    if (arguments == 0) {
      return Kind.FIXED;
    }
    Kind a = kind[node.a()];
    Kind b = arguments > 1 ? kind[node.b()] : Kind.FIXED;
    Kind c = arguments > 2 ? kind[node.c()] : Kind.FIXED;
    if (a == Kind.FIXED && b == Kind.FIXED && c == Kind.FIXED) {
      return Kind.FIXED;
    }
    boolean bent = a == Kind.BENT || b == Kind.BENT || c == Kind.BENT;
    boolean straight =
        switch (node.operation()) {
          case DECIDED, NEGATE, ADD, SUBTRACT -> !bent;
          case MULTIPLY -> !bent && (a == Kind.FIXED || b == Kind.FIXED);
          case DIVIDE -> !bent && b == Kind.FIXED;
          case SELECT -> !bent && a == Kind.FIXED;
          default -> false;
        };
    return straight ? Kind.STRAIGHT : Kind.BENT;
  }

  /** Whether a number is not bent. */
  public boolean straight(int node) {
    return kind[node] != Kind.BENT;
  }

  /** Whether a number hangs on no variable. */
  public boolean fixed(int node) {
    return kind[node] == Kind.FIXED;
  }

  /** A number's value. */
  interface Values {
    double of(int node);
  }

  /**
   * Goes from slopes by later numbers back to slopes by the variables.
   *
   * @param values of fixed numbers
   * @param slope by node, of some number by it: given at the roots, and added to here
   * @param held whether what interventions may hold is held
   */
  void back(Values values, double[] slope, boolean held) {
    for (int n = nodes.size() - 1; n >= 0; n--) {
      Node node = nodes.get(n);
      if (slope[n] == 0 || kind[n] != Kind.STRAIGHT || variable.test(n)) {
        continue;
      }
      switch (node.operation()) {
        case DECIDED -> add(slope, node.a(), held ? 0 : slope[n]);
        case NEGATE -> add(slope, node.a(), -slope[n]);
        case ADD -> {
          add(slope, node.a(), slope[n]);
          add(slope, node.b(), slope[n]);
        }
        case SUBTRACT -> {
          add(slope, node.a(), slope[n]);
          add(slope, node.b(), -slope[n]);
        }
        case MULTIPLY -> {
          boolean first = kind[node.a()] != Kind.FIXED;
          int moves = first ? node.a() : node.b();
          add(slope, moves, slope[n] * values.of(first ? node.b() : node.a()));
        }
        case DIVIDE -> add(slope, node.a(), slope[n] / values.of(node.b()));
        case SELECT -> add(slope, values.of(node.a()) != 0 ? node.b() : node.c(), slope[n]);
        default -> throw new IllegalStateException(node.operation() + " is not straight");
      }
    }
  }

  private void add(double[] slope, int node, double more) {
    if (kind[node] == Kind.STRAIGHT) {
      slope[node] += more;
    }
  }
}

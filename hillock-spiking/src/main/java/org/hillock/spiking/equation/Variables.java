package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.Function;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.Reserved;

/** What the names in the equations of a neuron stand for in its graph. */
final class Variables {

  /** Index of the draw that {@code xi} is until it becomes draws of its own. */
  private static final int NOISE = -1;

  final Graph g;
  final NeuronEquations equations;
  final double stepMs;
  private final Map<String, Integer> leaves = new LinkedHashMap<>();
  private final Map<String, Integer> stateIndex = new LinkedHashMap<>();
  private final Map<Expression.Call, Integer> draw = new IdentityHashMap<>();
  private final Map<String, NeuronEquations.Definition> definitions = new HashMap<>();
  final List<DrawKind> draws = new ArrayList<>();

  /** Values of the states as the step found them. */
  int[] before;

  Variables(Graph g, NeuronEquations equations, List<String> parameters, double stepMs) {
    this.g = g;
    this.equations = equations;
    this.stepMs = stepMs;
    for (int k = 0; k < parameters.size(); k++) {
      leaves.put(parameters.get(k), g.leaf(Operation.PARAMETER, k));
    }
    int input = 0;
    for (NeuronEquations.Input i : equations.inputs()) {
      leaves.put(i.name(), g.leaf(Operation.INPUT, input++));
    }
    for (NeuronEquations.Coupling c : equations.couplings()) {
      leaves.put(c.variable(), g.leaf(Operation.INPUT, input++));
    }
    for (int k = 0; k < equations.modulators().size(); k++) {
      leaves.put(equations.modulators().get(k).name(), g.leaf(Operation.GLOBAL, k));
    }
    int bias = g.leaf(Operation.PARAMETER, parameters.size());
    leaves.put(NeuronEquations.BIAS, g.add(bias, g.leaf(Operation.STIMULUS, 0)));
    leaves.put(Reserved.TIME, g.leaf(Operation.TIME, 0));
    leaves.put(Reserved.STEP, g.number(stepMs));
    leaves.put(Reserved.NOISE, noise());
    for (NeuronEquations.State s : equations.states()) {
      stateIndex.put(s.name(), stateIndex.size());
    }
    equations.definitions().forEach(d -> definitions.put(d.name(), d));
    before = found();
  }

  /** White noise. */
  int noise() {
    return g.leaf(Operation.DRAW, NOISE);
  }

  int states() {
    return stateIndex.size();
  }

  int state(String name) {
    Integer index = stateIndex.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no state '" + name + "'");
    }
    return index;
  }

  /** A leaf for a draw of its own. */
  int drawn(DrawKind kind) {
    draws.add(kind);
    return g.leaf(Operation.DRAW, draws.size() - 1);
  }

  /** What expressions mean where the states have given values. */
  Reading with(int[] stateValues) {
    return new Reading(stateValues, -1);
  }

  /** The same, where a spike's weight is known too. */
  Reading with(int[] stateValues, int weight) {
    return new Reading(stateValues, weight);
  }

  /** The states as the step found them. */
  int[] found() {
    int[] leaf = new int[states()];
    for (int k = 0; k < leaf.length; k++) {
      leaf[k] = g.leaf(Operation.STATE, k);
    }
    return leaf;
  }

  /** Expressions as nodes, for one set of values of the states. */
  final class Reading {
    private final int[] stateValues;
    private final int weight;
    private final Map<String, Integer> defined = new HashMap<>();

    private Reading(int[] stateValues, int weight) {
      this.stateValues = stateValues;
      this.weight = weight;
    }

    int name(String name) {
      Integer leaf = leaves.get(name);
      if (leaf != null) {
        return leaf;
      }
      Integer state = stateIndex.get(name);
      if (state != null) {
        return stateValues[state];
      }
      if (name.equals(Reserved.WEIGHT) && weight >= 0) {
        return weight;
      }
      Integer there = defined.get(name);
      if (there != null) {
        return there;
      }
      NeuronEquations.Definition definition = definitions.get(name);
      if (definition == null) {
        throw new IllegalArgumentException("no name '" + name + "'");
      }
      int node = of(definition.value());
      defined.put(name, node);
      return node;
    }

    int of(Expression e) {
      return switch (e) {
        case Expression.Constant c -> g.number(Coherent.value(c));
        case Expression.Name n -> name(n.name());
        case Expression.Negative n -> g.negate(of(n.of()));
        case Expression.Binary b -> binary(b);
        case Expression.Call c -> call(c);
        case Expression.Comparison c -> compare(c);
        case Expression.Junction j -> {
          int left = of(j.left());
          int right = of(j.right());
          yield j.connective() == Expression.Connective.AND
              ? g.and(left, right)
              : g.binary(Operation.OR, left, right);
        }
        case Expression.Not n -> g.unary(Operation.NOT, of(n.of()));
      };
    }

    private int binary(Expression.Binary b) {
      int left = of(b.left());
      int right = of(b.right());
      return switch (b.operator()) {
        case PLUS -> g.add(left, right);
        case MINUS -> g.subtract(left, right);
        case TIMES -> g.multiply(left, right);
        case OVER -> g.divide(left, right);
        case POWER -> power(left, right);
      };
    }

    /** Whole exponents and a half become multiplications and roots. */
    private int power(int base, int exponent) {
      Node e = g.node(exponent);
      if (e.operation() == Operation.NUMBER) {
        double n = e.number();
        if (n == Math.rint(n) && Math.abs(n) <= 16) {
          return g.power(base, (int) n);
        }
        if (n == 0.5) {
          return g.unary(Operation.SQRT, base);
        }
      }
      return g.binary(Operation.POW, base, exponent);
    }

    private int call(Expression.Call c) {
      Function f = c.function();
      if (f.random()) {
        return g.leaf(
            Operation.DRAW,
            draw.computeIfAbsent(
                c,
                _ -> {
                  draws.add(f == Function.UNIFORM ? DrawKind.UNIFORM : DrawKind.NORMAL);
                  return draws.size() - 1;
                }));
      }
      int a = of(c.arguments().get(0));
      int b = f.arguments() > 1 ? of(c.arguments().get(1)) : -1;
      int d = f.arguments() > 2 ? of(c.arguments().get(2)) : -1;
      return switch (f) {
        case EXP -> g.unary(Operation.EXP, a);
        case LOG -> g.unary(Operation.LOG, a);
        case SQRT -> g.unary(Operation.SQRT, a);
        case TANH -> g.unary(Operation.TANH, a);
        case SIN -> g.unary(Operation.SIN, a);
        case COS -> g.unary(Operation.COS, a);
        case SIGMOID -> g.unary(Operation.SIGMOID, a);
        case EXPREL -> g.unary(Operation.EXPREL, a);
        case ABS -> g.unary(Operation.ABS, a);
        case FLOOR -> g.unary(Operation.FLOOR, a);
        case POW -> power(a, b);
        case MIN -> g.binary(Operation.MIN, a, b);
        case MAX -> g.binary(Operation.MAX, a, b);
        case CLIP -> g.binary(Operation.MIN, g.binary(Operation.MAX, a, b), d);
        case WHERE -> g.select(a, b, d);
        case UNIFORM, NORMAL -> throw new IllegalStateException(f + " is drawn");
      };
    }

    private int compare(Expression.Comparison c) {
      int left = of(c.left());
      int right = of(c.right());
      return switch (c.relation()) {
        case ABOVE -> g.compare(Operation.ABOVE, left, right);
        case AT_LEAST -> g.compare(Operation.AT_LEAST, left, right);
        case BELOW -> g.compare(Operation.ABOVE, right, left);
        case AT_MOST -> g.compare(Operation.AT_LEAST, right, left);
        case CROSSES -> {
          int now = g.compare(Operation.AT_LEAST, left, right);
          Reading earlier = with(before, weight);
          int was = g.compare(Operation.AT_LEAST, earlier.of(c.left()), earlier.of(c.right()));
          yield g.and(now, g.unary(Operation.NOT, was));
        }
      };
    }
  }
}

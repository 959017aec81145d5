package org.hillock.spiking.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.equation.DrawKind;
import org.hillock.spiking.equation.Graph;
import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;

/** Programs that mean nothing, of every operation. */
final class RandomPrograms {

  private static final List<Operation> UNARY =
      List.of(
          Operation.NEGATE,
          Operation.ABS,
          Operation.SQRT,
          Operation.EXP,
          Operation.EXPREL,
          Operation.LOG,
          Operation.TANH,
          Operation.SIGMOID,
          Operation.SIN,
          Operation.COS,
          Operation.FLOOR);
  private static final List<Operation> BINARY =
      List.of(
          Operation.ADD,
          Operation.SUBTRACT,
          Operation.MULTIPLY,
          Operation.DIVIDE,
          Operation.MIN,
          Operation.MAX,
          Operation.POW);

  static final int STATES = 3;
  static final int COEFFICIENTS = 4;
  static final int PORTS = 2;

  private RandomPrograms() {}

  /**
   * A program of some 20 to 300 operations.
   *
   * @param functions whether with functions, random numbers and time
   */
  static StepProgram of(long seed, boolean functions) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 0);
    Graph g = new Graph();
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < STATES; k++) {
      numbers.add(g.leaf(Operation.STATE, k));
    }
    for (int k = 0; k < COEFFICIENTS; k++) {
      numbers.add(g.leaf(Operation.COEFFICIENT, k));
    }
    for (int k = 0; k < PORTS; k++) {
      numbers.add(g.leaf(Operation.ARRIVED, k));
    }
    numbers.add(g.leaf(Operation.STIMULUS, 0));
    numbers.add(g.leaf(Operation.GLOBAL, 0));
    numbers.add(g.leaf(Operation.INPUT, 0));
    numbers.add(g.number(draws.normal()));
    if (functions) {
      numbers.add(g.leaf(Operation.DRAW, 0));
      numbers.add(g.leaf(Operation.DRAW, 1));
      numbers.add(g.leaf(Operation.TIME, 0));
    }
    List<Integer> truths = new ArrayList<>(List.of(g.leaf(Operation.FREE, 0)));
    int operations = 20 + draws.below(280);
    for (int k = 0; k < operations; k++) {
      grow(g, draws, numbers, truths, functions);
    }
    List<Integer> next = new ArrayList<>();
    List<Integer> reset = new ArrayList<>();
    for (int s = 0; s < STATES; s++) {
      next.add(some(draws, numbers, true));
      reset.add(draws.uniform() < 0.3 ? StepProgram.NONE : some(draws, numbers, true));
    }
    next.set(0, g.unary(Operation.DECIDED, next.getFirst()));
    int spike = g.and(some(draws, truths, true), truths.getFirst());
    List<Node> nodes = new ArrayList<>();
    for (int n = 0; n < g.size(); n++) {
      nodes.add(g.node(n));
    }
    return new StepProgram(
        nodes,
        next,
        spike,
        reset,
        some(draws, numbers, true),
        true,
        functions ? List.of(DrawKind.UNIFORM, DrawKind.NORMAL) : List.of(),
        COEFFICIENTS,
        PORTS,
        1,
        1);
  }

  private static void grow(
      Graph g, Draws draws, List<Integer> numbers, List<Integer> truths, boolean functions) {
    int a = some(draws, numbers, false);
    int b = some(draws, numbers, false);
    double what = draws.uniform();
    if (what < 0.3) {
      Operation operation = UNARY.get(draws.below(functions ? UNARY.size() : 3));
      numbers.add(operation == Operation.NEGATE ? g.negate(a) : g.unary(operation, a));
    } else if (what < 0.75) {
      Operation operation = BINARY.get(draws.below(functions ? BINARY.size() : 6));
      numbers.add(
          switch (operation) {
            case ADD -> g.add(a, b);
            case SUBTRACT -> g.subtract(a, b);
            case MULTIPLY -> g.multiply(a, b);
            case DIVIDE -> g.divide(a, b);
            default -> g.binary(operation, a, b);
          });
    } else if (what < 0.85) {
      numbers.add(g.select(some(draws, truths, false), a, b));
    } else if (what < 0.95) {
      truths.add(g.compare(draws.uniform() < 0.5 ? Operation.ABOVE : Operation.AT_LEAST, a, b));
    } else {
      int p = some(draws, truths, false);
      int q = some(draws, truths, false);
      truths.add(
          draws.uniform() < 0.3
              ? g.unary(Operation.NOT, p)
              : draws.uniform() < 0.5 ? g.and(p, q) : g.binary(Operation.OR, p, q));
    }
  }

  private static int some(Draws draws, List<Integer> from, boolean late) {
    int newest = Math.min(from.size(), 20);
    return late
        ? from.get(from.size() - 1 - draws.below(newest))
        : from.get(draws.below(from.size()));
  }
}

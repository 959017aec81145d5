package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes nodes over into a new graph, with what is needed and no more. */
class Rebuilding {

  private final List<Node> from;
  private final Graph to = new Graph();
  private final Map<Integer, Integer> done = new HashMap<>();

  Rebuilding(List<Node> from) {
    this.from = from;
  }

  final Graph to() {
    return to;
  }

  /** What a leaf becomes. */
  int leaf(Node node, int n) {
    return node.operation() == Operation.NUMBER
        ? to.number(node.number())
        : to.leaf(node.operation(), node.index());
  }

  /** What an operation on arguments becomes. */
  int inner(Node node, int a, int b, int c) {
    return to.again(node, a, b, c);
  }

  /** What is put in place of a node and all that it is made of; -1 where nothing is. */
  int instead(int n) {
    return -1;
  }

  final int of(int n) {
    Integer there = done.get(n);
    if (there != null) {
      return there;
    }
    Node node = from.get(n);
    int arguments = node.operation().arguments();
    int result = instead(n);
    if (result < 0) {
      result =
          arguments == 0
              ? leaf(node, n)
              : inner(
                  node,
                  of(node.a()),
                  arguments > 1 ? of(node.b()) : -1,
                  arguments > 2 ? of(node.c()) : -1);
    }
    done.put(n, result);
    return result;
  }

  private int orNone(int n) {
    return n == StepProgram.NONE ? n : of(n);
  }

  final StepProgram rebuild(StepProgram program) {
    List<Integer> next = new ArrayList<>();
    program.next().forEach(n -> next.add(of(n)));
    int spike = orNone(program.spike());
    List<Integer> reset = new ArrayList<>();
    program.reset().forEach(n -> reset.add(orNone(n)));
    int output = orNone(program.output());
    List<Node> nodes = new ArrayList<>();
    for (int n = 0; n < to.size(); n++) {
      nodes.add(to.node(n));
    }
    return new StepProgram(
        nodes,
        next,
        spike,
        reset,
        output,
        program.refractory(),
        program.draws(),
        program.coefficients(),
        program.ports(),
        program.inputs(),
        program.globals());
  }
}

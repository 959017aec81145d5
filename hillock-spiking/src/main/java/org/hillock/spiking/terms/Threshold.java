package org.hillock.spiking.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.Node;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;

/** Reads off the condition of a spike at which value of a state it would have held in a step. */
final class Threshold {

  private Threshold() {}

  /** Of a step that was reckoned; empty where the condition is no single comparison of it. */
  static OptionalDouble of(EquationStep step, LoweredEquations lowered, int neuron, String state) {
    StepProgram program = step.program;
    if (program.spike() == StepProgram.NONE || !lowered.hasState(state)) {
      return OptionalDouble.empty();
    }
    // the whole program keeps the value reached apart, because interventions may hold it
    StepInterpreter values = step.interpreter;
    values.reckon(step.m);
    int k = lowered.state(state);
    int reached = program.next().get(k);
    Linearity by = new Linearity(program.nodes(), n -> n == reached);
    List<Node> comparisons = new ArrayList<>();
    collect(program, program.spike(), by, comparisons);
    if (comparisons.size() != 1) {
      return OptionalDouble.empty();
    }
    Node comparison = comparisons.getFirst();
    if (!by.straight(comparison.a()) || !by.straight(comparison.b())) {
      return OptionalDouble.empty();
    }
    double[] slope = new double[program.nodes().size()];
    slope[comparison.a()] += 1;
    slope[comparison.b()] -= 1;
    by.back(values::value, slope, false);
    double value = values.value(reached) + lowered.shift(k, neuron);
    double above = values.value(comparison.a()) - values.value(comparison.b());
    return slope[reached] > 0
        ? OptionalDouble.of(value - above / slope[reached])
        : OptionalDouble.empty();
  }

  /** The comparisons of the value reached that must all hold. */
  private static void collect(StepProgram program, int n, Linearity by, List<Node> into) {
    Node node = program.nodes().get(n);
    switch (node.operation()) {
      case AND -> {
        collect(program, node.a(), by, into);
        collect(program, node.b(), by, into);
      }
      case ABOVE, AT_LEAST -> {
        if (!by.fixed(node.a()) || !by.fixed(node.b())) {
          into.add(node);
        }
      }
      case OR -> {
        // either would do: two of the same, so that it is told of neither
        into.add(new Node(Operation.OR, n, n, -1, 0, 0));
        into.add(new Node(Operation.OR, n, n, -1, 0, 0));
      }
      default -> {}
    }
  }
}

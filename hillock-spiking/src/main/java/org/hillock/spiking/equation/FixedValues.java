package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Values of nodes that are known before the first step, neuron by neuron. */
final class FixedValues {

  private final Graph g;
  private final double[][] parameters;
  private final List<double[]> derived = new ArrayList<>();
  private final BitSet used = new BitSet();

  /**
   * Values from parameters.
   *
   * @param parameters by parameter and neuron
   */
  FixedValues(Graph g, double[][] parameters) {
    this.g = g;
    this.parameters = parameters;
  }

  /** A leaf for values of neurons; a number where it is 0 for all, or 1 for all. */
  int leaf(double[] values) {
    for (double wanted : new double[] {0, 1}) {
      if (java.util.Arrays.stream(values).allMatch(x -> x == wanted)) {
        return g.number(wanted);
      }
    }
    derived.add(values);
    return g.leaf(Operation.DERIVED, derived.size() - 1);
  }

  /**
   * The value of a node for one neuron, or for all where it has the same parameters as neuron 0.
   */
  double at(int node, int neuron) {
    return at(node, neuron, new double[g.size()], new BitSet());
  }

  private double at(int n, int neuron, double[] value, BitSet known) {
    if (known.get(n)) {
      return value[n];
    }
    Node node = g.node(n);
    double[] argument = new double[3];
    for (int k = 0; k < node.operation().arguments(); k++) {
      argument[k] = at(node.argument(k), neuron, value, known);
    }
    double result =
        switch (node.operation()) {
          case NUMBER -> node.number();
          case PARAMETER -> parameters[node.index()][neuron];
          case DERIVED -> {
            double[] values = derived.get(node.index());
            yield values[Math.min(neuron, values.length - 1)];
          }
          default -> Arithmetic.of(node.operation(), argument[0], argument[1], argument[2]);
        };
    value[n] = result;
    known.set(n);
    return result;
  }

  /** Notes which parameters a node needs. */
  void use(int n) {
    BitSet seen = new BitSet();
    use(n, seen);
  }

  private void use(int n, BitSet seen) {
    if (seen.get(n)) {
      return;
    }
    seen.set(n);
    Node node = g.node(n);
    if (node.operation() == Operation.PARAMETER) {
      used.set(node.index());
    }
    for (int k = 0; k < node.operation().arguments(); k++) {
      use(node.argument(k), seen);
    }
  }

  /** Whether all neurons have the same values of the parameters that were noted. */
  boolean uniform() {
    for (int p = used.nextSetBit(0); p >= 0; p = used.nextSetBit(p + 1)) {
      for (double x : parameters[p]) {
        if (x != parameters[p][0]) {
          return false;
        }
      }
    }
    return true;
  }
}

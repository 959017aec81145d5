package org.hillock.spiking.equation;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Definitions that follow from the states alone, to be reckoned when they are recorded.
 *
 * @param names of the definitions
 * @param nodes what they are made of
 * @param roots by definition
 * @param coefficients by coefficient and neuron
 */
public record Readout(
    List<String> names, List<Node> nodes, List<Integer> roots, double[][] coefficients) {

  /** Where nothing can be read. */
  public static final Readout NOTHING =
      new Readout(List.of(), List.of(), List.of(), new double[0][]);

  public Readout {
    names = List.copyOf(names);
    nodes = List.copyOf(nodes);
    roots = List.copyOf(roots);
  }

  double of(String name, int neuron, IntToDoubleFunction kept) {
    int definition = names.indexOf(name);
    if (definition < 0) {
      throw new IllegalArgumentException("no variable '" + name + "'");
    }
    return values(neuron, kept, roots.get(definition))[roots.get(definition)];
  }

  /** By node the values of those that hang on no state; others as if all states were 0. */
  public double[] values(int neuron) {
    return values(neuron, _ -> 0, nodes.size() - 1);
  }

  private double[] values(int neuron, IntToDoubleFunction kept, int last) {
    double[] value = new double[nodes.size()];
    for (int n = 0; n <= last; n++) {
      Node node = nodes.get(n);
      value[n] =
          switch (node.operation()) {
            case NUMBER -> node.number();
            case COEFFICIENT -> coefficients[node.index()][neuron];
            case STATE -> kept.applyAsDouble(node.index());
            default ->
                Arithmetic.of(
                    node.operation(),
                    value[node.a()],
                    node.b() < 0 ? 0 : value[node.b()],
                    node.c() < 0 ? 0 : value[node.c()]);
          };
    }
    return value;
  }
}

package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes nodes over into a program, those that are known before the first step as coefficients. */
final class Coefficients {

  private final FixedValues values;
  private final int width;
  private final List<double[]> found = new ArrayList<>();
  private final Rebuilding rebuilding;

  /**
   * For the nodes of a graph.
   *
   * @param width how many neurons are told apart
   */
  Coefficients(Graph g, FixedValues values, int width) {
    this.values = values;
    this.width = width;
    List<Node> nodes = new ArrayList<>();
    for (int k = 0; k < g.size(); k++) {
      nodes.add(g.node(k));
    }
    rebuilding =
        new Rebuilding(nodes) {
          @Override
          int instead(int n) {
            return g.fixed(n) && !g.isNumber(n) ? known(n) : -1;
          }

          private int known(int n) {
            double[] each = everyone(n);
            for (double plain : new double[] {0, 1}) {
              if (Arrays.stream(each).allMatch(x -> x == plain)) {
                return to().number(plain);
              }
            }
            found.add(each);
            return to().leaf(Operation.COEFFICIENT, found.size() - 1);
          }
        };
  }

  /** The values of a node, by neuron that is told apart. */
  double[] everyone(int node) {
    double[] all = new double[width];
    for (int i = 0; i < width; i++) {
      all[i] = values.at(node, i);
    }
    return all;
  }

  /** What a node has become. */
  int of(int node) {
    return rebuilding.of(node);
  }

  /** A program of the graph as one of these nodes. */
  StepProgram program(StepProgram whole) {
    StepProgram p = rebuilding.rebuild(whole);
    return new StepProgram(
        p.nodes(),
        p.next(),
        p.spike(),
        p.reset(),
        p.output(),
        p.refractory(),
        p.draws(),
        found.size(),
        p.ports(),
        p.inputs(),
        p.globals());
  }

  /** The nodes taken over so far. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (int k = 0; k < rebuilding.to().size(); k++) {
      nodes.add(rebuilding.to().node(k));
    }
    return nodes;
  }

  /** By coefficient and neuron that is told apart. */
  double[][] values() {
    return found.toArray(double[][]::new);
  }
}

package org.hillock.spiking.equation;

import java.util.List;

/**
 * What one step does to one neuron: arithmetic on its states, on coefficients and on what arrives.
 * Two programs that are equal do the same, so that a kernel can serve both.
 *
 * <p>A state may count from where it settles: see {@link LoweredEquations#shift}.
 *
 * @param nodes each after its arguments
 * @param next by state, the node that is its value before the decision to fire
 * @param spike the node that tells whether it fires; {@link #NONE} where it makes no spikes
 * @param reset by state, the node that is its value after a spike; {@link #NONE} where it stays as
 *     it is
 * @param output the node of the number that it sends; {@link #NONE} where it sends none
 * @param refractory whether a spike makes it refractory
 * @param draws the random numbers of a step
 * @param coefficients how many
 * @param ports how many ports spikes arrive at
 * @param inputs how many sums stand during a step
 * @param globals how many slow variables it reads
 */
public record StepProgram(
    List<Node> nodes,
    List<Integer> next,
    int spike,
    List<Integer> reset,
    int output,
    boolean refractory,
    List<DrawKind> draws,
    int coefficients,
    int ports,
    int inputs,
    int globals) {

  /** In place of a node. */
  public static final int NONE = -1;

  public StepProgram {
    nodes = List.copyOf(nodes);
    next = List.copyOf(next);
    reset = List.copyOf(reset);
    draws = List.copyOf(draws);
  }

  public int states() {
    return next.size();
  }

  /** Whether a node of the operation is among what is reckoned. */
  public boolean uses(Operation operation) {
    return nodes.stream().anyMatch(n -> n.operation() == operation);
  }

  /** The same where no intervention acts: nothing is added to the bias, nothing held. */
  public StepProgram unperturbed() {
    if (!uses(Operation.STIMULUS) && !uses(Operation.DECIDED)) {
      return this;
    }
    return new Rebuilding(nodes) {
      @Override
      int leaf(Node node, int n) {
        return node.operation() == Operation.STIMULUS ? to().number(0) : super.leaf(node, n);
      }

      @Override
      int inner(Node node, int a, int b, int c) {
        return node.operation() == Operation.DECIDED ? a : super.inner(node, a, b, c);
      }
    }.rebuild(this);
  }
}

package org.hillock.spiking.equation;

import java.util.Optional;

/** Finds out whether neurons are nothing but {@link TwoModes}. */
final class ModeFinder {

  private final Graph g;
  private final FixedValues values;
  private final LinearStep linear;
  private final boolean[] held;

  ModeFinder(Graph g, FixedValues values, LinearStep linear, boolean[] held) {
    this.g = g;
    this.values = values;
    this.linear = linear;
    this.held = held;
  }

  /**
   * Looks.
   *
   * @param arrived kept numbers after arrivals
   * @param rests whether nothing happens at rest, by neuron: one, where they are alike
   */
  Optional<TwoModes> find(
      int[] arrived, int[] next, int spike, int[] reset, boolean[] rests, int[] refractory) {
    if (next.length != 2 || rests.length != 1 || !rests[0] || spike == StepProgram.NONE) {
      return Optional.empty();
    }
    for (int k = 0; k < 2; k++) {
      if (!linear.holds(k) || !held[k] || linear.noisy(k) || !emptied(reset[k])) {
        return Optional.empty();
      }
    }
    boolean oneWay = g.is(linear.factor(0, 1), 0) && !g.is(linear.factor(1, 0), 0);
    Node fires = g.node(spike);
    if (!oneWay || fires.operation() != Operation.AND || !g.is(fires.b(), Operation.FREE)) {
      return Optional.empty();
    }
    Node compared = g.node(fires.a());
    boolean strict = compared.operation() == Operation.ABOVE;
    boolean compares = strict || compared.operation() == Operation.AT_LEAST;
    int potential = port(arrived[0], 0);
    int drive = port(arrived[1], 1);
    if (!compares
        || compared.a() != next[0]
        || !g.fixed(compared.b())
        || potential == NO
        || drive < 0) {
      return Optional.empty();
    }
    double threshold = values.at(compared.b(), 0);
    return Optional.of(
        new TwoModes(
            values.at(linear.factor(0, 0), 0),
            values.at(linear.factor(1, 1), 0),
            values.at(linear.factor(1, 0), 0),
            values.at(linear.push(0), 0),
            strict ? Math.nextUp(threshold) : threshold,
            refractory[0],
            drive,
            potential));
  }

  private static final int NO = -2;

  private boolean emptied(int reset) {
    return reset != StepProgram.NONE && g.fixed(reset) && values.at(reset, 0) == 0;
  }

  /**
   * The one port that adds to a state as it arrives; -1 where none does; NO where there is more.
   */
  private int port(int arrived, int state) {
    int self = g.leaf(Operation.STATE, state);
    if (arrived == self) {
      return -1;
    }
    Node node = g.node(arrived);
    boolean sum =
        node.operation() == Operation.ADD && node.a() == self && g.is(node.b(), Operation.ARRIVED);
    return sum ? g.node(node.b()).index() : NO;
  }
}

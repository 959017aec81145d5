package org.hillock.lab.plasticity;

import java.util.List;
import java.util.Map;
import org.hillock.core.equation.NeuronEquations.State;
import org.hillock.core.equation.StartingPoint;

/** The states of one side of a synapse, which move together. */
final class StateGroup {

  private final List<State> states;
  private final LinearFlow flow;

  /**
   * States, at their initial values.
   *
   * @param point parameters alone
   * @param into where their values are kept
   */
  StateGroup(List<State> states, StartingPoint point, Map<String, Double> into) {
    this.states = states;
    int n = states.size();
    double[][] rates = new double[n][n];
    double[] constants = new double[n];
    for (int i = 0; i < n; i++) {
      State state = states.get(i);
      into.put(state.name(), point.value(state.initial()));
      if (state.derivative().isEmpty()) {
        continue;
      }
      constants[i] = point.value(state.derivative().get());
      for (int j = 0; j < n; j++) {
        rates[i][j] = point.slope(state.derivative().get(), Map.of(states.get(j).name(), 1.0));
      }
    }
    flow = new LinearFlow(rates, constants);
  }

  /** Moves the values on. */
  void move(Map<String, Double> values, double ms) {
    double[] now = states.stream().mapToDouble(s -> values.getOrDefault(s.name(), 0.0)).toArray();
    flow.move(now, ms);
    for (int i = 0; i < now.length; i++) {
      values.put(states.get(i).name(), now[i]);
    }
  }
}

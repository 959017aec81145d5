package org.hillock.lab.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.StartingPoint;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;

/**
 * How fast two states of a neuron change, from its equations: with its own parameters and bias,
 * without input, and all other states where they start.
 */
final class VectorField {

  private static final int POINTS = 41;

  private final NeuronEquations equations;
  private final Map<String, Double> given;
  private final String x;
  private final String y;

  private VectorField(NeuronEquations equations, Map<String, Double> given, String x, String y) {
    this.equations = equations;
    this.given = given;
    this.x = x;
    this.y = y;
  }

  /** Empty where one of the two is no state that changes by an equation. */
  static Optional<VectorField> of(
      Network network, Population p, int neuron, Variable x, Variable y) {
    Optional<NeuronEquations> equations = p.model().equations();
    if (equations.isEmpty()
        || slope(equations.get(), x.name()).isEmpty()
        || slope(equations.get(), y.name()).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> given = new HashMap<>();
    for (ParameterSpec spec : p.model().parameters()) {
      Unit unit = Unit.coherent(p.param(spec.name()).unit().dimension());
      given.put(spec.name(), Parameters.of(network, p, spec.name(), unit)[neuron]);
    }
    if (p.bias().isPresent()) {
      given.put(NeuronEquations.BIAS, Parameters.bias(network, p)[neuron]);
    }
    return Optional.of(new VectorField(equations.get(), given, x.name(), y.name()));
  }

  private static Optional<Expression> slope(NeuronEquations equations, String state) {
    return equations.states().stream()
        .filter(s -> s.name().equals(state))
        .findFirst()
        .flatMap(NeuronEquations.State::derivative);
  }

  PhasePlane.Field sampled(double[] xRange, double[] yRange) {
    double[] xs = new double[POINTS];
    double[] ys = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      xs[i] = xRange[0] + (xRange[1] - xRange[0]) * i / (POINTS - 1);
      ys[i] = yRange[0] + (yRange[1] - yRange[0]) * i / (POINTS - 1);
    }
    double[][] dx = new double[POINTS][POINTS];
    double[][] dy = new double[POINTS][POINTS];
    for (int r = 0; r < POINTS; r++) {
      for (int c = 0; c < POINTS; c++) {
        StartingPoint point = at(xs[c], ys[r]);
        dx[r][c] = point.value(slope(equations, x).orElseThrow());
        dy[r][c] = point.value(slope(equations, y).orElseThrow());
      }
    }
    return new PhasePlane.Field(xs, ys, dx, dy);
  }

  /** The neuron as if it started there. */
  private StartingPoint at(double xValue, double yValue) {
    List<NeuronEquations.State> states = new ArrayList<>();
    for (NeuronEquations.State s : equations.states()) {
      boolean isX = s.name().equals(x);
      Expression initial =
          isX || s.name().equals(y)
              ? new Expression.Constant(isX ? xValue : yValue, s.unit())
              : s.initial();
      states.add(
          new NeuronEquations.State(
              s.name(), s.unit(), initial, s.derivative(), s.meaning(), s.line()));
    }
    NeuronEquations there =
        new NeuronEquations(
            equations.text(),
            states,
            equations.definitions(),
            equations.events(),
            equations.inputs(),
            equations.couplings(),
            equations.modulators(),
            equations.spike(),
            equations.reset(),
            equations.refractory(),
            equations.held(),
            equations.method(),
            equations.output(),
            equations.bias());
    return new StartingPoint(there, given);
  }
}

package org.hillock.core.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.NeuronEquations.EventPort;
import org.hillock.core.equation.NeuronEquations.State;
import org.hillock.core.equation.Reserved;
import org.hillock.core.equation.StartingPoint;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Unit;

/**
 * What one spike amounts to for a neuron once its effect has passed, to first order about the point
 * where the neuron starts: currents give their charge, conductances the charge that they let in at
 * the potential of the start. A neuron stands for its population with the means of the parameters.
 *
 * <p>With the potential held, a spike that moves the other states by Δ and sets them on a course
 * ds/dt = A·s brings ∫s dt = -A⁻¹·Δ.
 */
public final class SpikeWorth {

  private static final String POTENTIAL = "v";

  private final NeuronEquations equations;
  private final StartingPoint start;
  private final State membrane;
  private final Expression current;

  private SpikeWorth(
      NeuronEquations equations, StartingPoint start, State membrane, Expression current) {
    this.equations = equations;
    this.start = start;
    this.membrane = membrane;
    this.current = current;
  }

  /**
   * How far a spike moves the potential in all, the leak aside.
   *
   * @param weight with the receptor's sign, coherent
   * @return in the unit of the potential, mV; empty where the neuron has no potential, the receptor
   *     takes no spikes, or their effect does not pass
   */
  public static OptionalDouble jump(Population target, Receptor receptor, double weight) {
    return of(target).map(w -> w.jump(receptor, weight)).orElse(OptionalDouble.empty());
  }

  /**
   * The bias, times how long it lasts, that does what a spike does.
   *
   * @param weight with the receptor's sign, coherent
   * @return in the unit of the bias times ms; empty where there is no {@link #jump} or no bias
   */
  public static OptionalDouble bias(Population target, Receptor receptor, double weight) {
    return of(target).map(w -> w.bias(receptor, weight)).orElse(OptionalDouble.empty());
  }

  private static Optional<SpikeWorth> of(Population target) {
    Optional<NeuronEquations> equations = target.model().equations();
    if (equations.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> means = new HashMap<>();
    for (ParameterSpec spec : target.model().parameters()) {
      var values = target.param(spec.name());
      Unit unit = Unit.coherent(values.unit().dimension());
      means.put(spec.name(), values.unit().to(unit, values.expectation()));
    }
    StartingPoint start = new StartingPoint(equations.get(), means);
    for (State state : equations.get().states()) {
      if (state.derivative().isPresent()) {
        Expression current = state.derivative().get();
        boolean biased = start.slope(current, Map.of(NeuronEquations.BIAS, 1.0)) != 0;
        if (state.name().equals(POTENTIAL) || biased) {
          return Optional.of(new SpikeWorth(equations.get(), start, state, current));
        }
      }
    }
    return Optional.empty();
  }

  private OptionalDouble bias(Receptor receptor, double weight) {
    double perMs = start.slope(current, Map.of(NeuronEquations.BIAS, 1.0));
    OptionalDouble jump = jump(receptor, weight);
    return jump.isPresent() ? finite(jump.getAsDouble() / perMs) : OptionalDouble.empty();
  }

  private OptionalDouble jump(Receptor receptor, double weight) {
    String name = weight < 0 ? receptor.portBelow0() : receptor.port();
    Optional<EventPort> port =
        equations.events().stream().filter(p -> p.name().equals(name)).findFirst();
    if (port.isEmpty()) {
      return OptionalDouble.empty();
    }
    Map<String, Double> moved = moved(port.get());
    Double there = moved.remove(membrane.name());
    double perUnit = (there == null ? 0 : there) + start.slope(current, passed(moved));
    return finite(perUnit * (takesMagnitudes(receptor) && weight < 0 ? -weight : weight));
  }

  /** Whether weights below 0 arrive as magnitudes. */
  private static boolean takesMagnitudes(Receptor receptor) {
    boolean own = receptor.name().equals(receptor.port());
    return !receptor.port().equals(receptor.portBelow0())
        || own && receptor.sign() == Receptor.Sign.INHIBITS;
  }

  /** How far a spike of weight 1 moves each state at once. */
  private Map<String, Double> moved(EventPort port) {
    Map<String, Double> moved = new LinkedHashMap<>();
    for (Assignment effect : port.effects()) {
      Map<String, Double> direction = new HashMap<>(moved);
      direction.put(Reserved.WEIGHT, 1.0);
      moved.put(effect.state(), start.slope(effect.value(), direction));
    }
    return moved;
  }

  /** The time integrals of the states that are moved, and of those that follow them. */
  private Map<String, Double> passed(Map<String, Double> moved) {
    List<String> names = new ArrayList<>(moved.keySet());
    for (int k = 0; k < names.size(); k++) {
      for (State state : equations.states()) {
        if (!state.equals(membrane)
            && !names.contains(state.name())
            && slope(state, names.get(k)) != 0) {
          names.add(state.name());
        }
      }
    }
    double[][] system = new double[names.size()][names.size() + 1];
    for (State state : equations.states()) {
      int row = names.indexOf(state.name());
      for (int column = 0; row >= 0 && column < names.size(); column++) {
        system[row][column] = -slope(state, names.get(column));
      }
    }
    for (int row = 0; row < names.size(); row++) {
      system[row][names.size()] = moved.getOrDefault(names.get(row), 0.0);
    }
    eliminate(system);
    Map<String, Double> passed = new HashMap<>();
    for (int row = 0; row < names.size(); row++) {
      passed.put(names.get(row), system[row][names.size()]);
    }
    return passed;
  }

  private double slope(State state, String by) {
    return state.derivative().map(d -> start.slope(d, Map.of(by, 1.0))).orElse(0.0);
  }

  /** Solves a linear system with its right side as last column; NaN or infinite where it cannot. */
  private static void eliminate(double[][] system) {
    int size = system.length;
    for (int k = 0; k < size; k++) {
      int pivot = k;
      for (int row = k + 1; row < size; row++) {
        pivot = Math.abs(system[row][k]) > Math.abs(system[pivot][k]) ? row : pivot;
      }
      double[] swapped = system[k];
      system[k] = system[pivot];
      system[pivot] = swapped;
      double divisor = system[k][k];
      for (int column = k; column <= size; column++) {
        system[k][column] /= divisor;
      }
      for (int row = 0; row < size; row++) {
        double times = row == k ? 0 : system[row][k];
        for (int column = k; column <= size && times != 0; column++) {
          system[row][column] -= times * system[k][column];
        }
      }
    }
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}

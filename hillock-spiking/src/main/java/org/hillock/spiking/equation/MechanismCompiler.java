package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronEquations.Assignment;

/**
 * Makes of a mechanism in a membrane what happens to it in a step: what arrives is taken in, its
 * states move on while the inputs stand still, and outcomes are reckoned with the states after the
 * step. Linear states are integrated exactly, others as {@link StepCompiler} does.
 */
public final class MechanismCompiler {

  private final NeuronEquations equations;
  private final List<String> ports;
  private final Graph g = new Graph();
  private final Variables v;
  private final Calculus calculus = new Calculus(g);
  private final FixedValues values;
  private final LinearStep linear;
  private final NonlinearStep nonlinear;
  private final int width;

  /**
   * Ready to compile.
   *
   * @param names of the parameters
   * @param parameters by parameter and place, in coherent units
   * @param ports that spikes can arrive at
   */
  public MechanismCompiler(
      NeuronEquations equations,
      List<String> names,
      double[][] parameters,
      List<String> ports,
      double stepMs) {
    this.equations = equations;
    this.ports = List.copyOf(ports);
    int places = parameters[0].length;
    double[][] withBias = java.util.Arrays.copyOf(parameters, names.size() + 1);
    withBias[names.size()] = new double[places];
    v = new Variables(g, equations, names, stepMs);
    values = new FixedValues(g, withBias);
    int[] derivatives = new int[v.states()];
    Variables.Reading symbolic = v.with(v.found());
    for (int k = 0; k < derivatives.length; k++) {
      Optional<Expression> d = equations.states().get(k).derivative();
      derivatives[k] = d.isPresent() ? symbolic.of(d.get()) : g.number(0);
      values.use(derivatives[k]);
      values.use(symbolic.of(equations.states().get(k).initial()));
    }
    equations.definitions().forEach(d -> values.use(symbolic.name(d.name())));
    Variables.Reading weighed = v.with(v.found(), g.leaf(Operation.ARRIVED, 0));
    equations.events().forEach(p -> p.effects().forEach(e -> values.use(weighed.of(e.value()))));
    width = values.uniform() ? 1 : places;
    boolean[] held = new boolean[v.states()];
    linear = new LinearStep(v, values, LinearSystem.of(v, derivatives), held, width, stepMs);
    nonlinear = new NonlinearStep(v, linear, derivatives, held, equations.method());
  }

  /**
   * A step.
   *
   * @param outcomes what is reckoned beside the states
   * @param instead inputs by number, whose place others take where outcomes are reckoned
   */
  public LoweredMechanism step(List<Outcome> outcomes, Map<Integer, Integer> instead) {
    int[] shift = linear.shift();
    int[] arrived = arrivals(shift);
    int[] next = new int[v.states()];
    int[] after = new int[next.length];
    for (int k = 0; k < next.length; k++) {
      next[k] = linear.holds(k) ? linear.next(k, arrived, arrived) : nonlinear.next(k, arrived);
      after[k] = g.add(next[k], shift[k]);
    }
    Map<Integer, Integer> inputs = new HashMap<>();
    instead.forEach((from, to) -> inputs.put(input(from), input(to)));
    Variables.Reading then = v.with(after);
    Variables.Reading symbolic = v.with(v.found());
    List<Integer> all = new ArrayList<>();
    for (int node : next) {
      all.add(node);
    }
    for (Outcome outcome : outcomes) {
      int sum = g.number(0);
      for (String name : outcome.sum()) {
        // the slope is that of the membrane as it is, with the states standing still
        int slope = calculus.derivative(symbolic.name(name), input(0));
        int value = outcome.slope() ? moved(slope, after) : then.name(name);
        sum = g.add(sum, calculus.substitute(value, unlessInStates(inputs, after)));
      }
      all.add(sum);
    }
    return lowered(all, shift);
  }

  private int moved(int node, int[] after) {
    Map<Integer, Integer> with = new HashMap<>();
    for (int k = 0; k < after.length; k++) {
      with.put(g.leaf(Operation.STATE, k), after[k]);
    }
    return calculus.substitute(node, with);
  }

  /** Inputs are replaced in what outcomes read, but not in how the states came there. */
  private static Map<Integer, Integer> unlessInStates(Map<Integer, Integer> inputs, int[] after) {
    Map<Integer, Integer> with = new HashMap<>(inputs);
    for (int node : after) {
      with.put(node, node);
    }
    return with;
  }

  /** The states at the start, as they are kept, from the inputs. */
  public LoweredMechanism start() {
    int[] shift = linear.shift();
    Variables.Reading symbolic = v.with(v.found());
    List<Integer> all = new ArrayList<>();
    for (int k = 0; k < v.states(); k++) {
      all.add(g.subtract(symbolic.of(equations.states().get(k).initial()), shift[k]));
    }
    return lowered(all, shift);
  }

  private int input(int number) {
    return g.leaf(Operation.INPUT, number);
  }

  private LoweredMechanism lowered(List<Integer> all, int[] shift) {
    Coefficients coefficients = new Coefficients(g, values, width);
    List<Integer> resets = all.stream().map(_ -> StepProgram.NONE).toList();
    StepProgram program =
        coefficients.program(
            new StepProgram(
                List.of(),
                all,
                StepProgram.NONE,
                resets,
                StepProgram.NONE,
                false,
                v.draws,
                0,
                ports.size(),
                equations.inputs().size(),
                0));
    double[][] shifts = new double[shift.length][];
    for (int k = 0; k < shift.length; k++) {
      shifts[k] = coefficients.everyone(shift[k]);
    }
    return new LoweredMechanism(program, coefficients.values(), width, v.states(), shifts);
  }

  /** Kept numbers after arrivals. */
  private int[] arrivals(int[] shift) {
    int[] kept = v.found();
    for (NeuronEquations.EventPort port : equations.events()) {
      if (!ports.contains(port.name())) {
        continue;
      }
      int weight = g.leaf(Operation.ARRIVED, ports.indexOf(port.name()));
      for (Assignment effect : port.effects()) {
        int[] present = new int[kept.length];
        for (int k = 0; k < kept.length; k++) {
          present[k] = g.add(kept[k], shift[k]);
        }
        int changed = v.with(present, weight).of(effect.value());
        int state = v.state(effect.state());
        kept[state] = g.add(kept[state], g.multiply(weight, calculus.derivative(changed, weight)));
      }
    }
    return kept;
  }

  /** How each state with an equation is integrated. */
  public List<Integration> integration() {
    List<Integration> all = new ArrayList<>();
    for (NeuronEquations.State state : equations.states()) {
      if (state.derivative().isPresent()) {
        int k = v.state(state.name());
        all.add(linear.holds(k) ? linear.told(state.name(), k) : nonlinear.told(state.name(), k));
      }
    }
    return all;
  }
}

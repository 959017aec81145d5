package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.NeuronEquations.State;

/** Makes of equations, parameters and a step what happens in that step. */
public final class StepCompiler {

  private static final String CLAMPED = "v";

  private final NeuronEquations equations;
  private final List<String> ports;
  private final Set<String> negativePorts;
  private List<String> gainedPorts = List.of();
  private final double[][] parameters;
  private final int size;
  private final double stepMs;
  private final Graph g = new Graph();
  private final Variables v;
  private final Calculus calculus = new Calculus(g);
  private final FixedValues values;

  /** Derivatives, in terms of state leaves. */
  private final int[] derivatives;

  private final LinearStep linear;
  private final int width;
  private final boolean[] held;
  private final int free;

  /**
   * Ready to compile.
   *
   * @param names of the parameters
   * @param parameters by parameter and neuron, then the bias of each neuron, in coherent units
   * @param ports that spikes can arrive at
   * @param negativePorts those at which arriving weights are 0 or less: those that inhibit
   */
  public StepCompiler(
      NeuronEquations equations,
      List<String> names,
      double[][] parameters,
      List<String> ports,
      Set<String> negativePorts,
      double stepMs) {
    this.equations = equations;
    this.ports = List.copyOf(ports);
    this.negativePorts = Set.copyOf(negativePorts);
    this.parameters = parameters;
    this.stepMs = stepMs;
    size = parameters[names.size()].length;
    v = new Variables(g, equations, names, stepMs);
    values = new FixedValues(g, parameters);
    free = g.leaf(Operation.FREE, 0);
    held = new boolean[v.states()];
    equations.held().forEach(name -> held[v.state(name)] = true);
    Variables.Reading symbolic = v.with(v.found());
    derivatives = new int[v.states()];
    for (int k = 0; k < derivatives.length; k++) {
      Optional<org.hillock.core.equation.Expression> d = equations.states().get(k).derivative();
      derivatives[k] = d.isPresent() ? symbolic.of(d.get()) : g.number(0);
    }
    width = noteParameters(symbolic) ? 1 : size;
    linear = new LinearStep(v, values, LinearSystem.of(v, derivatives), held, width, stepMs);
  }

  /** Scales what arrives at some ports by slow numbers that stand after the modulators. */
  public StepCompiler gaining(List<String> these) {
    gainedPorts = List.copyOf(these);
    return this;
  }

  private boolean noteParameters(Variables.Reading symbolic) {
    for (int d : derivatives) {
      values.use(d);
    }
    equations.spike().ifPresent(e -> values.use(symbolic.of(e)));
    equations.refractory().ifPresent(e -> values.use(symbolic.of(e)));
    equations.reset().forEach(r -> values.use(symbolic.of(r.value())));
    equations.output().ifPresent(o -> values.use(symbolic.name(o)));
    Variables.Reading weighed = v.with(v.found(), g.leaf(Operation.ARRIVED, 0));
    equations.events().forEach(p -> p.effects().forEach(e -> values.use(weighed.of(e.value()))));
    return values.uniform();
  }

  /**
   * Compiles.
   *
   * @param steps from a refractory time in ms to whole steps
   */
  public LoweredEquations compile(java.util.function.DoubleFunction<Integer> steps) {
    int n = v.states();
    int[] shift = linear.shift();
    int[] arrivedFree = arrivals(shift);
    int[] arrivedAny = arrivedFree.clone();
    for (int k = 0; k < n; k++) {
      if (held[k]) {
        arrivedAny[k] = g.select(free, arrivedFree[k], g.leaf(Operation.STATE, k));
      }
    }
    int[] next = new int[n];
    NonlinearStep nonlinear = new NonlinearStep(v, linear, derivatives, held, equations.method());
    for (int k = 0; k < n; k++) {
      next[k] =
          linear.holds(k)
              ? linear.next(k, arrivedFree, arrivedAny)
              : nonlinear.next(k, held[k] ? arrivedFree : arrivedAny);
      if (held[k]) {
        next[k] = g.select(free, next[k], heldValue(k, shift));
      }
      if (equations.states().get(k).name().equals(CLAMPED)) {
        next[k] = g.unary(Operation.DECIDED, next[k]);
      }
    }
    int[] after = plus(next, shift);
    v.before = plus(v.found(), shift);
    int spike = StepProgram.NONE;
    if (equations.spike().isPresent()) {
      // what only pads a vector is never free
      spike = g.and(v.with(after).of(equations.spike().get()), free);
    }
    int[] reset = reset(next, shift);
    int output = equations.output().map(name -> v.with(after).name(name)).orElse(StepProgram.NONE);
    boolean[] rests = rests(next, spike);
    Optional<TwoModes> modes =
        new ModeFinder(g, values, linear, held)
            .find(arrivedFree, next, spike, reset, rests, refractorySteps(steps));
    return assemble(
        next, spike, reset, output, shift, rests, nonlinear, refractorySteps(steps), modes);
  }

  /** Kept numbers after arrivals. */
  private int[] arrivals(int[] shift) {
    int[] kept = v.found();
    for (NeuronEquations.EventPort port : equations.events()) {
      if (!ports.contains(port.name())) {
        continue;
      }
      int arrived = g.leaf(Operation.ARRIVED, ports.indexOf(port.name()));
      int weight = negativePorts.contains(port.name()) ? g.negate(arrived) : arrived;
      for (Assignment effect : port.effects()) {
        int changed = v.with(plus(kept, shift), weight).of(effect.value());
        int each = calculus.derivative(changed, arrived);
        int state = v.state(effect.state());
        kept[state] = g.add(kept[state], g.multiply(gained(port.name(), arrived), each));
      }
    }
    return kept;
  }

  /** What arrives at a port, by its gain. */
  private int gained(String port, int arrived) {
    int gain = gainedPorts.indexOf(port);
    return gain < 0
        ? arrived
        : g.multiply(arrived, g.leaf(Operation.GLOBAL, equations.modulators().size() + gain));
  }

  /** What a state is held at: where the reset put it, or where it is. */
  private int heldValue(int state, int[] shift) {
    String name = equations.states().get(state).name();
    for (Assignment a : equations.reset().reversed()) {
      if (a.state().equals(name)) {
        int value = v.with(v.found()).of(a.value());
        return g.fixed(value) ? g.subtract(value, shift[state]) : g.leaf(Operation.STATE, state);
      }
    }
    return g.leaf(Operation.STATE, state);
  }

  private int[] reset(int[] next, int[] shift) {
    int[] kept = next.clone();
    int[] found = v.found();
    Variables.Reading symbolic = v.with(found);
    for (Assignment a : equations.reset()) {
      int state = v.state(a.state());
      int value = symbolic.of(a.value());
      Map<Integer, Integer> now = new HashMap<>();
      int[] present = plus(kept, shift);
      for (int k = 0; k < found.length; k++) {
        now.put(found[k], present[k]);
      }
      if (g.is(calculus.derivative(value, found[state]), 1)) {
        now.put(found[state], kept[state]);
        kept[state] = calculus.substitute(value, now);
      } else {
        kept[state] = g.subtract(calculus.substitute(value, now), shift[state]);
      }
    }
    for (int k = 0; k < kept.length; k++) {
      kept[k] = kept[k] == next[k] ? StepProgram.NONE : kept[k];
    }
    return kept;
  }

  private int[] plus(int[] kept, int[] shift) {
    int[] sums = new int[kept.length];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = g.add(kept[k], shift[k]);
    }
    return sums;
  }

  /** By neuron whether 0 everywhere stays so: by asking what becomes of it. */
  private boolean[] rests(int[] next, int spike) {
    Map<Integer, Integer> quiet = new HashMap<>();
    for (int k = 0; k < next.length; k++) {
      quiet.put(g.leaf(Operation.STATE, k), g.number(0));
    }
    for (int p = 0; p < ports.size(); p++) {
      quiet.put(g.leaf(Operation.ARRIVED, p), g.number(0));
    }
    quiet.put(g.leaf(Operation.STIMULUS, 0), g.number(0));
    quiet.put(free, g.binary(Operation.AT_LEAST, g.number(1), g.number(0)));
    List<Integer> asked = new ArrayList<>();
    for (int k = 0; k < next.length; k++) {
      asked.add(calculus.substitute(next[k], quiet));
    }
    if (spike != StepProgram.NONE) {
      asked.add(calculus.substitute(spike, quiet));
    }
    if (!asked.stream().allMatch(g::fixed)) {
      return new boolean[0];
    }
    boolean[] rests = new boolean[width];
    for (int i = 0; i < width; i++) {
      int neuron = i;
      rests[i] = asked.stream().allMatch(node -> values.at(node, neuron) == 0);
    }
    return rests;
  }

  private LoweredEquations assemble(
      int[] next,
      int spike,
      int[] reset,
      int output,
      int[] shift,
      boolean[] rests,
      NonlinearStep nonlinear,
      int[] refractory,
      Optional<TwoModes> modes) {
    Coefficients coefficients = new Coefficients(g, values, width);
    StepProgram whole =
        new StepProgram(
            List.of(),
            Arrays.stream(next).boxed().toList(),
            spike,
            Arrays.stream(reset).boxed().toList(),
            output,
            equations.refractory().isPresent(),
            v.draws,
            0,
            ports.size(),
            equations.inputs().size() + equations.couplings().size(),
            equations.modulators().size() + gainedPorts.size());
    StepProgram program = coefficients.program(whole);
    int states = next.length;
    double[][] shifts = new double[states][];
    double[][] initial = new double[states][size];
    boolean[] settles = new boolean[states];
    Variables.Reading symbolic = v.with(v.found());
    for (int k = 0; k < states; k++) {
      shifts[k] = coefficients.everyone(shift[k]);
      State state = equations.states().get(k);
      int start = symbolic.of(state.initial());
      for (int i = 0; i < size; i++) {
        initial[k][i] = values.at(start, i) - shifts[k][width == 1 ? 0 : i];
      }
      settles[k] = linear.holds(k) && !linear.noisy(k);
    }
    return new LoweredEquations(
        equations,
        ports,
        program,
        size,
        width,
        coefficients.values(),
        shifts,
        initial,
        refractory,
        settles,
        rests,
        integration(nonlinear),
        readout(shift),
        modes);
  }

  private int[] refractorySteps(java.util.function.DoubleFunction<Integer> steps) {
    Variables.Reading symbolic = v.with(v.found());
    int[] refractory = new int[width];
    equations
        .refractory()
        .ifPresent(e -> {
          int node = symbolic.of(e);
          for (int i = 0; i < width; i++) {
            refractory[i] = steps.apply(values.at(node, i));
          }
        });
    return refractory;
  }

  /** Definitions that follow from states alone. */
  private Readout readout(int[] shift) {
    List<String> names = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    Variables.Reading now = v.with(plus(v.found(), shift));
    for (NeuronEquations.Definition d : equations.definitions()) {
      int node = now.name(d.name());
      java.util.BitSet made = calculus.variables(node);
      boolean states = !made.isEmpty();
      for (int leaf = made.nextSetBit(0); leaf >= 0; leaf = made.nextSetBit(leaf + 1)) {
        states &= g.node(leaf).operation() == Operation.STATE;
      }
      if (states) {
        names.add(d.name());
        values.add(node);
      }
    }
    Coefficients coefficients = new Coefficients(g, this.values, width);
    List<Integer> roots = values.stream().map(coefficients::of).toList();
    return new Readout(names, coefficients.nodes(), roots, coefficients.values());
  }

  private List<Integration> integration(NonlinearStep nonlinear) {
    List<Integration> all = new ArrayList<>();
    ToIntFunction<State> index = s -> v.state(s.name());
    for (State state : equations.states()) {
      if (state.derivative().isPresent()) {
        int k = index.applyAsInt(state);
        all.add(linear.holds(k) ? linear.told(state.name(), k) : nonlinear.told(state.name(), k));
      }
    }
    return all;
  }
}

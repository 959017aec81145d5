package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.Reserved;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * Makes of a rule of plasticity what happens when a spike arrives, when the target fires, and at
 * regular times. The statements of a line are put into each other, so that each program reads only
 * what was there before the event.
 */
public final class SynapseCompiler {

  /** A share beyond that has exploded, whatever the bounds make of it. */
  private static final double ENDLESS = 1e30;

  /** Bounds of the share that a weight is. */
  public record Bounds(double least, double most) {}

  private final String path;
  private final SynapseText text;
  private final double[] parameters;
  private final Bounds bounds;
  private final double stepMs;
  private final List<String> before;
  private final List<String> behind;
  private final List<String> within;
  private final boolean moving;
  private final double[] beforeShift;
  private final double[] behindShift;

  private SynapseCompiler(
      String path, SynapseText text, double[] parameters, Bounds bounds, double stepMs) {
    this.path = path;
    this.text = text;
    this.parameters = parameters;
    this.bounds = bounds;
    this.stepMs = stepMs;
    before = text.before().stream().map(NeuronEquations.State::name).toList();
    behind = text.behind().stream().map(NeuronEquations.State::name).toList();
    within = text.within().stream().map(NeuronEquations.State::name).toList();
    moving = text.within().stream().anyMatch(s -> s.derivative().isPresent());
    beforeShift = new double[before.size()];
    behindShift = new double[behind.size()];
  }

  /**
   * Compiles a rule.
   *
   * @param path of the projection's plasticity, for messages
   * @param parameters in coherent units, in the order of the text
   * @throws UsageException where a state of a synapse does not move by a linear equation of itself
   *     alone, or an interval is no time of at least a step
   */
  public static LoweredSynapse compile(
      String path, SynapseText text, double[] parameters, Bounds bounds, double stepMs) {
    return new SynapseCompiler(path, text, parameters, bounds, stepMs).compile();
  }

  private LoweredSynapse compile() {
    double[] beforeStart = new double[before.size()];
    double[] behindStart = new double[behind.size()];
    Optional<LoweredSynapse.Rule> beforeStep = traces(text.before(), beforeShift, beforeStart);
    Optional<LoweredSynapse.Rule> behindStep = traces(text.behind(), behindShift, behindStart);
    Event pre = new Event(true, List.of());
    pre.doAll(text.onPre());
    Event post = new Event(false, List.of());
    post.doAll(text.onPost());
    List<LoweredSynapse.Pass> every = new ArrayList<>();
    text.every().forEach(e -> every.add(pass(e)));
    Optional<LoweredSynapse.Rule> refresh =
        moving ? Optional.of(new Event(true, List.of()).rule(List.of())) : Optional.empty();
    return new LoweredSynapse(
        before,
        behind,
        within,
        text.modulators().stream().map(NeuronEquations.ModulatorRead::name).toList(),
        text.modulators().stream().mapToDouble(m -> coherent(m.standard())).toArray(),
        moving,
        beforeStep,
        behindStep,
        beforeStart,
        behindStart,
        text.within().stream().mapToDouble(this::start).toArray(),
        jump(text.onPre(), true),
        jump(text.onPost(), false),
        pre.rule(text.send().map(pre::sent).map(List::of).orElse(List.of())),
        post.rule(List.of()),
        every,
        refresh,
        pre.changes,
        post.changes,
        text.send().isPresent());
  }

  private static double coherent(Quantity q) {
    return q.in(Unit.coherent(q.unit().dimension()));
  }

  private LoweredSynapse.Pass pass(SynapseText.Every e) {
    Section section = new Section(List.of());
    double ms = section.values.at(section.v.with(section.v.found()).of(e.interval()), 0);
    double steps = Math.rint(ms / stepMs);
    if (!(steps >= 1 && steps <= Integer.MAX_VALUE)) {
      throw new UsageException(
          path,
          "'every' in line "
              + e.line()
              + " of the rule is "
              + Quantity.text(ms)
              + " ms, which is not at least one step of "
              + Quantity.text(stepMs)
              + " ms");
    }
    List<LoweredSynapse.Rule> totals = new ArrayList<>();
    for (SynapseText.Total total : e.totals()) {
      Event reading = new Event(true, List.of());
      totals.add(reading.rule(List.of(reading.read(total.of()))));
    }
    Event event = new Event(true, e.totals().stream().map(SynapseText.Total::name).toList());
    event.doAll(e.statements());
    return new LoweredSynapse.Pass((int) steps, totals, event.rule(List.of()));
  }

  private double start(NeuronEquations.State state) {
    Section section = new Section(List.of());
    return section.values.at(section.v.with(section.v.found()).of(state.initial()), 0);
  }

  /** A step of the states of neurons, and where they start. */
  private Optional<LoweredSynapse.Rule> traces(
      List<NeuronEquations.State> states, double[] shift, double[] start) {
    if (states.isEmpty()) {
      return Optional.empty();
    }
    NeuronEquations equations =
        RuleEquations.of(states, RuleEquations.needed(text, states), List.of(), List.of());
    double[][] each = new double[parameters.length][];
    for (int k = 0; k < each.length; k++) {
      each[k] = new double[] {parameters[k]};
    }
    if (each.length == 0) {
      // one place all the same
      each = new double[][] {{0}};
    }
    MechanismCompiler compiler =
        new MechanismCompiler(equations, names(each.length), each, List.of(), stepMs);
    LoweredMechanism step = compiler.step(List.of(), java.util.Map.of());
    for (int k = 0; k < shift.length; k++) {
      shift[k] = step.shift()[k][0];
      start[k] = start(states.get(k)) - shift[k];
    }
    return Optional.of(new LoweredSynapse.Rule(step.program(), step.coefficients()));
  }

  private List<String> names(int count) {
    List<String> names = new ArrayList<>();
    text.parameters().forEach(p -> names.add(p.name()));
    while (names.size() < count) {
      names.add("none " + names.size());
    }
    return names;
  }

  /** What a spike does to the states of its own neuron. */
  private Optional<LoweredSynapse.Rule> jump(List<Assignment> statements, boolean pre) {
    List<String> names = pre ? before : behind;
    double[] shift = pre ? beforeShift : behindShift;
    List<Assignment> own = statements.stream().filter(a -> names.contains(a.state())).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Section s = new Section(List.of());
    int[] value = s.v.found();
    for (int k = 0; k < names.size(); k++) {
      value[s.v.state(names.get(k))] = s.shifted(s.g.leaf(Operation.STATE, k), shift[k]);
    }
    for (Assignment a : own) {
      value[s.v.state(a.state())] = s.v.with(value.clone()).of(a.value());
    }
    List<Integer> next = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      next.add(s.g.subtract(value[s.v.state(names.get(k))], s.g.number(shift[k])));
    }
    return Optional.of(s.rule(next, 0, text.modulators().size()));
  }

  /** A graph in which all states of the rule have names. */
  private class Section {
    final Graph g = new Graph();
    final Variables v;
    final FixedValues values;
    final int totals;

    Section(List<String> totalNames) {
      totals = totalNames.size();
      List<NeuronEquations.State> states = new ArrayList<>();
      states.addAll(text.before());
      states.addAll(text.behind());
      states.addAll(text.within());
      states.add(
          new NeuronEquations.State(
              Reserved.WEIGHT,
              Unit.NONE,
              new Expression.Constant(0, Unit.NONE),
              Optional.empty(),
              "",
              0));
      NeuronEquations equations =
          RuleEquations.of(states, text.definitions(), totalNames, text.modulators());
      double[][] each = new double[parameters.length + 1][1];
      for (int k = 0; k < parameters.length; k++) {
        each[k][0] = parameters[k];
      }
      v = new Variables(g, equations, names(parameters.length), stepMs);
      values = new FixedValues(g, each);
    }

    int shifted(int node, double shift) {
      return g.add(node, g.number(shift));
    }

    LoweredSynapse.Rule rule(List<Integer> next, int inputs, int globals) {
      Coefficients coefficients = new Coefficients(g, values, 1);
      StepProgram program =
          coefficients.program(
              new StepProgram(
                  List.of(),
                  next,
                  StepProgram.NONE,
                  next.stream().map(_ -> StepProgram.NONE).toList(),
                  StepProgram.NONE,
                  false,
                  List.of(),
                  0,
                  0,
                  inputs,
                  globals));
      return new LoweredSynapse.Rule(program, coefficients.values());
    }
  }

  /** What an event does to a synapse. */
  private final class Event extends Section {
    private final int[] value;
    private final int inputs;
    private boolean changes;
    private boolean weighed;

    /**
     * Nothing yet.
     *
     * @param row whether what stands before the synapse is the same for all
     */
    Event(boolean row, List<String> totalNames) {
      super(totalNames);
      value = v.found();
      int common = text.modulators().size();
      IntUnaryOperator global = k -> g.leaf(Operation.GLOBAL, common + k);
      IntUnaryOperator input = k -> g.leaf(Operation.INPUT, totals + k);
      for (int k = 0; k < before.size(); k++) {
        int leaf = (row ? global : input).applyAsInt(k);
        value[v.state(before.get(k))] = shifted(leaf, beforeShift[k]);
      }
      for (int k = 0; k < behind.size(); k++) {
        int leaf = (row ? input : global).applyAsInt(k);
        value[v.state(behind.get(k))] = shifted(leaf, behindShift[k]);
      }
      inputs = totals + (row ? behind.size() : before.size());
      value[v.state(Reserved.WEIGHT)] = g.leaf(Operation.STATE, 0);
      for (int k = 0; k < within.size(); k++) {
        value[v.state(within.get(k))] = moved(text.within().get(k), k);
      }
    }

    private int now() {
      return g.leaf(
          Operation.GLOBAL, text.modulators().size() + Math.max(before.size(), behind.size()));
    }

    /** A state of the synapse as it is now, which is some steps after it was last looked at. */
    private int moved(NeuronEquations.State state, int k) {
      int leaf = g.leaf(Operation.STATE, 1 + k);
      if (state.derivative().isEmpty()) {
        return leaf;
      }
      Calculus calculus = new Calculus(g);
      int[] kept = v.found();
      kept[v.state(state.name())] = leaf;
      int derivative = v.with(kept).of(state.derivative().get());
      int slope = calculus.derivative(derivative, leaf);
      java.util.BitSet read = calculus.variables(derivative);
      read.clear(leaf);
      if (!read.isEmpty() || !g.fixed(slope)) {
        throw new UsageException(
            path,
            "d"
                + state.name()
                + "/dt in line "
                + state.line()
                + " of the rule is not a linear equation of '"
                + state.name()
                + "' alone, which the states of synapses must have between events");
      }
      int still = calculus.substitute(derivative, java.util.Map.of(leaf, g.number(0)));
      int since = g.leaf(Operation.STATE, 1 + within.size());
      int elapsed = g.multiply(g.subtract(now(), since), g.number(stepMs));
      if (values.at(slope, 0) == 0) {
        return g.add(leaf, g.multiply(elapsed, still));
      }
      int rest = g.negate(g.divide(still, slope));
      int factor = g.unary(Operation.EXP, g.multiply(elapsed, slope));
      return g.add(rest, g.multiply(g.subtract(leaf, rest), factor));
    }

    int read(Expression e) {
      return v.with(value.clone()).of(e);
    }

    void doAll(List<Assignment> statements) {
      for (Assignment a : statements) {
        boolean own = a.state().equals(Reserved.WEIGHT) || within.contains(a.state());
        changes |= own;
        weighed |= a.state().equals(Reserved.WEIGHT);
        value[v.state(a.state())] = read(a.value());
      }
      if (weighed) {
        int w = v.state(Reserved.WEIGHT);
        int inBounds = clipped(value[w], bounds.least, bounds.most);
        // bounds must not hide what grew without end
        int finite =
            g.compare(Operation.AT_LEAST, g.number(ENDLESS), g.unary(Operation.ABS, value[w]));
        value[w] = g.select(finite, inBounds, g.number(Double.NaN));
      }
    }

    private int clipped(int node, double least, double most) {
      int raised = g.binary(Operation.MAX, node, g.number(least));
      return g.binary(Operation.MIN, raised, g.number(most));
    }

    /** What a spike brings: not beyond the bounds, or nothing. */
    int sent(Expression e) {
      return clipped(read(e), Math.min(0, bounds.least), Math.max(0, bounds.most));
    }

    LoweredSynapse.Rule rule(List<Integer> more) {
      List<Integer> next = new ArrayList<>();
      next.add(value[v.state(Reserved.WEIGHT)]);
      within.forEach(name -> next.add(value[v.state(name)]));
      if (moving) {
        next.add(now());
      }
      next.addAll(more);
      int globals = text.modulators().size() + Math.max(before.size(), behind.size()) + 1;
      return rule(next, inputs, globals);
    }
  }
}

package org.hillock.core.equation;

import java.util.List;
import java.util.Optional;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * What a text says of a neuron, checked: every name is known, every dimension fits, no definition
 * needs itself. Numbers in expressions keep their units; engines convert them to the coherent
 * system of mV, ms, pA, nS, pF, um, mM (see {@link Unit#coherent}).
 *
 * @param text as it was written
 * @param states in the order of the text
 * @param definitions in an order in which each stands after those that it needs
 * @param events ports for spikes, in the order of the text
 * @param inputs ports for numbers that are there all the time
 * @param couplings ports for electrical synapses
 * @param modulators slow variables from outside that it reads
 * @param spike condition of a spike, empty where it makes none
 * @param reset what a spike does, one after the other
 * @param refractory how long it then cannot fire: a time from parameters
 * @param held states that stand still and take nothing in while it cannot fire
 * @param method of what is not linear; empty where the compiler chooses
 * @param output the state or definition that it sends where it sends numbers
 * @param bias unit of its constant input, read in equations as {@code bias}; empty where it takes
 *     none
 */
public record NeuronEquations(
    String text,
    List<State> states,
    List<Definition> definitions,
    List<EventPort> events,
    List<Input> inputs,
    List<Coupling> couplings,
    List<ModulatorRead> modulators,
    Optional<Expression> spike,
    List<Assignment> reset,
    Optional<Expression> refractory,
    List<String> held,
    Optional<Method> method,
    Optional<String> output,
    Optional<Unit> bias) {

  /** Name of the constant input in expressions. */
  public static final String BIAS = "bias";

  public NeuronEquations {
    states = List.copyOf(states);
    definitions = List.copyOf(definitions);
    events = List.copyOf(events);
    inputs = List.copyOf(inputs);
    couplings = List.copyOf(couplings);
    modulators = List.copyOf(modulators);
    reset = List.copyOf(reset);
    held = List.copyOf(held);
  }

  /**
   * Whether a definition follows from the states at the same time, at least one of them, and from
   * parameters: then it can be recorded.
   */
  public boolean followsFromStates(String definition) {
    java.util.Set<String> leaves = new java.util.HashSet<>();
    leaves(new Expression.Name(definition), leaves);
    java.util.Set<String> others = new java.util.HashSet<>(Reserved.NAMES);
    others.remove(Reserved.STEP);
    others.add(BIAS);
    inputs.forEach(i -> others.add(i.name()));
    couplings.forEach(c -> others.add(c.variable()));
    modulators.forEach(m -> others.add(m.name()));
    for (Function f : Function.values()) {
      if (f.random()) {
        others.add(f.word() + "()");
      }
    }
    return states.stream().anyMatch(s -> leaves.contains(s.name()))
        && leaves.stream().noneMatch(others::contains);
  }

  /** Names that an expression is made of in the end, random functions with their parentheses. */
  private void leaves(Expression e, java.util.Set<String> into) {
    switch (e) {
      case Expression.Constant _ -> {}
      case Expression.Name n ->
          definitions.stream()
              .filter(d -> d.name().equals(n.name()))
              .findFirst()
              .ifPresentOrElse(d -> leaves(d.value(), into), () -> into.add(n.name()));
      case Expression.Negative n -> leaves(n.of(), into);
      case Expression.Not n -> leaves(n.of(), into);
      case Expression.Binary b -> {
        leaves(b.left(), into);
        leaves(b.right(), into);
      }
      case Expression.Comparison c -> {
        leaves(c.left(), into);
        leaves(c.right(), into);
      }
      case Expression.Junction j -> {
        leaves(j.left(), into);
        leaves(j.right(), into);
      }
      case Expression.Call c -> {
        if (c.function().random()) {
          into.add(c.function().word() + "()");
        }
        c.arguments().forEach(a -> leaves(a, into));
      }
    }
  }

  /**
   * A variable with a memory.
   *
   * @param unit coherent, of its values when they are read
   * @param initial from parameters
   * @param derivative its change per time; empty where only spikes change it
   * @param line of the text that says how it changes, from 1
   */
  public record State(
      String name,
      Unit unit,
      Expression initial,
      Optional<Expression> derivative,
      String meaning,
      int line) {}

  /** A value that follows from others at the same time. */
  public record Definition(String name, Unit unit, Expression value, String meaning, int line) {}

  /**
   * What an arriving spike of weight {@code w} does. All statements are sums in which {@code w} is
   * a factor of each added term, so that spikes that arrive together act as one of their summed
   * weight.
   */
  public record EventPort(String name, List<Assignment> effects) {
    public EventPort {
      effects = List.copyOf(effects);
    }
  }

  /** {@code state = value}, of the values before it. */
  public record Assignment(String state, Expression value, int line) {}

  /** A sum of weighted numbers, read in equations by its name. */
  public record Input(String name, Unit unit, String meaning) {}

  /**
   * An electrical synapse: {@code variable} is Σ w·(x_pre − x) over the coupled neurons.
   *
   * @param name of the receptor
   * @param variable read in equations
   * @param state x
   */
  public record Coupling(String name, String variable, Unit unit, String state) {}

  /**
   * A slow variable from outside.
   *
   * @param standard where the network has none of that name
   */
  public record ModulatorRead(String name, Quantity standard, String meaning) {}
}

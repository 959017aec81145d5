package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;

/**
 * A modulator as a text describes it, in the language of neurons: parameters, states, definitions
 * and derivatives, and among the states or definitions one named {@code level}.
 *
 * @param parameters in the order of the text
 * @param equations checked; what drives the modulator are their inputs, plain numbers, by the names
 *     under which the text may read them; they make no spikes and send nothing
 */
public record ModulatorText(List<NeuronText.Parameter> parameters, NeuronEquations equations) {

  /** What targets and neurons read of a modulator. */
  public static final String LEVEL = "level";

  /** All that drives a modulator, together. */
  public static final String DRIVE = "drive";

  /** The value of its schedule. */
  public static final String SCHEDULE = "schedule";

  public ModulatorText {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads a text.
   *
   * @param source how messages name the text
   * @param driving names of what drives the modulator
   * @throws UsageException with source, line and what is wrong
   */
  public static ModulatorText read(String source, String text, Set<String> driving) {
    return ModulatorChecker.check(source, text, driving);
  }

  /** Whether the level is a state, not a definition. */
  public boolean levelIsState() {
    return equations.states().stream().anyMatch(s -> s.name().equals(LEVEL));
  }

  /** Whether some equation reads a name. */
  public boolean reads(String name) {
    Stream<Expression> all =
        Stream.concat(
            equations.definitions().stream().map(NeuronEquations.Definition::value),
            equations.states().stream().flatMap(s -> s.derivative().stream()));
    return all.anyMatch(e -> e.reads(name));
  }

  /** The states, and the definitions that follow from them. */
  public List<String> readable() {
    List<String> all = new ArrayList<>();
    equations.states().forEach(s -> all.add(s.name()));
    equations.definitions().stream()
        .map(NeuronEquations.Definition::name)
        .filter(equations::followsFromStates)
        .forEach(all::add);
    return all;
  }

  /** A parameter's value in coherent units. */
  public double value(NeuronText.Parameter parameter) {
    return parameter.standard().in(Unit.coherent(parameter.standard().unit().dimension()));
  }

  /**
   * The level at time 0.
   *
   * @param driven what drives it then, by name; 0 for those left out
   */
  public double start(Map<String, Double> driven) {
    Map<String, Double> given = new HashMap<>(driven);
    parameters.forEach(p -> given.put(p.name(), value(p)));
    return new StartingPoint(equations, given).value(new Expression.Name(LEVEL));
  }
}

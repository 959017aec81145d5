package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.TextScope.Use;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** Looks at states, definitions and derivatives: what they measure, and what they are made of. */
final class EquationChecker {

  private final TextStatements lines;
  private final TextScope scope;

  private final Use between;
  private final Use moving;

  EquationChecker(TextStatements lines, TextScope scope) {
    this(lines, scope, Use.DEFINITION, Use.DERIVATIVE);
  }

  /**
   * The same.
   *
   * @param between what definitions may read
   * @param moving what derivatives may read
   */
  EquationChecker(TextStatements lines, TextScope scope, Use between, Use moving) {
    this.lines = lines;
    this.scope = scope;
    this.between = between;
    this.moving = moving;
  }

  /** The states with their initial values, which give their dimensions. */
  List<NeuronEquations.State> states() {
    return states(Use.START);
  }

  /**
   * The same.
   *
   * @param use what initial values may read
   */
  List<NeuronEquations.State> states(Use use) {
    List<NeuronEquations.State> states = new ArrayList<>();
    for (Statement.State s : lines.all(Statement.State.class)) {
      TextPlace place = s.place().about("'" + s.name() + "'");
      Expression initial = scope.resolve(place, s.initial(), use);
      Dimension dimension = whole(place, initial);
      scope.measures(s.name(), Measure.of(dimension));
      states.add(
          new NeuronEquations.State(
              s.name(),
              Unit.coherent(dimension),
              initial,
              Optional.empty(),
              s.meaning(),
              s.place().line()));
    }
    return states;
  }

  private Dimension whole(TextPlace place, Expression value) {
    Measure measure = new DimensionCheck(place, scope::measure).value(value);
    return measure
        .whole()
        .orElseThrow(() ->
            place.problem(
                ExpressionText.quoted(value)
                    + " is "
                    + measure
                    + ": nothing is measured in that; write it where it is used"));
  }

  /** The definitions, each after those that it needs. */
  List<NeuronEquations.Definition> definitions() {
    return definitions(lines.all(Statement.Definition.class));
  }

  /** Some of the definitions, which need none of the others that are not known yet. */
  List<NeuronEquations.Definition> definitions(List<Statement.Definition> these) {
    List<Statement.Definition> resolved = new ArrayList<>();
    for (Statement.Definition d : these) {
      TextPlace place = d.place().about("'" + d.name() + "'");
      resolved.add(
          new Statement.Definition(
              d.place(), d.name(), scope.resolve(place, d.value(), between), d.meaning()));
    }
    List<NeuronEquations.Definition> definitions = new ArrayList<>();
    for (Statement.Definition d : DefinitionOrder.of(resolved)) {
      Dimension dimension = whole(d.place().about("'" + d.name() + "'"), d.value());
      scope.measures(d.name(), Measure.of(dimension));
      definitions.add(
          new NeuronEquations.Definition(
              d.name(), Unit.coherent(dimension), d.value(), d.meaning(), d.place().line()));
    }
    return definitions;
  }

  /** The states with their derivatives. */
  List<NeuronEquations.State> moving(List<NeuronEquations.State> still) {
    Map<String, NeuronEquations.State> states = new LinkedHashMap<>();
    still.forEach(s -> states.put(s.name(), s));
    for (Statement.Derivative d : lines.all(Statement.Derivative.class)) {
      TextPlace place = d.place().about("d" + d.name() + "/dt");
      scope.needState(
          place,
          d.name(),
          ". What has a derivative needs a line 'state "
              + d.name()
              + " = …' with its initial value");
      NeuronEquations.State state = java.util.Objects.requireNonNull(states.get(d.name()));
      if (state.derivative().isPresent()) {
        throw place.problem("is there twice, first in line " + state.line());
      }
      Expression value = scope.resolve(place, d.value(), moving);
      Measure found = new DimensionCheck(place, scope::measure).value(value);
      Measure needed = Measure.of(state.unit().dimension().over(Dimension.TIME));
      if (!found.fits(needed)) {
        throw place.problem(
            "the right side is "
                + found
                + ", but '"
                + d.name()
                + "' is "
                + scope.measure(d.name())
                + ", and so its derivative must be "
                + needed);
      }
      Linearity.added(place, value, Reserved.NOISE);
      states.put(
          d.name(),
          new NeuronEquations.State(
              state.name(),
              state.unit(),
              state.initial(),
              Optional.of(value),
              state.meaning(),
              d.place().line()));
    }
    return List.copyOf(states.values());
  }
}

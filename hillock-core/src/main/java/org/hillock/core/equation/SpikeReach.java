package org.hillock.core.equation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.hillock.core.equation.Bounds.Truth;
import org.hillock.core.equation.Expression.Call;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** Whether a neuron can fire at all, and can be silent. */
final class SpikeReach {

  private final TextPlace place;
  private final TextScope scope;
  private final Bounds bounds;

  private SpikeReach(TextPlace place, TextScope scope, Bounds bounds) {
    this.place = place;
    this.scope = scope;
    this.bounds = bounds;
  }

  /**
   * Checks the condition of a spike.
   *
   * @throws org.hillock.core.problem.UsageException where it never changes, with why
   */
  static void check(
      TextPlace place,
      TextScope scope,
      List<Statement.Parameter> parameters,
      NeuronEquations equations) {
    Expression condition = equations.spike().orElseThrow();
    if (!changes(condition, moving(scope, equations))) {
      throw place.problem(
          ExpressionText.quoted(condition)
              + " reads nothing that ever changes: no state with a derivative or with spikes that"
              + " change it, no input and no time");
    }
    SpikeReach reach =
        new SpikeReach(place, scope, new Bounds(parameters, equations.definitions()));
    Truth truth = reach.bounds.truth(condition);
    if (truth == Truth.SOMETIMES) {
      return;
    }
    StringJoiner why = new StringJoiner(" and ");
    reach.explain(condition, why);
    throw place.problem(
        ExpressionText.quoted(condition)
            + (truth == Truth.NEVER
                ? " can never be true, and so the neuron could not fire: "
                : " is always true, and so the neuron would fire in every step: ")
            + why);
  }

  /** Names whose values change while a network runs. */
  private static Set<String> moving(TextScope scope, NeuronEquations equations) {
    Set<String> moving = new HashSet<>(List.of(Reserved.TIME));
    equations.states().stream()
        .filter(s -> s.derivative().isPresent())
        .forEach(s -> moving.add(s.name()));
    equations
        .events()
        .forEach(port -> port.effects().forEach(effect -> moving.add(effect.state())));
    for (TextScope.Kind kind :
        List.of(
            TextScope.Kind.INPUT,
            TextScope.Kind.COUPLED,
            TextScope.Kind.BIAS,
            TextScope.Kind.MODULATOR)) {
      moving.addAll(scope.named(kind));
    }
    for (NeuronEquations.Definition definition : equations.definitions()) {
      if (changes(definition.value(), moving)) {
        moving.add(definition.name());
      }
    }
    return moving;
  }

  private static boolean changes(Expression expression, Set<String> moving) {
    return expression.holds(part ->
        (part instanceof Name(String name) && moving.contains(name))
            || (part instanceof Call call && call.function().random()));
  }

  /** Says of each comparison that is certain where its sides lie. */
  private void explain(Expression condition, StringJoiner why) {
    if (condition instanceof Comparison(var _, Expression left, Expression right)) {
      if (bounds.truth(condition) != Truth.SOMETIMES) {
        why.add(ExpressionText.quoted(left) + " " + lies(left));
        if (right.holds(part -> part instanceof Name || part instanceof Call)) {
          why.add(ExpressionText.quoted(right) + " " + lies(right));
        }
      }
    } else {
      condition.parts().forEach(part -> explain(part, why));
    }
  }

  private String lies(Expression value) {
    Interval interval = bounds.value(value);
    Unit unit =
        new DimensionCheck(place, scope::measure)
            .value(value)
            .whole()
            .map(Unit::coherent)
            .orElse(Unit.NONE);
    if (interval.low() == interval.high() && Double.isInfinite(interval.low())) {
      return "is beyond all numbers";
    }
    if (interval.low() == interval.high()) {
      return "is " + new Quantity(interval.low(), unit);
    }
    if (Double.isInfinite(interval.low()) && Double.isInfinite(interval.high())) {
      return "may be anything";
    }
    if (Double.isInfinite(interval.high())) {
      return "is at least " + new Quantity(interval.low(), unit);
    }
    if (Double.isInfinite(interval.low())) {
      return "is at most " + new Quantity(interval.high(), unit);
    }
    return "lies between "
        + Quantity.text(interval.low())
        + " and "
        + new Quantity(interval.high(), unit);
  }
}

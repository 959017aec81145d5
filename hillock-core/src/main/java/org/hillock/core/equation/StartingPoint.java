package org.hillock.core.equation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Call;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Connective;
import org.hillock.core.equation.Expression.Constant;
import org.hillock.core.equation.Expression.Junction;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Negative;
import org.hillock.core.equation.Expression.Not;
import org.hillock.core.quantity.Unit;

/**
 * How a neuron's expressions change about the point where it starts: states at their initial
 * values, modulators at their standard ones, random functions and noise at their mean, and inputs,
 * bias, time and the step 0. All numbers are in coherent units.
 */
public final class StartingPoint {

  private final NeuronEquations equations;
  private final Map<String, Double> given = new HashMap<>();

  /**
   * The point for one neuron.
   *
   * @param parameters all of them by name, in coherent units; inputs too, where they are not 0
   */
  public StartingPoint(NeuronEquations equations, Map<String, Double> parameters) {
    this.equations = equations;
    given.putAll(parameters);
    for (NeuronEquations.ModulatorRead m : equations.modulators()) {
      Unit unit = m.standard().unit();
      given.put(m.name(), m.standard().in(Unit.coherent(unit.dimension())));
    }
  }

  /** What an expression is there. */
  public double value(Expression expression) {
    return new Walk(Map.of()).value(expression).value();
  }

  /**
   * How fast an expression changes when names change together.
   *
   * @param direction change of parameters, states and all that an expression can read but
   *     definitions; what is not named stands still
   * @return change for one unit of the direction; not finite where there is no such number
   */
  public double slope(Expression expression, Map<String, Double> direction) {
    return new Walk(direction).value(expression).slope();
  }

  /** One evaluation, in which every name is told once. */
  private final class Walk {

    private final Map<String, Double> direction;
    private final Map<String, Dual> told = new HashMap<>();

    Walk(Map<String, Double> direction) {
      this.direction = direction;
    }

    Dual value(Expression expression) {
      return switch (expression) {
        case Constant c -> Dual.of(c.unit().to(Unit.coherent(c.unit().dimension()), c.value()));
        case Name(String name) -> named(name);
        case Negative(Expression of) -> value(of).negative();
        case Binary(var operator, Expression left, Expression right) ->
            Dual.of(operator, value(left), value(right));
        case Call(Function function, List<Expression> arguments) ->
            Dual.of(function, arguments.stream().map(this::value).toList());
        case Comparison _, Junction _, Not _ -> Dual.of(holds(expression) ? 1 : 0);
      };
    }

    private Dual named(String name) {
      Dual before = told.get(name);
      if (before != null) {
        return before;
      }
      Dual found = first(name);
      told.put(name, found);
      return found;
    }

    private Dual first(String name) {
      for (NeuronEquations.Definition d : equations.definitions()) {
        if (d.name().equals(name)) {
          return value(d.value());
        }
      }
      double start = given.getOrDefault(name, 0.0);
      for (NeuronEquations.State s : equations.states()) {
        if (s.name().equals(name)) {
          start = value(s.initial()).value();
        }
      }
      return new Dual(start, direction.getOrDefault(name, 0.0));
    }

    private boolean holds(Expression condition) {
      return switch (condition) {
        case Comparison(var relation, Expression left, Expression right) -> {
          double one = value(left).value();
          double other = value(right).value();
          yield switch (relation) {
            case ABOVE -> one > other;
            case AT_LEAST -> one >= other;
            case BELOW -> one < other;
            case AT_MOST -> one <= other;
            case CROSSES -> false;
          };
        }
        case Junction(var connective, Expression left, Expression right) ->
            connective == Connective.AND
                ? holds(left) && holds(right)
                : holds(left) || holds(right);
        case Not(Expression of) -> !holds(of);
        case Constant _, Name _, Negative _, Binary _, Call _ -> value(condition).value() != 0;
      };
    }
  }
}

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
 * Between which numbers expressions lie, in coherent units, whatever the states are: by interval
 * arithmetic.
 */
final class Bounds {

  /** What is certain of a condition. */
  enum Truth {
    NEVER,
    SOMETIMES,
    ALWAYS;

    private Truth other() {
      return values()[2 - ordinal()];
    }
  }

  private final Map<String, Interval> names = new HashMap<>();

  /** The bounds for a neuron's names; states may be anything. */
  Bounds(List<Statement.Parameter> parameters, List<NeuronEquations.Definition> definitions) {
    for (Statement.Parameter p : parameters) {
      names.put(p.name(), p.range() == NeuronText.Range.ANY ? Interval.ALL : Interval.NOT_NEGATIVE);
    }
    names.put(Reserved.TIME, Interval.NOT_NEGATIVE);
    names.put(Reserved.STEP, Interval.NOT_NEGATIVE);
    definitions.forEach(d -> names.put(d.name(), value(d.value())));
  }

  Interval value(Expression expression) {
    return switch (expression) {
      case Constant c -> Interval.of(c.unit().to(Unit.coherent(c.unit().dimension()), c.value()));
      case Name(String name) -> names.getOrDefault(name, Interval.ALL);
      case Negative(Expression of) -> value(of).negative();
      case Binary(var operator, Expression left, Expression right) -> {
        Interval one = value(left);
        Interval other = value(right);
        yield switch (operator) {
          case PLUS -> one.plus(other);
          case MINUS -> one.plus(other.negative());
          case TIMES -> one.times(other);
          case OVER -> one.over(other);
          case POWER -> one.raised(other);
        };
      }
      case Call c -> call(c);
      case Comparison _, Junction _, Not _ -> Interval.ALL;
    };
  }

  private Interval call(Call call) {
    List<Expression> of = call.arguments();
    return switch (call.function()) {
      case EXP -> {
        Interval x = value(of.getFirst());
        yield Interval.of(Math.exp(x.low()), Math.exp(x.high()));
      }
      case LOG -> {
        Interval x = value(of.getFirst());
        yield Interval.of(Math.log(Math.max(0, x.low())), Math.log(Math.max(0, x.high())));
      }
      case SQRT -> value(of.getFirst()).max(Interval.of(0)).raised(Interval.of(0.5));
      case TANH -> {
        Interval x = value(of.getFirst());
        yield Interval.of(Math.tanh(x.low()), Math.tanh(x.high()));
      }
      case SIN, COS -> Interval.of(-1, 1);
      case SIGMOID -> {
        Interval x = value(of.getFirst());
        yield Interval.of(1 / (1 + Math.exp(-x.low())), 1 / (1 + Math.exp(-x.high())));
      }
      case EXPREL -> Interval.NOT_NEGATIVE;
      case POW -> value(of.get(0)).raised(value(of.get(1)));
      case ABS -> value(of.getFirst()).abs();
      case FLOOR -> {
        Interval x = value(of.getFirst());
        yield Interval.of(Math.floor(x.low()), Math.floor(x.high()));
      }
      case MIN -> value(of.get(0)).min(value(of.get(1)));
      case MAX -> value(of.get(0)).max(value(of.get(1)));
      case CLIP -> value(of.get(0)).max(value(of.get(1))).min(value(of.get(2)));
      case WHERE ->
          switch (truth(of.getFirst())) {
            case ALWAYS -> value(of.get(1));
            case NEVER -> value(of.get(2));
            case SOMETIMES -> value(of.get(1)).with(value(of.get(2)));
          };
      case UNIFORM -> Interval.of(0, 1);
      case NORMAL -> Interval.ALL;
    };
  }

  Truth truth(Expression condition) {
    return switch (condition) {
      case Comparison(var relation, Expression left, Expression right) -> {
        Interval one = value(left);
        Interval other = value(right);
        yield switch (relation) {
          case ABOVE -> above(one, other);
          case BELOW -> above(other, one);
          case AT_LEAST -> above(other, one).other();
          case AT_MOST -> above(one, other).other();
          case CROSSES ->
              one.high() < other.low() || one.low() >= other.high() ? Truth.NEVER : Truth.SOMETIMES;
        };
      }
      case Junction(var connective, Expression left, Expression right) -> {
        Truth one = truth(left);
        Truth other = truth(right);
        boolean first = one.ordinal() < other.ordinal();
        yield (connective == Connective.AND) == first ? one : other;
      }
      case Not(Expression of) -> truth(of).other();
      case Constant _, Name _, Negative _, Binary _, Call _ -> Truth.SOMETIMES;
    };
  }

  private static Truth above(Interval one, Interval other) {
    if (one.low() > other.high()) {
      return Truth.ALWAYS;
    }
    return one.high() <= other.low() ? Truth.NEVER : Truth.SOMETIMES;
  }
}

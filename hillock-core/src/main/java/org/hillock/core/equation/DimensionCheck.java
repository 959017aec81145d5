package org.hillock.core.equation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Call;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Constant;
import org.hillock.core.equation.Expression.Junction;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Negative;
import org.hillock.core.equation.Expression.Not;
import org.hillock.core.equation.Expression.Operator;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;

/** What expressions measure, and whether their parts fit. */
final class DimensionCheck {

  private final TextPlace place;
  private final Function<String, Measure> names;

  /**
   * A check of one line.
   *
   * @param names what each name measures
   */
  DimensionCheck(TextPlace place, Function<String, Measure> names) {
    this.place = place;
    this.names = names;
  }

  /**
   * What a value measures.
   *
   * @throws UsageException where its parts do not fit, with both sides
   */
  Measure value(Expression expression) {
    Measure found =
        switch (expression) {
          case Constant c -> constant(c);
          case Name(String name) -> names.apply(name);
          case Negative(Expression of) -> value(of);
          case Binary b -> binary(b);
          case Call c -> call(c);
          case Comparison _, Junction _, Not _ ->
              throw place.problem(
                  ExpressionText.quoted(expression)
                      + " is a condition where a number is needed; 'where(condition, a, b)' makes"
                      + " a number of one");
        };
    if (found.absurd()) {
      throw place.problem(
          ExpressionText.quoted(expression) + " has a unit with exponents beyond all sense");
    }
    return found;
  }

  /** Checks a condition. */
  void truth(Expression expression) {
    switch (expression) {
      case Comparison(var relation, Expression left, Expression right) ->
          same(left, right, relation == Expression.Relation.CROSSES ? "cross" : "be compared");
      case Junction(var _, Expression left, Expression right) -> {
        truth(left);
        truth(right);
      }
      case Not(Expression of) -> truth(of);
      case Constant _, Name _, Negative _, Binary _, Call _ ->
          throw place.problem(
              ExpressionText.quoted(expression)
                  + " is a number where a condition is needed, such as 'v > -50 mV'");
    }
  }

  private Measure constant(Constant c) {
    if (c.value() == 0 && c.unit().symbol().isEmpty()) {
      return Measure.ZERO;
    }
    if (!Double.isFinite(c.unit().to(Unit.coherent(c.unit().dimension()), c.value()))) {
      throw place.problem(ExpressionText.quoted(c) + " is out of range");
    }
    return Measure.of(c.unit().dimension());
  }

  private Measure binary(Binary b) {
    return switch (b.operator()) {
      case PLUS -> same(b.left(), b.right(), "be added");
      case MINUS -> same(b.left(), b.right(), "be subtracted");
      case TIMES -> value(b.left()).times(value(b.right()));
      case OVER -> {
        Measure divisor = value(b.right());
        if (divisor.zero()) {
          throw place.problem(ExpressionText.quoted(b) + " divides by 0");
        }
        yield value(b.left()).over(divisor);
      }
      case POWER -> power(b.left(), b.right());
    };
  }

  private Measure same(Expression left, Expression right, String verb) {
    return same(left, value(left), right, value(right), verb);
  }

  private Measure same(Expression left, Measure one, Expression right, Measure other, String verb) {
    if (!one.fits(other)) {
      throw place.problem(
          ExpressionText.quoted(left)
              + " is "
              + one
              + " but "
              + ExpressionText.quoted(right)
              + " is "
              + other
              + ": they cannot "
              + verb);
    }
    return one.zero() ? other : one;
  }

  private Measure power(Expression base, Expression exponent) {
    Measure raised = value(base);
    plain(exponent, "an exponent");
    if (raised.isPlain()) {
      return Measure.NONE;
    }
    OptionalDouble constant = ConstantValue.of(exponent);
    if (constant.isEmpty()) {
      throw place.problem(
          ExpressionText.quoted(base)
              + " is "
              + raised
              + ", and so its exponent "
              + ExpressionText.quoted(exponent)
              + " must be a number; only plain numbers are raised to what can change");
    }
    double doubled = 2 * constant.getAsDouble();
    if (doubled == Math.rint(doubled) && Math.abs(doubled) <= 40) {
      return raised
          .raised((int) doubled)
          .orElseThrow(() ->
              place.problem(
                  ExpressionText.quoted(base)
                      + " is "
                      + raised
                      + ", of which the power "
                      + ExpressionText.quoted(exponent)
                      + " has no unit"));
    }
    throw place.problem(
        ExpressionText.quoted(base)
            + " is "
            + raised
            + ", and so its exponent "
            + ExpressionText.quoted(exponent)
            + " must be a whole or half number from -20 to 20");
  }

  private Measure call(Call call) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case EXP, LOG, TANH, SIN, COS, SIGMOID, EXPREL, FLOOR -> {
        plain(arguments.getFirst(), "what '" + call.function().word() + "' takes");
        yield Measure.NONE;
      }
      case SQRT -> power(arguments.getFirst(), new Constant(0.5, Unit.NONE));
      case POW -> power(arguments.getFirst(), arguments.get(1));
      case ABS -> value(arguments.getFirst());
      case MIN, MAX -> same(arguments.get(0), arguments.get(1), "be compared");
      case CLIP -> {
        // each argument is looked at once: what is nested deep stays quick
        Measure one = value(arguments.get(0));
        Measure least = value(arguments.get(1));
        Measure most = value(arguments.get(2));
        same(arguments.get(1), least, arguments.get(2), most, "be compared");
        Measure both = same(arguments.get(0), one, arguments.get(2), most, "be compared");
        yield same(arguments.get(0), both, arguments.get(1), least, "be compared");
      }
      case WHERE -> {
        truth(arguments.get(0));
        yield same(arguments.get(1), arguments.get(2), "be given in turn");
      }
      case UNIFORM, NORMAL -> Measure.NONE;
    };
  }

  private void plain(Expression expression, String what) {
    Measure found = value(expression);
    if (!found.isPlain()) {
      throw place.problem(
          ExpressionText.quoted(expression)
              + " is "
              + found
              + ", but "
              + what
              + " must be a plain number: divide by something of the same unit");
    }
  }

  /** The number that an expression of numbers alone gives. */
  static final class ConstantValue {

    private ConstantValue() {}

    static OptionalDouble of(Expression expression) {
      return switch (expression) {
        case Constant c when c.unit().symbol().isEmpty() -> OptionalDouble.of(c.value());
        case Negative(Expression of) -> {
          OptionalDouble inside = of(of);
          yield inside.isEmpty() ? inside : OptionalDouble.of(-inside.getAsDouble());
        }
        case Binary(Operator operator, Expression left, Expression right) -> {
          OptionalDouble one = of(left);
          OptionalDouble other = of(right);
          yield one.isEmpty() || other.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(joined(operator, one.getAsDouble(), other.getAsDouble()));
        }
        default -> OptionalDouble.empty();
      };
    }

    private static double joined(Operator operator, double left, double right) {
      return switch (operator) {
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
        case OVER -> left / right;
        case POWER -> Math.pow(left, right);
      };
    }
  }
}

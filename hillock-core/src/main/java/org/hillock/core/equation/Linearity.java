package org.hillock.core.equation;

import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Negative;

/** Whether a name stands in an expression only as a factor. */
final class Linearity {

  private Linearity() {}

  /**
   * How often each added term has the name as a factor: 0 or more.
   *
   * @throws org.hillock.core.problem.UsageException where terms differ, or it stands elsewhere
   */
  static int degree(TextPlace place, Expression expression, String name) {
    return switch (expression) {
      case Name(String own) -> own.equals(name) ? 1 : 0;
      case Negative(Expression of) -> degree(place, of, name);
      case Binary(var operator, Expression left, Expression right)
          when operator != Expression.Operator.POWER -> {
        int one = degree(place, left, name);
        int other = degree(place, right, name);
        yield switch (operator) {
          case TIMES -> Math.min(one + other, 1000);
          case OVER -> {
            if (other != 0) {
              throw elsewhere(place, expression, name);
            }
            yield one;
          }
          default -> {
            if (one != other) {
              throw place.problem(
                  "'"
                      + name
                      + "' must be a factor of each added term exactly once, but in "
                      + ExpressionText.quoted(expression)
                      + " the terms differ");
            }
            yield one;
          }
        };
      }
      default -> {
        if (expression.reads(name)) {
          throw elsewhere(place, expression, name);
        }
        yield 0;
      }
    };
  }

  private static org.hillock.core.problem.UsageException elsewhere(
      TextPlace place, Expression expression, String name) {
    return place.problem(
        "'"
            + name
            + "' may only be a factor of added terms, not stand in "
            + ExpressionText.quoted(expression));
  }

  /**
   * Checks that the name is a factor, at most once, of some of the added terms.
   *
   * @return whether it is there
   * @throws org.hillock.core.problem.UsageException where it stands elsewhere or twice
   */
  static boolean added(TextPlace place, Expression expression, String name) {
    return switch (expression) {
      case Name(String own) -> own.equals(name);
      case Negative(Expression of) -> added(place, of, name);
      case Binary(var operator, Expression left, Expression right)
          when operator != Expression.Operator.POWER -> {
        boolean one = added(place, left, name);
        boolean other = added(place, right, name);
        if (operator == Expression.Operator.TIMES && one && other) {
          throw place.problem(
              "'"
                  + name
                  + "' may be a factor of an added term once, not twice as in "
                  + ExpressionText.quoted(expression));
        }
        if (operator == Expression.Operator.OVER && other) {
          throw elsewhere(place, expression, name);
        }
        yield one || other;
      }
      default -> {
        if (expression.reads(name)) {
          throw elsewhere(place, expression, name);
        }
        yield false;
      }
    };
  }
}

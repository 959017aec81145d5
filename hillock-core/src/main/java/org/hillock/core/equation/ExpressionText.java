package org.hillock.core.equation;

import java.util.Locale;
import java.util.stream.Collectors;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Call;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Constant;
import org.hillock.core.equation.Expression.Junction;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Negative;
import org.hillock.core.equation.Expression.Not;
import org.hillock.core.equation.Expression.Operator;
import org.hillock.core.quantity.Quantity;

/** Expressions as they are written, with no more parentheses than are needed. */
public final class ExpressionText {

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int RELATION = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGN = 7;
  private static final int POWER = 8;
  private static final int ATOM = 9;

  /** Longer expressions are cut in messages. */
  private static final int LONGEST_SHOWN = 60;

  private ExpressionText() {}

  public static String of(Expression expression) {
    return switch (expression) {
      case Constant c -> constant(c);
      case Name(String name) -> name;
      case Negative(Expression of) -> "-" + within(of, SIGN);
      case Binary(Operator operator, Expression left, Expression right) -> {
        int rank = rank(expression);
        String sign = operator.symbol();
        boolean power = operator == Operator.POWER;
        yield within(left, power ? ATOM : rank)
            + (rank == SUM ? " " + sign + " " : sign)
            + (rank == PRODUCT ? factor(right) : within(right, power ? SIGN : rank + 1));
      }
      case Call(Function function, var arguments) ->
          function.word()
              + arguments.stream()
                  .map(ExpressionText::of)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Comparison(var relation, Expression left, Expression right) ->
          within(left, SUM) + " " + relation.symbol() + " " + within(right, SUM);
      case Junction(var connective, Expression left, Expression right) ->
          within(left, rank(expression))
              + " "
              + connective.name().toLowerCase(Locale.ROOT)
              + " "
              + within(right, rank(expression) + 1);
      case Not(Expression of) -> "not " + within(of, NOT);
    };
  }

  private static String constant(Constant c) {
    String symbol = c.unit().symbol();
    if (symbol.isEmpty()) {
      return Quantity.text(c.value());
    }
    return Quantity.text(c.value()) + " " + symbol;
  }

  /** The right side of {@code *} and {@code /}: {@code 10 mV/ms}, not {@code 10 mV/1 ms}. */
  private static String factor(Expression right) {
    return right instanceof Constant c && c.value() == 1 && !c.unit().symbol().isEmpty()
        ? c.unit().symbol()
        : within(right, PRODUCT + 1);
  }

  private static String within(Expression inside, int least) {
    String text = of(inside);
    return rank(inside) < least ? "(" + text + ")" : text;
  }

  private static int rank(Expression expression) {
    return switch (expression) {
      case Junction j -> j.connective() == Expression.Connective.OR ? OR : AND;
      case Not _ -> NOT;
      case Comparison _ -> RELATION;
      case Negative _ -> SIGN;
      case Binary b ->
          switch (b.operator()) {
            case PLUS, MINUS -> SUM;
            case TIMES, OVER -> PRODUCT;
            case POWER -> POWER;
          };
      case Constant c -> c.unit().symbol().isEmpty() ? ATOM : SIGN;
      case Name _, Call _ -> ATOM;
    };
  }

  /** In quotation marks, and not too long for a message. */
  static String quoted(Expression expression) {
    String text = of(expression);
    return "'"
        + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…")
        + "'";
  }
}

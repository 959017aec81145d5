package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Call;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Connective;
import org.hillock.core.equation.Expression.Constant;
import org.hillock.core.equation.Expression.Junction;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Negative;
import org.hillock.core.equation.Expression.Not;
import org.hillock.core.equation.Expression.Operator;
import org.hillock.core.equation.Expression.Relation;
import org.hillock.core.equation.Tokens.Kind;
import org.hillock.core.equation.Tokens.Token;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;

/**
 * Reads expressions: {@code or} binds least, then {@code and}, {@code not}, relations, {@code + -},
 * {@code * /}, the sign, and {@code ^}, which goes from right to left.
 */
final class ExpressionParser {

  /** The most parentheses, signs and powers within each other. */
  static final int DEEPEST = 64;

  /** The most operators of one expression. */
  static final int MOST_OPERATORS = 512;

  /** Words that join or end expressions, and so are no names and no units. */
  static final Set<String> WORDS = Set.of("and", "or", "not", "crosses", "holding");

  private final Tokens tokens;
  private int depth;
  private int operators;

  private ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The longest expression that comes next. */
  static Expression next(Tokens tokens) {
    return new ExpressionParser(tokens).either();
  }

  private Expression either() {
    deeper();
    Expression left = both();
    while (tokens.takes("or")) {
      counted();
      left = new Junction(Connective.OR, left, both());
    }
    depth--;
    return left;
  }

  private Expression both() {
    Expression left = truth();
    while (tokens.takes("and")) {
      counted();
      left = new Junction(Connective.AND, left, truth());
    }
    return left;
  }

  private Expression truth() {
    if (tokens.takes("not")) {
      counted();
      deeper();
      Expression of = truth();
      depth--;
      return new Not(of);
    }
    Expression left = sum();
    for (Relation relation : Relation.values()) {
      if (tokens.takes(relation.symbol())) {
        counted();
        return new Comparison(relation, left, sum());
      }
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      if (tokens.takes("+")) {
        left = counted(Operator.PLUS, left, product());
      } else if (tokens.takes("-")) {
        left = counted(Operator.MINUS, left, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      if (tokens.takes("*")) {
        left = counted(Operator.TIMES, left, signed());
      } else if (tokens.takes("/")) {
        left = counted(Operator.OVER, left, signed());
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    if (tokens.takes("-")) {
      counted();
      deeper();
      Expression of = signed();
      depth--;
      return new Negative(of);
    }
    if (tokens.peek().is("+")) {
      throw tokens.place().problem("'+' stands where a value is needed; a sign is only '-'");
    }
    Expression base = primary();
    if (!tokens.takes("^")) {
      return base;
    }
    deeper();
    Expression power = counted(Operator.POWER, base, signed());
    depth--;
    return power;
  }

  private Expression primary() {
    Token token = tokens.peek();
    if (tokens.takes("(")) {
      Expression inside = either();
      tokens.need(")");
      return inside;
    }
    if (token.kind() == Kind.NUMBER) {
      return constant();
    }
    if (token.kind() != Kind.NAME || WORDS.contains(token.text())) {
      throw tokens.place().problem(token.shown() + " stands where a value is needed");
    }
    tokens.take();
    return tokens.peek().is("(") ? call(token.text()) : new Name(token.text());
  }

  private Constant constant() {
    double value = number(tokens.place(), tokens.take().text());
    Token next = tokens.peek();
    if (next.kind() != Kind.NAME || WORDS.contains(next.text())) {
      return new Constant(value, Unit.NONE);
    }
    tokens.take();
    String symbol = next.text();
    if (tokens.peek().is("^")) {
      symbol += "^" + unitExponent(symbol);
    }
    try {
      return new Constant(value, Unit.parse(symbol));
    } catch (UsageException e) {
      throw tokens
          .place()
          .problem(
              "behind the number stands its unit, but "
                  + e.getMessage()
                  + " A product needs '*', a value its operator");
    }
  }

  /** {@code 3 mV^2} is 3 (mV^2), as everybody means it. */
  private String unitExponent(String symbol) {
    tokens.take();
    String sign = tokens.takes("-") ? "-" : "";
    Token exponent = tokens.take();
    if (exponent.kind() != Kind.NUMBER || tokens.peek().is("^")) {
      throw tokens
          .place()
          .problem(
              "'"
                  + symbol
                  + "^' raises the unit and needs a whole number; put the number with its unit in"
                  + " parentheses to raise both");
    }
    return sign + exponent.text();
  }

  /** A finite number that was not too small to be told from 0. */
  static double number(TextPlace place, String text) {
    double value = Double.parseDouble(text);
    int exponent = text.toLowerCase(Locale.ROOT).indexOf('e');
    String digits = exponent < 0 ? text : text.substring(0, exponent);
    boolean none = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    if (!Double.isFinite(value) || (value == 0 && !none)) {
      throw place.problem(
          text + " is out of range: numbers are between 4.9e-324 and 1.8e308 in magnitude");
    }
    return value;
  }

  private Expression call(String word) {
    Function function =
        Function.named(word)
            .orElseThrow(() ->
                tokens
                    .place()
                    .problem(
                        "function '"
                            + word
                            + "' is unknown; "
                            + NearestName.hint(word, Function.words())));
    tokens.need("(");
    counted();
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.peek().is(")")) {
      do {
        arguments.add(either());
      } while (tokens.takes(","));
    }
    tokens.need(")");
    if (arguments.size() != function.arguments()) {
      throw tokens
          .place()
          .problem(
              "'"
                  + word
                  + "' ("
                  + function.meaning()
                  + ") takes "
                  + function.arguments()
                  + (function.arguments() == 1 ? " value" : " values")
                  + ", not "
                  + arguments.size());
    }
    return new Call(function, arguments);
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw tokens
          .place()
          .problem("is nested more than " + DEEPEST + " deep; give a part a name of its own");
    }
  }

  private void counted() {
    if (++operators > MOST_OPERATORS) {
      throw tokens
          .place()
          .problem("has more than " + MOST_OPERATORS + " operators; give a part a name of its own");
    }
  }

  private Binary counted(Operator operator, Expression left, Expression right) {
    counted();
    return new Binary(operator, left, right);
  }
}

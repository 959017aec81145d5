package org.hillock.core.equation;

import java.util.List;
import java.util.function.Predicate;
import org.hillock.core.quantity.Unit;

/** One side of an equation: arithmetic on names and numbers, and nothing else. */
public sealed interface Expression {

  /** What it is made of, from left to right; nothing for a number or a name. */
  default List<Expression> parts() {
    return switch (this) {
      case Constant _, Name _ -> List.of();
      case Negative(Expression of) -> List.of(of);
      case Binary(Operator _, Expression left, Expression right) -> List.of(left, right);
      case Call(Function _, List<Expression> arguments) -> arguments;
      case Comparison(Relation _, Expression left, Expression right) -> List.of(left, right);
      case Junction(Connective _, Expression left, Expression right) -> List.of(left, right);
      case Not(Expression of) -> List.of(of);
    };
  }

  /** Whether it or a part of it is so. */
  default boolean holds(Predicate<Expression> what) {
    return what.test(this) || parts().stream().anyMatch(part -> part.holds(what));
  }

  /** Whether it reads a name. */
  default boolean reads(String name) {
    return holds(part -> part instanceof Name n && n.name().equals(name));
  }

  /** A number with its unit, as it was written. */
  record Constant(double value, Unit unit) implements Expression {}

  /**
   * A parameter, state, definition, input or modulator of the neuron; or one of {@link Reserved}.
   */
  record Name(String name) implements Expression {}

  /** The value with the other sign. */
  record Negative(Expression of) implements Expression {}

  /** Two values joined. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  /** A function of values. */
  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Whether one value stands in a relation to another: true or false. */
  record Comparison(Relation relation, Expression left, Expression right) implements Expression {}

  /** Two truths joined. */
  record Junction(Connective connective, Expression left, Expression right) implements Expression {}

  /** The other truth. */
  record Not(Expression of) implements Expression {}

  /** What joins two values. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    OVER("/"),
    POWER("^");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** How two values can stand to each other. */
  enum Relation {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<="),
    /** Was below when the step began, and is not below now. Only as the spike condition. */
    CROSSES("crosses");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** What joins two truths. */
  enum Connective {
    AND,
    OR
  }
}

package org.hillock.core.equation;

import java.util.List;

/**
 * A number and how fast it changes in some direction: arithmetic that differentiates as it goes
 * (Wengert 1964, doi 10.1145/355586.364791).
 *
 * @param slope change for one unit of the direction
 */
record Dual(double value, double slope) {

  /** Nearer to 0 than this, functions that divide by their argument are told by their series. */
  private static final double NEAR = 1e-5;

  /** A number that does not change. */
  static Dual of(double value) {
    return new Dual(value, 0);
  }

  static Dual of(Expression.Operator operator, Dual a, Dual b) {
    return switch (operator) {
      case PLUS -> new Dual(a.value + b.value, a.slope + b.slope);
      case MINUS -> new Dual(a.value - b.value, a.slope - b.slope);
      case TIMES -> new Dual(a.value * b.value, a.slope * b.value + a.value * b.slope);
      case OVER -> {
        double quotient = a.value / b.value;
        yield new Dual(quotient, (a.slope - quotient * b.slope) / b.value);
      }
      case POWER -> power(a, b);
    };
  }

  /** A function of numbers; a random one stands for its mean. */
  static Dual of(Function function, List<Dual> arguments) {
    return switch (function) {
      case UNIFORM -> of(0.5);
      case NORMAL -> of(0);
      case POW -> power(arguments.get(0), arguments.get(1));
      case MIN -> smaller(arguments.get(0), arguments.get(1));
      case MAX -> larger(arguments.get(0), arguments.get(1));
      case CLIP -> smaller(larger(arguments.get(0), arguments.get(1)), arguments.get(2));
      case WHERE -> arguments.get(arguments.get(0).value != 0 ? 1 : 2);
      default -> ofOne(function, arguments.getFirst());
    };
  }

  private static Dual ofOne(Function function, Dual a) {
    double x = a.value;
    return switch (function) {
      case EXP -> a.through(Math.exp(x), Math.exp(x));
      case LOG -> a.through(Math.log(x), 1 / x);
      case SQRT -> a.through(Math.sqrt(x), 0.5 / Math.sqrt(x));
      case TANH -> a.through(Math.tanh(x), 1 - Math.tanh(x) * Math.tanh(x));
      case SIN -> a.through(Math.sin(x), Math.cos(x));
      case COS -> a.through(Math.cos(x), -Math.sin(x));
      case SIGMOID -> {
        double y = 1 / (1 + Math.exp(-x));
        yield a.through(y, y * (1 - y));
      }
      case EXPREL -> {
        double y = Math.abs(x) < NEAR ? 1 + x / 2 : Math.expm1(x) / x;
        yield a.through(y, Math.abs(x) < NEAR ? 0.5 + x / 3 : (Math.exp(x) - y) / x);
      }
      case ABS -> a.through(Math.abs(x), x < 0 ? -1 : 1);
      case FLOOR -> of(Math.floor(x));
      case POW, MIN, MAX, CLIP, WHERE, UNIFORM, NORMAL ->
          throw new IllegalArgumentException(function + " is not of one number");
    };
  }

  Dual negative() {
    return new Dual(-value, -slope);
  }

  /** What a function makes of it that has this value and this derivative there. */
  private Dual through(double functionValue, double derivative) {
    // where nothing changes a derivative may be infinite
    return new Dual(functionValue, slope == 0 ? 0 : derivative * slope);
  }

  private static Dual power(Dual a, Dual b) {
    double power = Math.pow(a.value, b.value);
    double byBase = a.slope == 0 ? 0 : b.value * Math.pow(a.value, b.value - 1) * a.slope;
    double byExponent = b.slope == 0 ? 0 : power * Math.log(a.value) * b.slope;
    return new Dual(power, byBase + byExponent);
  }

  private static Dual smaller(Dual a, Dual b) {
    return a.value <= b.value ? a : b;
  }

  private static Dual larger(Dual a, Dual b) {
    return a.value >= b.value ? a : b;
  }
}

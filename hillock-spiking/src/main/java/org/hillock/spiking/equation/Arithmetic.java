package org.hillock.spiking.equation;

/** What operations give, in double precision: for numbers that are known before the first step. */
final class Arithmetic {

  private Arithmetic() {}

  /** The value of an arithmetic operation or function. */
  static double of(Operation operation, double a, double b, double c) {
    return switch (operation) {
      case DECIDED -> a;
      case NEGATE -> -a;
      case ABS -> Math.abs(a);
      case SQRT -> Math.sqrt(a);
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case SELECT -> a != 0 ? b : c;
      case EXP -> StrictMath.exp(a);
      case EXPREL -> a == 0 ? 1 : StrictMath.expm1(a) / a;
      case LOG -> StrictMath.log(a);
      case TANH -> StrictMath.tanh(a);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-a));
      case SIN -> StrictMath.sin(a);
      case COS -> StrictMath.cos(a);
      case FLOOR -> Math.floor(a);
      case POW -> StrictMath.pow(a, b);
      case ABOVE -> a > b ? 1 : 0;
      case AT_LEAST -> a >= b ? 1 : 0;
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
      case NOT -> a != 0 ? 0 : 1;
      case NUMBER,
          PARAMETER,
          DERIVED,
          COEFFICIENT,
          STATE,
          ARRIVED,
          INPUT,
          STIMULUS,
          GLOBAL,
          TIME,
          DRAW,
          FREE ->
          throw new IllegalArgumentException(operation + " is no operation on values");
    };
  }
}

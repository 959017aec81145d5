package org.hillock.spiking.function;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** The functions of one argument, each with its forms, its reference and what is said of it. */
public enum Elementary {
  EXP(
      new Doubles(
          ScalarDoubleFunctions::exp,
          ScalarDoubleFunctions::exp,
          VectorDoubleFunctions::exp,
          Exact::exp,
          1,
          new Range(-746, 710)),
      new Floats(
          ScalarFloatFunctions::exp,
          ScalarFloatFunctions::exp,
          VectorFloatFunctions::exp,
          StrictMath::exp,
          1,
          new Range(-104, 89.5))),
  EXPREL(
      new Doubles(
          ScalarDoubleFunctions::exprel,
          ScalarDoubleFunctions::exprel,
          VectorDoubleFunctions::exprel,
          Exact::exprel,
          2,
          new Range(-10000.0, 717)),
      new Floats(
          ScalarFloatFunctions::exprel,
          ScalarFloatFunctions::exprel,
          VectorFloatFunctions::exprel,
          x -> x == 0 ? 1 : StrictMath.expm1(x) / x,
          2,
          new Range(-10000.0, 93.5))),
  SIGMOID(
      new Doubles(
          ScalarDoubleFunctions::sigmoid,
          ScalarDoubleFunctions::sigmoid,
          VectorDoubleFunctions::sigmoid,
          Exact::sigmoid,
          2,
          new Range(-746, 60)),
      new Floats(
          ScalarFloatFunctions::sigmoid,
          ScalarFloatFunctions::sigmoid,
          VectorFloatFunctions::sigmoid,
          x -> 1 / (1 + StrictMath.exp(-x)),
          2,
          new Range(-104, 30))),
  TANH(
      new Doubles(
          ScalarDoubleFunctions::tanh,
          ScalarDoubleFunctions::tanh,
          VectorDoubleFunctions::tanh,
          Exact::tanh,
          1.6,
          new Range(-25, 25)),
      new Floats(
          ScalarFloatFunctions::tanh,
          ScalarFloatFunctions::tanh,
          VectorFloatFunctions::tanh,
          StrictMath::tanh,
          1.6,
          new Range(-12, 12))),
  LOG(
      new Doubles(
          ScalarDoubleFunctions::log,
          ScalarDoubleFunctions::log,
          VectorDoubleFunctions::log,
          Exact::log,
          1,
          new Range(0, 1e+300)),
      new Floats(
          ScalarFloatFunctions::log,
          ScalarFloatFunctions::log,
          VectorFloatFunctions::log,
          StrictMath::log,
          1,
          new Range(0, 3e+38))),
  SIN(
      new Doubles(
          ScalarDoubleFunctions::sin,
          ScalarDoubleFunctions::sin,
          VectorDoubleFunctions::sin,
          Exact::sin,
          1.5,
          new Range(-1000000.0, 1000000.0)),
      new Floats(
          ScalarFloatFunctions::sin,
          ScalarFloatFunctions::sin,
          VectorFloatFunctions::sin,
          StrictMath::sin,
          1,
          new Range(-1000000.0, 1000000.0))),
  COS(
      new Doubles(
          ScalarDoubleFunctions::cos,
          ScalarDoubleFunctions::cos,
          VectorDoubleFunctions::cos,
          Exact::cos,
          1.5,
          new Range(-1000000.0, 1000000.0)),
      new Floats(
          ScalarFloatFunctions::cos,
          ScalarFloatFunctions::cos,
          VectorFloatFunctions::cos,
          StrictMath::cos,
          1,
          new Range(-1000000.0, 1000000.0)));

  final Doubles doubles;
  final Floats floats;

  Elementary(Doubles doubles, Floats floats) {
    this.doubles = doubles;
    this.floats = floats;
  }

  /** One value in single precision. */
  interface OneFloat {
    float of(float x);
  }

  /** Values of an array. */
  interface ManyFloats {
    void of(float[] x, int xAt, float[] y, int yAt, int count);
  }

  /** Values of an array. */
  interface ManyDoubles {
    void of(double[] x, int xAt, double[] y, int yAt, int count);
  }

  /** Arguments for which the result is neither zero, infinite nor NaN, nearly. */
  record Range(double from, double to) {

    boolean holds(double x) {
      return x >= from && x <= to;
    }
  }

  /** In double precision, and the largest error said of it, in ulp. */
  record Doubles(
      DoubleUnaryOperator one,
      ManyDoubles scalar,
      ManyDoubles vector,
      DoubleFunction<Exact> exact,
      double ulps,
      Range range) {}

  /** In single precision; the reference is exact to some 2^-50. */
  record Floats(
      OneFloat one,
      ManyFloats scalar,
      ManyFloats vector,
      DoubleUnaryOperator reference,
      double ulps,
      Range range) {

    /** How far the result for x is from the exact one, in units in the last place of that. */
    double error(float x) {
      double exact = reference.applyAsDouble(x);
      float result = one.of(x);
      if (Double.isNaN(exact) || Float.isInfinite((float) exact) || Float.isInfinite(result)) {
        return Float.compare((float) exact, result) == 0 ? 0 : Double.POSITIVE_INFINITY;
      }
      // below the next power of two the unit is that of the float towards zero
      int exponent = Math.max(Math.getExponent(exact), Float.MIN_EXPONENT);
      return Math.abs(result - exact) * Math.scalb(1.0, 23 - exponent);
    }
  }
}

package org.hillock.spiking.bytecode;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** In which of the four vocabularies a kernel is written. */
enum Dialect {
  SCALAR_FLOATS(
      "ScalarFloats",
      "EquationFloats",
      "FloatStep",
      "ScalarFloatFunctions",
      CD_float,
      CD_int,
      false),
  VECTOR_FLOATS(
      "VectorFloats",
      "EquationFloats",
      "FloatStep",
      "VectorFloatFunctions",
      CD_float,
      CD_int,
      true),
  SCALAR_DOUBLES(
      "ScalarDoubles",
      "EquationDoubles",
      "DoubleStep",
      "ScalarDoubleFunctions",
      CD_double,
      CD_double,
      false),
  VECTOR_DOUBLES(
      "VectorDoubles",
      "EquationDoubles",
      "DoubleStep",
      "VectorDoubleFunctions",
      CD_double,
      CD_double,
      true);

  private static final String HERE = "org.hillock.spiking.bytecode";

  /** Whose static methods are the words. */
  final ClassDesc words;

  /** Where state and coefficients are. */
  final ClassDesc data;

  /** What a kernel extends. */
  final ClassDesc step;

  /** Whose static methods are the functions over arrays. */
  final ClassDesc functions;

  /** A number in memory. */
  final ClassDesc number;

  /** What lies in a cell of arrivals. */
  final ClassDesc cell;

  final boolean vectors;

  Dialect(
      String words,
      String data,
      String step,
      String functions,
      ClassDesc number,
      ClassDesc cell,
      boolean vectors) {
    this.words = ClassDesc.of(HERE, words);
    this.data = ClassDesc.of(HERE, data);
    this.step = ClassDesc.of(HERE, step);
    this.functions = ClassDesc.of("org.hillock.spiking.function", functions);
    this.number = number;
    this.cell = cell;
    this.vectors = vectors;
  }

  /** A number on its way. */
  ClassDesc value() {
    if (!vectors) {
      return number;
    }
    return ClassDesc.of(
        "jdk.incubator.vector", number.equals(CD_float) ? "FloatVector" : "DoubleVector");
  }

  /** A truth on its way. */
  ClassDesc truth() {
    return vectors ? ClassDesc.of("jdk.incubator.vector", "VectorMask") : CD_boolean;
  }

  TypeKind valueKind() {
    return TypeKind.from(value());
  }

  TypeKind truthKind() {
    return TypeKind.from(truth());
  }

  boolean single() {
    return number.equals(CD_float);
  }

  /** How many neurons a word is about. */
  int lanes() {
    return switch (this) {
      case SCALAR_FLOATS -> ScalarFloats.LANES;
      case VECTOR_FLOATS -> VectorFloats.LANES;
      case SCALAR_DOUBLES -> ScalarDoubles.LANES;
      case VECTOR_DOUBLES -> VectorDoubles.LANES;
    };
  }
}

package org.hillock.spiking.bytecode;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import org.hillock.spiking.equation.Operation;

/** Says things of as many neurons as a vector has lanes. */
final class VectorVocabulary extends Vocabulary {

  private static final String API = "jdk.incubator.vector";
  private static final ClassDesc VECTOR = ClassDesc.of(API, "Vector");
  private static final ClassDesc MASK = ClassDesc.of(API, "VectorMask");
  private static final ClassDesc SPECIES = ClassDesc.of(API, "VectorSpecies");
  private static final ClassDesc INT_VECTOR = ClassDesc.of(API, "IntVector");
  private static final ClassDesc OPERATORS = ClassDesc.of(API, "VectorOperators");
  private static final ClassDesc COMPARISON = ClassDesc.of(API, "VectorOperators$Comparison");
  private static final ClassDesc CONVERSION = ClassDesc.of(API, "VectorOperators$Conversion");
  private static final ClassDesc INTS = CD_int.arrayType();

  private final ClassDesc vector;

  VectorVocabulary(CodeBuilder c, Dialect dialect) {
    super(c, dialect);
    vector = dialect.value();
  }

  private void lane() {
    c.getstatic(dialect.words, "LANE", SPECIES);
  }

  private void ints() {
    c.getstatic(dialect.words, "INTS", SPECIES);
  }

  private void call(ClassDesc on, String name, ClassDesc result, ClassDesc... parameters) {
    c.invokevirtual(on, name, MethodTypeDesc.of(result, parameters));
  }

  @Override
  void number() {
    c.invokestatic(vector, "broadcast", MethodTypeDesc.of(vector, SPECIES, dialect.number));
  }

  @Override
  void beforeLoad() {
    lane();
  }

  @Override
  void load() {
    c.invokestatic(vector, "fromArray", MethodTypeDesc.of(vector, SPECIES, numbers, CD_int));
  }

  @Override
  void store() {
    call(vector, "intoArray", CD_void, numbers, CD_int);
  }

  @Override
  void operation(Operation operation) {
    switch (operation) {
      case NEGATE -> call(vector, "neg", vector);
      case ABS -> call(vector, "abs", vector);
      case SQRT -> call(vector, "sqrt", vector);
      case ADD -> call(vector, "add", vector, VECTOR);
      case SUBTRACT -> call(vector, "sub", vector, VECTOR);
      case MULTIPLY -> call(vector, "mul", vector, VECTOR);
      case DIVIDE -> call(vector, "div", vector, VECTOR);
      case MIN -> call(vector, "min", vector, VECTOR);
      case MAX -> call(vector, "max", vector, VECTOR);
      case SELECT -> call(vector, "blend", vector, VECTOR, MASK);
      case ABOVE, AT_LEAST -> call(vector, "compare", MASK, COMPARISON, VECTOR);
      case AND -> call(MASK, "and", MASK, MASK);
      case OR -> call(MASK, "or", MASK, MASK);
      case NOT -> call(MASK, "not", MASK);
      default -> throw new IllegalStateException("no word for " + operation);
    }
  }

  @Override
  void between(Operation comparison) {
    c.getstatic(OPERATORS, comparison == Operation.ABOVE ? "GT" : "GE", COMPARISON);
  }

  @Override
  void arrived(int cells, Runnable cell, int quantum, int acts, int i) {
    boolean single = dialect.single();
    ClassDesc kept = single ? INT_VECTOR : vector;
    ClassDesc array = dialect.cell.arrayType();
    Runnable species = single ? this::ints : this::lane;
    species.run();
    c.aload(cells);
    cell.run();
    c.invokestatic(kept, "fromArray", MethodTypeDesc.of(kept, SPECIES, array, CD_int));
    species.run();
    c.invokestatic(kept, "zero", MethodTypeDesc.of(kept, SPECIES));
    c.aload(cells);
    cell.run();
    call(kept, "intoArray", CD_void, array, CD_int);
    if (single) {
      c.getstatic(OPERATORS, "I2F", CONVERSION);
      lane();
      c.loadConstant(0);
      call(kept, "convertShape", VECTOR, CONVERSION, SPECIES, CD_int);
      c.checkcast(vector);
    }
    c.loadLocal(TypeKind.from(dialect.number), quantum);
    call(vector, "mul", vector, dialect.number);
  }

  @Override
  void freeAt(int freeAt, int i) {
    ints();
    c.aload(freeAt).iload(i);
    c.invokestatic(INT_VECTOR, "fromArray", MethodTypeDesc.of(INT_VECTOR, SPECIES, INTS, CD_int));
  }

  @Override
  TypeKind freeAtKind() {
    return TypeKind.REFERENCE;
  }

  @Override
  void free(int step) {
    c.getstatic(OPERATORS, "LE", COMPARISON).iload(step);
    call(INT_VECTOR, "compare", MASK, COMPARISON, CD_int);
    lane();
    call(MASK, "cast", MASK, SPECIES);
  }

  @Override
  void spikes(boolean heldMayNot, int acts, int i) {
    call(MASK, "toLong", CD_long);
  }

  @Override
  TypeKind spikesKind() {
    return TypeKind.LONG;
  }

  @Override
  void ifNone(int spikes, Label none) {
    c.lload(spikes).loadConstant(0L).lcmp().ifeq(none);
  }

  @Override
  void note(int spikes, int i, int step, int fired) {
    c.lload(spikes).iload(i).iload(step).aload(fired);
    c.invokestatic(
        dialect.words,
        "note",
        MethodTypeDesc.of(CD_void, CD_long, CD_int, CD_int, KernelWriter.SPIKES));
  }

  @Override
  void refract(int spikes, int freeAt, int refractory, int i, int p, int step) {
    c.lload(spikes).aload(freeAt).aload(refractory).iload(i).iload(p).iload(step);
    c.invokestatic(
        dialect.words,
        "refract",
        MethodTypeDesc.of(CD_void, CD_long, INTS, INTS, CD_int, CD_int, CD_int));
  }
}

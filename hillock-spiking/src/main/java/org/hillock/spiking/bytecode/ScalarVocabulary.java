package org.hillock.spiking.bytecode;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;
import org.hillock.spiking.equation.Operation;

/** Says things of one neuron. */
final class ScalarVocabulary extends Vocabulary {

  private static final ClassDesc INTS = CD_int.arrayType();

  ScalarVocabulary(CodeBuilder c, Dialect dialect) {
    super(c, dialect);
  }

  private void word(String name, ClassDesc result, ClassDesc... parameters) {
    c.invokestatic(dialect.words, name, MethodTypeDesc.of(result, parameters));
  }

  @Override
  void number() {}

  @Override
  void beforeLoad() {}

  @Override
  void load() {
    c.arrayLoad(TypeKind.from(dialect.number));
  }

  @Override
  void store() {
    word("store", CD_void, dialect.number, numbers, CD_int);
  }

  @Override
  void operation(Operation operation) {
    ClassDesc v = dialect.number;
    String name = operation.name().toLowerCase(Locale.ROOT);
    switch (operation) {
      case NEGATE, ABS, SQRT -> word(name, v, v);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MIN, MAX -> word(name, v, v, v);
      case SELECT -> word(name, v, v, v, CD_boolean);
      case ABOVE -> word(name, CD_boolean, v, v);
      case AT_LEAST -> word("atLeast", CD_boolean, v, v);
      case AND, OR -> word(name, CD_boolean, CD_boolean, CD_boolean);
      case NOT -> word(name, CD_boolean, CD_boolean);
      default -> throw new IllegalStateException("no word for " + operation);
    }
  }

  @Override
  void between(Operation comparison) {}

  @Override
  void arrived(int cells, Runnable cell, int quantum, int acts, int i) {
    c.aload(cells);
    cell.run();
    c.loadLocal(TypeKind.from(dialect.number), quantum).aload(acts).iload(i);
    word(
        "arrived",
        dialect.number,
        dialect.cell.arrayType(),
        CD_int,
        dialect.number,
        KernelWriter.ACTS,
        CD_int);
  }

  @Override
  void freeAt(int freeAt, int i) {
    c.aload(freeAt).iload(i).iaload();
  }

  @Override
  TypeKind freeAtKind() {
    return TypeKind.INT;
  }

  @Override
  void free(int step) {
    c.iload(step);
    word("free", CD_boolean, CD_int, CD_int);
  }

  @Override
  void spikes(boolean heldMayNot, int acts, int i) {
    if (heldMayNot) {
      c.aload(acts).iload(i);
      word("unheld", CD_boolean, CD_boolean, KernelWriter.ACTS, CD_int);
    }
  }

  @Override
  TypeKind spikesKind() {
    return TypeKind.BOOLEAN;
  }

  @Override
  void ifNone(int spikes, Label none) {
    c.iload(spikes).ifeq(none);
  }

  @Override
  void note(int spikes, int i, int step, int fired) {
    c.aload(fired).iload(i).iload(step);
    c.invokevirtual(KernelWriter.SPIKES, "add", MethodTypeDesc.of(CD_void, CD_int, CD_int));
  }

  @Override
  void refract(int spikes, int freeAt, int refractory, int i, int p, int step) {
    c.aload(freeAt).aload(refractory).iload(i).iload(p).iload(step);
    word("refract", CD_void, INTS, INTS, CD_int, CD_int, CD_int);
  }
}

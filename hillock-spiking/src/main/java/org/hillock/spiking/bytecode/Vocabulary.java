package org.hillock.spiking.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import org.hillock.spiking.equation.Operation;

/**
 * How a stage says things: on one neuron, by small static methods; or on vectors, by the Vector API
 * itself, for the JVM inlines that whatever the size of a method, and its own small methods not.
 */
abstract sealed class Vocabulary permits ScalarVocabulary, VectorVocabulary {

  final CodeBuilder c;
  final Dialect dialect;
  final ClassDesc numbers;

  Vocabulary(CodeBuilder c, Dialect dialect) {
    this.c = c;
    this.dialect = dialect;
    numbers = dialect.number.arrayType();
  }

  static Vocabulary of(CodeBuilder c, Dialect dialect) {
    return dialect.vectors ? new VectorVocabulary(c, dialect) : new ScalarVocabulary(c, dialect);
  }

  /** From a number on the stack. */
  abstract void number();

  /** From an array, then an index; {@code before} is to be called before these. */
  abstract void load();

  /** Called before what {@link #load} or {@link #number} takes. */
  abstract void beforeLoad();

  /** A value, an array, an index. */
  abstract void store();

  /** An operation with its arguments on the stack; of SELECT in the order no, yes, truth. */
  abstract void operation(Operation operation);

  /** Called between the arguments of a comparison. */
  abstract void between(Operation comparison);

  /**
   * What arrived.
   *
   * @param cell pushes the index of the cell
   */
  abstract void arrived(int cells, Runnable cell, int quantum, int acts, int i);

  /** From when on the neurons are not refractory: what {@link #free} looks at. */
  abstract void freeAt(int freeAt, int i);

  /** The local kind of that. */
  abstract java.lang.classfile.TypeKind freeAtKind();

  /** From what {@link #freeAt} gave: whether they are not refractory. */
  abstract void free(int step);

  /** From a truth: what {@link #any} and others look at. */
  abstract void spikes(boolean heldMayNot, int acts, int i);

  /** The local kind of that. */
  abstract java.lang.classfile.TypeKind spikesKind();

  /** Jumps to a label where nobody fired. */
  abstract void ifNone(int spikes, java.lang.classfile.Label none);

  abstract void note(int spikes, int i, int step, int fired);

  abstract void refract(int spikes, int freeAt, int refractory, int i, int p, int step);
}

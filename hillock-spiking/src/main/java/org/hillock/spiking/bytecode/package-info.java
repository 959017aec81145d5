/**
 * Kernels of neurons made at run time: a {@link org.hillock.spiking.equation.StepProgram} becomes
 * bytecode, which the JVM turns into machine code like any other.
 *
 * <p>Start at {@link org.hillock.spiking.bytecode.KernelCompiler}. What is generated only calls, in
 * order, the methods of one of four vocabularies, {@code ScalarFloats}, {@code VectorFloats},
 * {@code ScalarDoubles} and {@code VectorDoubles}, which say the same in four ways; so all give the
 * same bits.
 */
@NullMarked
package org.hillock.spiking.bytecode;

import org.jspecify.annotations.NullMarked;

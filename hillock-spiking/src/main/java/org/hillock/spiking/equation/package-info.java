/**
 * From the equations of a neuron to what happens in one step: which are linear and integrated
 * exactly, how the others are, in which order things are reckoned.
 *
 * <p>Start at {@link org.hillock.spiking.equation.StepCompiler}. A {@link
 * org.hillock.spiking.equation.StepProgram} is straight-line arithmetic on a {@link
 * org.hillock.spiking.equation.Graph}: {@link org.hillock.spiking.equation.StepInterpreter} does it
 * one operation after the other and judges the kernels that {@code org.hillock.spiking.bytecode}
 * makes of it.
 */
@NullMarked
package org.hillock.spiking.equation;

import org.jspecify.annotations.NullMarked;

/**
 * The inner loops of the spiking engine that are not generated from equations, on plain arrays:
 * neurons told by their exponentials, and external input; and what generated kernels need besides
 * numbers.
 *
 * <p>{@link org.hillock.spiking.kernel.FloatKernels} is the provider: {@code VectorFloatKernels}
 * works on the vectors of the processor, {@code ScalarFloatKernels} is its twin and gives the same
 * bits, for they do the same operations in the same order: no fused multiply-add, no transcendental
 * function, no sum over lanes of floating-point numbers. {@link
 * org.hillock.spiking.kernel.DoubleKernels} are scalar.
 *
 * <p>The arrays of neurons are padded to a multiple of {@link
 * org.hillock.spiking.kernel.FloatKernels#LANES}; those beyond the last neuron are refractory for
 * ever and never fire.
 */
@NullMarked
package org.hillock.spiking.kernel;

import org.jspecify.annotations.NullMarked;

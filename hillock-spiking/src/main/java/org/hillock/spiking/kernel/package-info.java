/**
 * The inner loops of the spiking engine, on plain arrays: updating neurons, drawing external input.
 *
 * <p>{@link org.hillock.spiking.kernel.FloatKernels} is the provider: {@code VectorFloatKernels}
 * works on the vectors of the processor, {@code ScalarFloatKernels} is its twin and gives the same
 * bits, for they do the same operations in the same order: no fused multiply-add, no transcendental
 * function, no sum over lanes of floating-point numbers. {@link
 * org.hillock.spiking.kernel.DoubleKernels} are scalar. Nothing outside this package knows the
 * Vector API.
 *
 * <p>The arrays of neurons are padded to a multiple of {@link
 * org.hillock.spiking.kernel.FloatKernels#LANES}; those beyond the last neuron are refractory for
 * ever and never fire.
 */
@NullMarked
package org.hillock.spiking.kernel;

import org.jspecify.annotations.NullMarked;

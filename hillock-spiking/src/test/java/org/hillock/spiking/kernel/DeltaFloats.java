package org.hillock.spiking.kernel;

/**
 * Leaky neurons whose potential jumps by what arrives, in single precision.
 *
 * <p>The entries of the parameters of neuron i are at {@code i & each}: all ones where each neuron
 * has its own, 0 where they are the same and each array holds {@link FloatKernels#LANES} equal
 * entries.
 *
 * @param u potential above where the neuron settles, in mV
 * @param decay of u in a step
 * @param firing threshold, reset and refractoriness
 */
public record DeltaFloats(float[] u, int each, float[] decay, FiringFloats firing) {}

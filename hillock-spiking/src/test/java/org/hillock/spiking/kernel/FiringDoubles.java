package org.hillock.spiking.kernel;

/**
 * When leaky neurons fire and what follows; see {@link DeltaFloats} for where the parameters of a
 * neuron stand.
 *
 * @param freeAt first step in which the neuron is not refractory
 * @param threshold of u
 * @param reset of u
 * @param refractory steps
 */
public record FiringDoubles(int[] freeAt, double[] threshold, double[] reset, int[] refractory) {}

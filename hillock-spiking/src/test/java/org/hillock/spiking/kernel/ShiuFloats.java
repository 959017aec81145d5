package org.hillock.spiking.kernel;

/**
 * Leaky neurons with one exponential drive g that is held while refractory, in single precision;
 * see {@link DeltaFloats} for {@code each}.
 *
 * @param u potential above where the neuron settles, in mV
 * @param g drive in mV
 * @param decay of u in a step; likewise {@code decayG}
 * @param fromG mV that 1 mV of g adds to u in a step
 * @param firing threshold, reset and refractoriness
 */
public record ShiuFloats(
    float[] u,
    float[] g,
    int each,
    float[] decay,
    float[] decayG,
    float[] fromG,
    FiringFloats firing) {}

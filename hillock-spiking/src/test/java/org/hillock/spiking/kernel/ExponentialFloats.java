package org.hillock.spiking.kernel;

/**
 * Leaky neurons with two exponential currents, in single precision; see {@link DeltaFloats} for
 * {@code each}.
 *
 * @param u potential above where the neuron settles, in mV
 * @param exc current that excites, in pA
 * @param inh current that inhibits, in pA
 * @param decay of u in a step; likewise {@code decayExc}, {@code decayInh} of the currents
 * @param fromExc mV that 1 pA adds to u in a step; likewise {@code fromInh}
 * @param firing threshold, reset and refractoriness
 */
public record ExponentialFloats(
    float[] u,
    float[] exc,
    float[] inh,
    int each,
    float[] decay,
    float[] decayExc,
    float[] decayInh,
    float[] fromExc,
    float[] fromInh,
    FiringFloats firing) {}

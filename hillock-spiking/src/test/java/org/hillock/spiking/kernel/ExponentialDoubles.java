package org.hillock.spiking.kernel;

/** {@link ExponentialFloats} in double precision. */
public record ExponentialDoubles(
    double[] u,
    double[] exc,
    double[] inh,
    int each,
    double[] decay,
    double[] decayExc,
    double[] decayInh,
    double[] fromExc,
    double[] fromInh,
    FiringDoubles firing) {}

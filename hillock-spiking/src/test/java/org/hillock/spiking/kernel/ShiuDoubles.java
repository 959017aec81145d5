package org.hillock.spiking.kernel;

/** {@link ShiuFloats} in double precision. */
public record ShiuDoubles(
    double[] u,
    double[] g,
    int each,
    double[] decay,
    double[] decayG,
    double[] fromG,
    FiringDoubles firing) {}

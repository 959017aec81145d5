package org.hillock.spiking.kernel;

/** {@link DeltaFloats} in double precision. */
public record DeltaDoubles(double[] u, int each, double[] decay, FiringDoubles firing) {}

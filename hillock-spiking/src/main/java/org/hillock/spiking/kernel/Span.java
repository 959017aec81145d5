package org.hillock.spiking.kernel;

/**
 * What a kernel call works through: neurons of a slice, steps, and where their arrivals lie.
 *
 * <p>The arrivals of neuron i in step {@code step + s} are at {@code cell + s·stride + i}, for each
 * receptor port at a {@code cell} of its own.
 *
 * @param from first neuron, a multiple of {@link FloatKernels#LANES}
 * @param to end of the neurons, the same
 * @param step first step
 * @param steps how many, at least 1
 * @param stride cells from one step to the next
 * @param phase steps since neurons last settled
 */
public record Span(int from, int to, int step, int steps, int stride, int phase) {}

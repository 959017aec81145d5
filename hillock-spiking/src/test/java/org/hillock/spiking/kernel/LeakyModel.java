package org.hillock.spiking.kernel;

import java.util.Arrays;

/** Neurons of the published networks, all alike, with steps of 0.1 ms. */
public enum LeakyModel {
  /** Brunel (2000), https://doi.org/10.1023/A:1008925309027: tau 20 ms, jumps. */
  DELTA(1),
  /** Vogels and Abbott (2005), https://doi.org/10.1523/JNEUROSCI.3508-05.2005: 20, 5, 10 ms. */
  EXPONENTIAL(2),
  /** Shiu et al. (2024), https://doi.org/10.1038/s41586-024-07763-9: tau 20 and 5 ms. */
  SHIU(1),
  /** The same told by its exponentials, and which cells are empty: most are. */
  MODAL(1);

  private static final double STEP_MS = 0.1;

  /** mV above where the neurons settle; far more than {@link UpdateLoop} drives them to. */
  private static final float THRESHOLD = 1000;

  /** Receptor ports of a neuron. */
  final int ports;

  LeakyModel(int ports) {
    this.ports = ports;
  }

  /** One call of the kernel of a model. */
  interface Call {
    /**
     * Steps all neurons.
     *
     * @param cell first of the first step
     */
    void run(int[] cells, int cell, Reached reached, Span span, FiredSpikes fired);
  }

  /** The model's kernel on fresh neurons. */
  Call on(FloatKernels kernels, int neurons) {
    FiringFloats firing =
        new FiringFloats(new int[neurons], same(THRESHOLD), same(0), new int[FloatKernels.LANES]);
    return switch (this) {
      case DELTA -> {
        DeltaFloats n = new DeltaFloats(new float[neurons], 0, decay(20), firing);
        yield (cells, cell, reached, span, fired) ->
            kernels.delta(n, cells, cell, 1, span, fired, null);
      }
      case EXPONENTIAL -> {
        ExponentialFloats n = exponential(neurons, firing);
        yield (cells, cell, reached, span, fired) ->
            kernels.exponential(n, cells, cell, cell + neurons, 1, span, fired, null);
      }
      case SHIU -> {
        ShiuFloats n = shiu(neurons, firing);
        yield (cells, cell, reached, span, fired) ->
            kernels.shiu(n, cells, cell, FloatKernels.NOWHERE, 1, span, fired, null);
      }
      case MODAL -> {
        ModalFloats n = modal(neurons);
        yield (cells, cell, reached, span, fired) ->
            kernels.modal(n, cells, cell, FloatKernels.NOWHERE, 1, reached, span, fired, null);
      }
    };
  }

  private static ExponentialFloats exponential(int neurons, FiringFloats firing) {
    return new ExponentialFloats(
        new float[neurons],
        new float[neurons],
        new float[neurons],
        0,
        decay(20),
        decay(5),
        decay(10),
        same(0.005f),
        same(-0.005f),
        firing);
  }

  private static ShiuFloats shiu(int neurons, FiringFloats firing) {
    return new ShiuFloats(
        new float[neurons], new float[neurons], 0, decay(20), decay(5), same(0.005f), firing);
  }

  private static ModalFloats modal(int neurons) {
    return new ModalFloats(
        new float[neurons],
        new float[neurons],
        new long[(neurons + Long.SIZE - 1) / Long.SIZE],
        new int[neurons],
        THRESHOLD,
        0,
        0.16f,
        Modes.of(StrictMath.exp(-STEP_MS / 20), StrictMath.exp(-STEP_MS / 5), 0.005, 256));
  }

  private static float[] decay(double tauMs) {
    return same((float) StrictMath.exp(-STEP_MS / tauMs));
  }

  private static float[] same(float value) {
    float[] values = new float[FloatKernels.LANES];
    Arrays.fill(values, value);
    return values;
  }
}

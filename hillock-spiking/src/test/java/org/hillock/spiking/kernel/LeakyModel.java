package org.hillock.spiking.kernel;

import java.util.Arrays;
import java.util.List;
import org.hillock.spiking.bytecode.EquationFloats;
import org.hillock.spiking.bytecode.FloatStep;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.LoweredText;

/** Neurons of the published networks, all alike, with steps of 0.1 ms. */
public enum LeakyModel {
  /** Brunel (2000), https://doi.org/10.1023/A:1008925309027: tau 20 ms, jumps. */
  DELTA(1),
  /** Vogels and Abbott (2005), https://doi.org/10.1523/JNEUROSCI.3508-05.2005: 20, 5, 10 ms. */
  EXPONENTIAL(2),
  /** Shiu et al. (2024), https://doi.org/10.1038/s41586-024-07763-9: tau 20 and 5 ms. */
  SHIU(1);

  private static final double STEP_MS = 0.1;

  /** mV above where the neurons settle; far more than {@link UpdateLoop} drives them to. */
  private static final float THRESHOLD = 1000;

  /** Receptor ports of a neuron. */
  final int ports;

  LeakyModel(int ports) {
    this.ports = ports;
  }

  /** The model's kernel as it was written by hand, on fresh neurons. */
  UpdateLoop.Call byHand(HandWrittenKernels kernels, int neurons) {
    FiringFloats firing =
        new FiringFloats(new int[neurons], same(THRESHOLD), same(0), new int[FloatKernels.LANES]);
    return switch (this) {
      case DELTA -> {
        DeltaFloats n = new DeltaFloats(new float[neurons], 0, decay(20), firing);
        yield (cells, cell, _, span, fired) -> kernels.delta(n, cells, cell, 1, span, fired);
      }
      case EXPONENTIAL -> {
        ExponentialFloats n = exponential(neurons, firing);
        yield (cells, cell, _, span, fired) ->
            kernels.exponential(n, cells, cell, cell + neurons, 1, span, fired);
      }
      case SHIU -> {
        ShiuFloats n = shiu(neurons, firing);
        yield (cells, cell, _, span, fired) -> kernels.shiu(n, cells, cell, 1, span, fired);
      }
    };
  }

  /** The kernel generated from the model's text, on fresh neurons. */
  UpdateLoop.Call generated(boolean vectors, int neurons) {
    LoweredEquations lowered =
        switch (this) {
          case DELTA -> text("lif-delta", neurons).lower(STEP_MS, "signed");
          case EXPONENTIAL ->
              text("lif-exp", neurons)
                  .with("tau_exc", 5)
                  .with("tau_inh", 10)
                  .with("tau_m", 20)
                  .lower(STEP_MS, "excitatory", "inhibitory");
          case SHIU -> text("lif-shiu", neurons).lower(STEP_MS, "signed");
        };
    FloatStep step = KernelCompiler.floats(lowered.program().unperturbed(), vectors);
    EquationFloats n = new EquationFloats(lowered, 0, neurons, neurons, 0);
    Noise none = new Noise(List.of(), 0, 0, STEP_MS);
    return (cells, cell, _, span, fired) ->
        step.step(n, cells, cell, neurons, 1, span, none, fired, null);
  }

  private static LoweredText text(String name, int neurons) {
    return LoweredText.shipped(name, neurons).with("v_th", THRESHOLD).with("t_ref", 0);
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

  private static float[] decay(double tauMs) {
    return same((float) StrictMath.exp(-STEP_MS / tauMs));
  }

  private static float[] same(float value) {
    float[] values = new float[FloatKernels.LANES];
    Arrays.fill(values, value);
    return values;
  }
}

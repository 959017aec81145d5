package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FiringFloats;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.ShiuFloats;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Leaky neurons of the fly model, step by step in single precision. */
final class ShiuFloatsNeurons implements Neurons {

  private final FloatKernels kernels;
  private final BlockLayout.Part part;
  private final Lanes lanes;
  private final float scale;
  private final double[] init;
  private final ShiuFloats n;

  /**
   * Neurons at their start.
   *
   * @param scale from cells to mV: quantum and gain
   */
  ShiuFloatsNeurons(
      FloatKernels kernels, BlockLayout.Part part, Dynamics.Shiu neuron, float scale) {
    this.kernels = kernels;
    this.part = part;
    this.scale = scale;
    Dynamics.Membrane membrane = neuron.membrane();
    init = membrane.init();
    lanes = new Lanes(part, neuron.uniform());
    n =
        new ShiuFloats(
            new float[part.padded()],
            new float[part.padded()],
            lanes.each(),
            lanes.floats(neuron.decay()),
            lanes.floats(neuron.decayG()),
            lanes.floats(neuron.fromG()),
            new FiringFloats(
                new int[part.padded()],
                lanes.thresholds(membrane.threshold()),
                lanes.floats(membrane.reset()),
                lanes.ints(membrane.refractorySteps())));
    restart(0);
  }

  @Override
  public void restart(long trialSeed) {
    lanes.start(n.u(), init);
    Arrays.fill(n.g(), 0);
    lanes.free(n.firing().freeAt());
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    int direct = part.ports() > 1 ? arrivals.cell(1) : FloatKernels.NOWHERE;
    kernels.shiu(n, arrivals.ints, arrivals.cell(0), direct, scale, span, fired, acts);
  }

  @Override
  public void settle(int from, int to) {
    Settling.settle(n.u(), from, to);
    Settling.settle(n.g(), from, to);
  }

  @Override
  public boolean rests(int from, int to, int nextStep) {
    boolean rest = true;
    for (int i = from; i < Math.min(to, part.count()) && rest; i++) {
      rest = n.u()[i] == 0 && n.g()[i] == 0;
      rest &= n.firing().freeAt()[i] <= nextStep && n.firing().threshold()[i & n.each()] > 0;
    }
    return rest;
  }

  @Override
  public double value(String variable, int i, int phase) {
    return switch (variable) {
      case "v" -> n.u()[i];
      case "g" -> n.g()[i];
      default -> throw new IllegalArgumentException("no variable '" + variable + "'");
    };
  }

  @Override
  public void rebase(int steps) {
    lanes.rebase(n.firing().freeAt(), steps);
  }
}

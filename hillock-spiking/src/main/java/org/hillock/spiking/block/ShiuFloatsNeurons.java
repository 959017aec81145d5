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

/** Leaky neurons of the fly model, in single precision. */
final class ShiuFloatsNeurons implements Neurons {

  /** For what single precision rounds. */
  private static final double MARGIN = 1.001;

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
            peaks(neuron),
            new FiringFloats(
                new int[part.padded()],
                lanes.thresholds(membrane.threshold()),
                lanes.floats(membrane.reset()),
                lanes.ints(membrane.refractorySteps())));
    restart();
  }

  /**
   * The most that 1 mV of g can add to u, over all times: what it adds without any decay of u in
   * between is more, and its own decay bounds that.
   */
  private float[] peaks(Dynamics.Shiu neuron) {
    double[] peak = new double[neuron.decay().length];
    for (int i = 0; i < peak.length; i++) {
      double u = 0;
      double g = 1;
      double most = 0;
      while (u >= most) {
        most = u;
        u = neuron.decay()[i] * u + neuron.fromG()[i] * g;
        g *= neuron.decayG()[i];
      }
      peak[i] = most * MARGIN;
    }
    return lanes.floats(peak);
  }

  @Override
  public void restart() {
    lanes.start(n.u(), init);
    Arrays.fill(n.g(), 0);
    lanes.free(n.firing().freeAt());
  }

  @Override
  public void step(Cells cells, int base, Span span, FiredSpikes fired, @Nullable Acts acts) {
    int g = base + part.cell();
    int direct = part.ports() > 1 ? g + part.padded() : -1;
    kernels.shiu(n, cells.ints, g, direct, scale, cells.touched, span, fired, acts);
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
  public double value(String variable, int i) {
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
